"""Which proposals are keywords: a linear decision, learned from labelled postings and shipped as numbers.

The postings are real ones of all the sources, labelled by what they ask for, as a reader would (`recipe.annotations`).
A decision that learned from invented postings, whose words the sources know, trusted the lexicon too much and knew
nothing of long-winded adverts. `GAPCHECK_DATA=... python -m recipe.decision`, run from `models/`, makes it alone.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import asdict
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from gapcheck.background import load_background
from gapcheck.extract.asking import load_asking
from gapcheck.extract.decide import FILE_NAME, Decision, Linear, Weighed, weigh
from gapcheck.extract.propose import Proposal, propose
from gapcheck.extract.reading import read_posting
from gapcheck.extract.said import Said
from gapcheck.extract.shorten import shorten
from gapcheck.language_model import load_language_model
from gapcheck.lexicon import load_lexicon
from gapcheck.readers import read_text
from gapcheck.segment.posting import segment_posting
from gapcheck.words import Token, tokenize
from recipe import annotations
from recipe.annotations import Annotated
from recipe.paths import ANNOTATIONS, STATISTICS, data_folder

Stems = frozenset[str]

Verdict = tuple[bool, float]
"""Whether a proposal is a keyword, and how much the judgement counts."""

Row = tuple[Weighed, Verdict]


def rows(posting: Annotated) -> Iterator[Row]:
    """Proposals of a posting as the product makes them, with what it sees in them and the verdict by the labels."""
    asked = [
        _stems(form) for wording in posting.asked for form in (tokenize(wording), shorten(tokenize(wording)))
    ]
    refused = {_stems(tokenize(wording)) for wording in posting.unasked}
    document = read_text(posting.text, posting.id)
    passages = read_posting(
        document.text,
        segment_posting(document),
        read=load_language_model().read,
        frequency=load_background().frequency,
        asking=load_asking(),
    )
    for passage in passages:
        said, around = passage.said, passage.around
        proposals = propose(said, passage.reading, passage.passage, load_lexicon(), around.frequency)
        for proposal, weighed in zip(proposals, weigh(said, proposals, around), strict=True):
            verdict = judge(tuple(_said_by(said, proposal)), asked, refused)
            if verdict is not None:
                yield weighed, verdict


def _said_by(said: Said, proposal: Proposal) -> Iterator[Stems]:
    """What a proposal says, in the posting's words and under its own name."""
    yield _stems(said.tokens[number] for number in proposal.content)
    if proposal.named is not None:
        yield _stems(tokenize(proposal.named.name))


PART = 0.5
"""What a proposal counts that is nearly a keyword: the words are right, their ends are not."""


REFUSED = 3.0
"""What a proposal counts that readers named as what nobody looks for. With 3 instead of 1 precision on 107 other
postings is up by 0.005, recall as it was."""


def judge(
    own: Collection[Stems], asked: Collection[Stems], refused: Set[Stems] = frozenset()
) -> Verdict | None:
    """Whether one of the wordings `own` is asked for; None leaves it open.

    What is nearly a labelled wording counts half, and against, if it has words too many: "training involving judgment".
    What is `refused` counts more than what merely nobody marked.
    """
    pairs = ((_alike(words, wording), len(words) <= len(wording)) for words in own for wording in asked)
    near, short = max(pairs, default=(0.0, True))
    if near == 1.0:
        return True, 1.0
    if near >= 0.5:
        return (short, PART) if near >= 0.6 else None
    return False, 1.0 if refused.isdisjoint(own) else REFUSED


def _stems(tokens: Iterable[Token]) -> Stems:
    return frozenset(token.stem for token in tokens)


def _alike(mine: Stems, theirs: Stems) -> float:
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


STRENGTH = 0.1
"""Inverse strength of the regularisation."""

LEAST = 5
"""Proposals in which a trait must stand to be learnt from."""

LIGHTEST = 0.03
"""Weights (log odds) below which a trait does not ship."""

THRESHOLD = 0.32
"""Chosen on labelled postings that the decision did not learn from."""

ASKING = 1.6
"""Weight of how surely a sentence asks for anything. It is set, not learnt: the annotated postings tell which wordings
are asked for, wherever they stand, so that they cannot teach it. Chosen on the postings of SkillSpan dev."""


def train(taught: Sequence[Row]) -> Decision:
    """The decision that judged proposals teach."""
    traits = [weighed.words | weighed.sources for weighed, _ in taught]
    seen = Counter(name for row in traits for name in row if name != "asking")
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{name: value for name, value in row.items() if seen[name] >= LEAST} for row in traits]
    )
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    trust = np.array([trust for _, (_, trust) in taught])
    model.fit(matrix, [keyword for _, (keyword, _) in taught], sample_weight=trust)
    weights = dict(zip(vectorizer.get_feature_names_out().tolist(), model.coef_[0].tolist(), strict=True))
    weights["asking"] = ASKING
    kept = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= LIGHTEST}
    return Decision(Linear(round(float(model.intercept_[0]), 3), kept), THRESHOLD)


def build(data: Path) -> Decision:
    """The decision that ships."""
    return train([row for posting in annotations.read(ANNOTATIONS, data) for row in rows(posting)])


def write(decision: Decision, path: Path = STATISTICS / FILE_NAME) -> None:
    """One line of JSON."""
    plain = json.dumps(asdict(decision), ensure_ascii=False, separators=(",", ":"))
    path.write_text(plain + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(build(data_folder()))
