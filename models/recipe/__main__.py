"""Makes the shipped pipeline and statistics: `GAPCHECK_DATA=... python -m recipe`, run from `models/`."""

import shutil
import tempfile
from functools import partial
from pathlib import Path

from spacy.language import Language

from recipe import (
    background,
    commas,
    corpus,
    lexicon,
    line_kinds,
    meaning,
    silver,
    skillspan,
    spans,
    syntax,
    vectors,
)
from recipe.lines import Line
from recipe.paths import CORPUS, MODELS, PIPELINE, STATISTICS, data_folder
from recipe.saving import save
from recipe.seeds import seeded

VERSION = "0.1.0"


def _skillspan(data: Path) -> list[Line]:
    """SkillSpan train as text, most of it with commas, so that texts without them are read too."""
    rng = seeded(4)
    sentences = skillspan.read(data, "train", commas.train(data))
    return [skillspan.render(sentence, rng, with_commas=rng.random() < 0.85) for sentence in sentences]


def _keywords(data: Path, base: Path) -> Language:
    """Two teachers, silver labels, then the pipeline that ships."""
    terms = lexicon.read(MODELS / "lexicon")
    texts = [posting.lines for posting in corpus.read(CORPUS) if not corpus.held_out(posting)]
    teachers = [
        spans.train(base, partial(spans.own_lines, texts, swaps), seed=seed, epochs=spans.TEACHER_EPOCHS)
        for seed, swaps in ((1, terms), (2, spans.Terms()))
    ]
    kinds = line_kinds.load(STATISTICS / "line_kinds.json")
    labelled = silver.label(teachers, terms, kinds, silver.texts(data))
    known = silver.merged(teachers[0], _skillspan(data))
    return spans.train(
        base, partial(spans.mixture, texts, terms, labelled, known), seed=3, epochs=spans.EPOCHS
    )


def _statistics(data: Path) -> None:
    STATISTICS.mkdir(exist_ok=True)
    background.write(STATISTICS / "background.txt", *background.count(data))
    line_kinds.write(STATISTICS / "line_kinds.json", line_kinds.build(data, CORPUS))
    meaning.write(STATISTICS, *meaning.build(data))


def main() -> None:
    """Everything, in order; some forty minutes on one core."""
    data = data_folder()
    _statistics(data)
    with tempfile.TemporaryDirectory() as work:
        base = Path(work) / "syntax"
        save(syntax.train(data, vectors.train(data)), base)
        nlp = _keywords(data, base)
    nlp.meta |= {"name": "gapcheck", "version": VERSION, "license": "CC BY-SA 4.0"}
    shutil.rmtree(PIPELINE, ignore_errors=True)
    save(nlp, PIPELINE)


if __name__ == "__main__":
    main()
