"""How many postings hold a word or phrase: the background that weights are made from.

`background.txt` ships: the first line is the number of postings, each further line is `df<TAB>n-gram n-gram
...`, the n-grams of one document frequency sorted and separated by tabs, frequencies falling. An n-gram is
one to four words (see `words`) joined by a space; none crosses a line. `idf = ln((1 + n) / (1 + df)) + 1`,
as scikit-learn's `TfidfVectorizer(smooth_idf=True)` has it; a phrase that is not listed has a df below
`FLOOR`.
"""

from collections import Counter, defaultdict
from pathlib import Path

from recipe import postings
from recipe.words import STOP, words

CAP = 1_200
FLOOR = 8
ENTRIES = 60_000
LONGEST = 4


def _grams(text: str) -> set[str]:
    grams: set[str] = set()
    for line in text.splitlines():
        row = words(line)
        for size in range(1, LONGEST + 1):
            for at in range(len(row) - size + 1):
                gram = row[at : at + size]
                if gram[0] not in STOP and gram[-1] not in STOP:
                    grams.add(" ".join(gram))
    return grams


def count(data: Path, *, seed: int = 1) -> tuple[int, dict[str, int]]:
    """The number of postings, and the document frequency of each n-gram that is kept.

    N-grams that begin or end with a stop word are no keywords and are left out, apart from single words.
    """
    frequency: Counter[str] = Counter()
    chosen = postings.sample(data, cap=CAP, seed=seed)
    for posting in chosen:
        text = f"{posting.title}\n{posting.text}"
        frequency.update(_grams(text) | (STOP & set(words(text))))
    kept = sorted(
        ((df, gram) for gram, df in frequency.items() if df >= FLOOR), key=lambda row: (-row[0], row[1])
    )
    return len(chosen), {gram: df for df, gram in kept[:ENTRIES]}


def write(path: Path, total: int, frequency: dict[str, int]) -> None:
    """Few lines, since splitting is what loading costs."""
    by_frequency: defaultdict[int, list[str]] = defaultdict(list)
    for gram, df in frequency.items():
        by_frequency[df].append(gram)
    rows = ["\t".join([str(df), *sorted(by_frequency[df])]) for df in sorted(by_frequency, reverse=True)]
    path.write_text("\n".join([str(total), *rows]) + "\n", encoding="utf-8")


def load(path: Path) -> tuple[int, dict[str, int]]:
    """The reference reader."""
    total, *rows = path.read_text(encoding="utf-8").splitlines()
    frequency: dict[str, int] = {}
    for row in rows:
        df, *grams = row.split("\t")
        frequency.update(dict.fromkeys(grams, int(df)))
    return int(total), frequency
