"""Vectors of words and phrases, distilled from a sentence encoder: what `gapcheck.meaning` reads.

The encoder (all-MiniLM-L6-v2) reads each word and phrase by itself. In the manner of model2vec, its vectors are
centred and reduced, first by the directions in which the lexicon's and ESCO's other wordings of one thing differ
(linear discriminant analysis: such directions count less), then by principal components. The rows of words are
then fitted, by ridge regression, so that their sums come near to what the encoder gives for whole phrases; that
makes the rows of words that say little short.
"""

import csv
import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.linalg import cg  # type: ignore[import-untyped]

from gapcheck.meaning import LONGEST
from gapcheck.words import tokenize
from recipe import background, encoder, postings
from recipe.lexicon import groups
from recipe.paths import MODELS, STATISTICS
from recipe.seeds import seeded
from recipe.words import STOP

WORDS = 29_000
PHRASES = 25_000
WIDTH = 96
POSTINGS_A_SOURCE = 5_000
WINDOWS = 20_000
ALIASES = 40_000
WITHIN = 0.5
"""How far the differences between wordings of one thing are levelled out: 0 not at all, 1 wholly."""
RIDGE = 0.3
"""Weight that holds the row of a word to what the encoder gives for it alone; a phrase that has the word weighs 1."""
GATHERED = 0.5
"""How far the wordings of one term of the lexicon are drawn to their middle, 0 to 1."""

Matrix = npt.NDArray[np.float32]
Phrase = tuple[str, ...]


def split(text: str) -> Phrase:
    """The words of a text as `gapcheck.meaning` looks them up."""
    return tuple(token.lower.removesuffix("'s") for token in tokenize(text))


@dataclass(frozen=True, slots=True)
class Sources:
    """What the vocabulary is made from: how often words occur, lines of postings, and names of one thing by groups."""

    frequency: Counter[str]
    lines: list[Phrase]
    own: list[tuple[str, ...]]
    taxonomy: list[tuple[str, ...]]


def _rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows, delimiter=delimiter)


def _taxonomy(data: Path) -> Iterator[tuple[str, ...]]:
    """Names of one skill, occupation or tool each, the preferred one first."""
    folder = data / "taxonomy"
    for name in ("esco-skills-1.1.1-en", "esco-occupations-1.1.1-en"):
        for row in _rows(folder / f"{name}.csv.gz"):
            yield row["preferredLabel"], *row["altLabels"].splitlines()
    titles: dict[str, list[str]] = {}
    for row in _rows(folder / "onet-29.3-alternate_titles.tsv.gz", "\t"):
        titles.setdefault(row["Title"], []).append(row["Alternate Title"])
    yield from ((title, *others) for title, others in titles.items())
    for name in ("technology_skills", "tools_used"):
        examples = (row["Example"] for row in _rows(folder / f"onet-29.3-{name}.tsv.gz", "\t"))
        yield from ((example,) for example in dict.fromkeys(examples))


def sources(data: Path) -> Sources:
    """Read everything once."""
    chosen = postings.sample(data, cap=POSTINGS_A_SOURCE, seed=21)
    texts = dict.fromkeys(
        line.strip() for posting in chosen for line in [posting.title, *posting.text.splitlines()]
    )
    lines = [split(line) for line in texts if line]
    own, taxonomy = groups(MODELS / "lexicon"), list(_taxonomy(data))
    frequency = Counter(word for line in lines for word in line)
    for names in (*own, *taxonomy):
        frequency.update({word for name in names for word in split(name)})
    return Sources(frequency, lines, own, taxonomy)


def _runs(lines: Iterable[Phrase], wanted: set[Phrase]) -> Counter[Phrase]:
    """How often each wanted phrase occurs in the lines."""
    starts = {phrase[:2] for phrase in wanted}
    found: Counter[Phrase] = Counter()
    for line in lines:
        for at in range(len(line) - 1):
            if line[at : at + 2] in starts:
                runs = (line[at : at + size] for size in range(2, LONGEST + 1) if at + size <= len(line))
                found.update(wanted.intersection(runs))
    return found


def _cohesion(phrase: Phrase, count: int, frequency: Counter[str]) -> float:
    """How much of the occurrences of its words a phrase makes up, 0 to 1: the geometric mean of the shares."""
    shares = [min(1.0, count / frequency[word]) for word in phrase]
    return float(np.prod(shares) ** (1 / len(shares)))


def vocabulary(given: Sources) -> tuple[list[str], list[str]]:
    """Words, the commonest first, and phrases: the lexicon's all, then the commonest of taxonomies and postings."""
    own = {split(name) for names in given.own for name in names}
    ranked = sorted(given.frequency.items(), key=lambda item: (-item[1], item[0]))
    plain = [word for word, count in ranked if count >= 2 and any(letter.isalpha() for letter in word)]
    words = dict.fromkeys([*plain[:WORDS], *sorted({word for name in own for word in name})])
    listed = {split(name) for names in given.taxonomy for name in names}
    _total, frequency = background.load(STATISTICS / "background.txt")
    common = {split(gram) for gram in frequency if STOP.isdisjoint(gram.split()) and gram.count(" ") < 3}
    others = {
        phrase
        for phrase in (listed | common) - own
        if 2 <= len(phrase) <= LONGEST and all(word in words for word in phrase)
    }
    counts = _runs(given.lines, others)
    bound = {phrase: count * _cohesion(phrase, count, given.frequency) for phrase, count in counts.items()}
    best = sorted(bound, key=lambda phrase: (phrase not in listed, -bound[phrase], phrase))
    phrases = sorted(" ".join(phrase) for phrase in own if 2 <= len(phrase) <= LONGEST)
    phrases += [" ".join(phrase) for phrase in best if counts[phrase] >= 2][: PHRASES - len(phrases)]
    return list(words), phrases


def _level(rows: Matrix, names: Sequence[Sequence[int]]) -> Matrix:
    """The linear map that shrinks directions in which rows of one group differ, by the share `WITHIN`."""
    differences = np.concatenate(
        [rows[list(group)] - rows[list(group)].mean(axis=0) for group in names if len(group) > 1]
    )
    within = differences.T @ differences / len(differences)
    values, directions = np.linalg.eigh(within.astype(np.float64))
    scale = np.maximum(values / values.mean(), 0.05) ** (-WITHIN / 2)
    return np.asarray((directions * scale) @ directions.T, dtype=np.float32)


def _principal(rows: Matrix) -> Matrix:
    """The first `WIDTH` principal directions of centred rows, signs fixed by their largest part."""
    _values, directions = np.linalg.eigh((rows.T @ rows).astype(np.float64))
    kept = directions[:, ::-1][:, :WIDTH]
    kept = kept * np.sign(kept[np.abs(kept).argmax(axis=0), np.arange(WIDTH)])
    return np.asarray(kept, dtype=np.float32)


def _unit(rows: Matrix) -> Matrix:
    return np.asarray(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def _fitted(words: Matrix, index: dict[str, int], texts: Sequence[Phrase], targets: Matrix) -> Matrix:
    """Rows of words whose sums come nearest to the targets, held to `words` by `RIDGE`."""
    cells = [(at, index[word]) for at, text in enumerate(texts) for word in text if word in index]
    places = np.array(cells, dtype=np.int64).T
    shape = (len(texts), len(words))
    holds = sparse.csr_matrix((np.ones(places.shape[1]), (places[0], places[1])), shape=shape)
    normal = holds.T @ holds + RIDGE * sparse.identity(len(words), format="csr")
    jacobi = sparse.diags(1 / normal.diagonal())
    right = holds.T @ targets + RIDGE * words
    solved = [
        cg(normal, right[:, at], x0=words[:, at], rtol=1e-4, maxiter=200, M=jacobi)[0]
        for at in range(words.shape[1])
    ]
    return np.asarray(np.stack(solved, axis=1), dtype=np.float32)


def _windows(given: Sources, index: dict[str, int]) -> list[Phrase]:
    """Runs of two to five known words of postings, as a matcher would try them."""
    rng = seeded(22)
    found: dict[Phrase, None] = {}
    lines = [line for line in given.lines if len(line) >= 3]
    while len(found) < WINDOWS:
        line = rng.choice(lines)
        size = rng.choice((2, 3, 3, 4, 5))
        at = rng.randrange(max(1, len(line) - size))
        run = line[at : at + size]
        if all(word in index for word in run) and not STOP.issuperset(run):
            found[run] = None
    return list(found)


def _named(given: Sources) -> list[tuple[str, ...]]:
    """Groups of names of one thing: the lexicon's all, of the taxonomies' a sample."""
    rng = seeded(23)
    names = [tuple(" ".join(split(name)) for name in group) for group in given.own]
    for group in rng.sample(given.taxonomy, len(given.taxonomy)):
        if len(group) > 1 and sum(map(len, names)) < ALIASES:
            names.append(tuple(" ".join(split(name)) for name in group[:6]))
    return [tuple(dict.fromkeys(filter(None, group))) for group in names]


def build(data: Path) -> tuple[list[str], npt.NDArray[np.int8]]:
    """All entries, words first, and their rows as whole numbers."""
    given = sources(data)
    words, phrases = vocabulary(given)
    index = {word: at for at, word in enumerate(words)}
    names = _named(given)
    runs = [" ".join(run) for run in _windows(given, index)]
    texts = list(dict.fromkeys([*words, *phrases, *(name for group in names for name in group), *runs]))
    place = {text: at for at, text in enumerate(texts)}
    rows = encoder.encode(texts)
    groups_at = [[place[name] for name in group] for group in names]
    return reduced(words, phrases, texts, groups_at, len(given.own), rows)


def reduced(
    words: list[str], phrases: list[str], texts: list[str], names: list[list[int]], own: int, rows: Matrix
) -> tuple[list[str], npt.NDArray[np.int8]]:
    """From what the encoder gives for `texts` (words, phrases, others) to rows of words and phrases.

    `names` are groups of texts that name one thing, the first `own` of them from the lexicon.
    """
    rows = _unit(rows - rows.mean(axis=0))
    rows = rows @ _level(rows, names)
    rows = _unit(rows @ _principal(rows))
    targets = _gathered(rows, names[:own])
    index = {word: at for at, word in enumerate(words)}
    longer = [at for at in range(len(words), len(texts)) if " " in texts[at]]
    pieces = [tuple(texts[at].split()) for at in longer]
    fitted = _fitted(rows[: len(words)], index, pieces, targets[longer])
    entries = [*words, *phrases]
    return without_sums(entries, quantised(np.concatenate([fitted, targets[len(words) : len(entries)]])))


SUM_ENOUGH = 0.985
"""Cosine from which on a phrase's row says no more than the sum of its words' rows."""


def without_sums(
    entries: Sequence[str], rows: npt.NDArray[np.int8], enough: float = SUM_ENOUGH
) -> tuple[list[str], npt.NDArray[np.int8]]:
    """The entries and rows without the phrases that the rows of their words give as well, to a cosine of `enough`."""
    place = {entry: at for at, entry in enumerate(entries)}
    directions = _unit(rows.astype(np.float32))

    def is_needed(at: int) -> bool:
        parts = [place.get(word) for word in entries[at].split()]
        if len(parts) < 2 or None in parts:
            return True
        summed = rows[parts].sum(axis=0, dtype=np.float32)
        return float(summed @ directions[at]) < enough * float(np.linalg.norm(summed))

    kept = [at for at in range(len(entries)) if is_needed(at)]
    return [entries[at] for at in kept], rows[kept]


def _gathered(rows: Matrix, names: list[list[int]]) -> Matrix:
    """The rows of each group drawn together."""
    drawn = rows.copy()
    for group in names:
        drawn[group] = (1 - GATHERED) * rows[group] + GATHERED * rows[group].mean(axis=0)
    return _unit(drawn)


def quantised(rows: Matrix) -> npt.NDArray[np.int8]:
    """Whole numbers from -127 to 127; the one scale for all falls out of a cosine."""
    top = np.quantile(np.abs(rows), 0.9999)
    return np.clip(np.rint(rows / top * 127), -127, 127).astype(np.int8)


def read(folder: Path) -> tuple[list[str], npt.NDArray[np.int8]]:
    """The entries and rows that `write` wrote."""
    entries = (folder / "meaning.txt").read_text(encoding="utf-8").splitlines()
    return entries, np.load(folder / "meaning.npy", allow_pickle=False)


def write(folder: Path, entries: list[str], rows: npt.NDArray[np.int8]) -> None:
    """`meaning.txt`, an entry a line, and `meaning.npy`, their rows in the same order."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "meaning.txt").write_text("\n".join(entries) + "\n", encoding="utf-8")
    np.save(folder / "meaning.npy", rows, allow_pickle=False)
