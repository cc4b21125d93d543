"""How far two words are apart by slips of the pen or the keyboard."""

from __future__ import annotations

SHORTEST_WORD = 6
"""Letters from which on a word is looked for with a slip in it; below, one letter makes another word."""


def deletions(word: str) -> set[str]:
    """The word itself, and all that is left of it with one letter taken away."""
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def distance(left: str, right: str) -> int:
    """Fewest letters to insert, delete, exchange or swap with a neighbour to make one word of the other."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
