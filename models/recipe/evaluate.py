"""Figures of the shipped pipeline: `GAPCHECK_DATA=... python -m recipe.evaluate`, run from `models/`.

Strict span figures count a span only with both ends right. The held-out postings are one in ten of the
corpus, and the pipeline that ships has not seen them. SkillSpan is scored with its commas restored by a
tagger, see `commas`; that tagger's work is kept in `models/build/`.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Span

from gapcheck.segment.line_kinds import SECTIONS, LineKinds, load_line_kinds
from recipe import background, corpus, line_kinds, postings, skillspan, syntax
from recipe.lines import Line, example
from recipe.paths import CORPUS, PIPELINE, STATISTICS, data_folder
from recipe.seeds import seeded

Spans = dict[tuple[int, int], str]


def _figures(pairs: Iterable[tuple[Spans, Spans]], keep: Callable[[str], bool]) -> str:
    right = said = true = 0
    for gold, found in pairs:
        wanted = {span for span, label in gold.items() if keep(label)}
        given = {span for span, label in found.items() if keep(label)}
        right, said, true = right + len(wanted & given), said + len(given), true + len(wanted)
    precision, recall = right / max(1, said), right / max(1, true)
    f_score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F {f_score:.3f} ({true} spans)"


def _places(spans: Iterable[Span]) -> Spans:
    return {(span.start_char, span.end_char): span.label_ for span in spans}


def _collect(nlp: Language, lines: list[Line], layer: str) -> list[tuple[Spans, Spans]]:
    docs = nlp.pipe([line.text for line in lines])
    return [
        (_places(example(nlp, line).reference.ents), _places(doc.spans[layer]))
        for doc, line in zip(docs, lines, strict=True)
    ]


def held_out_spans(nlp: Language) -> dict[str, str]:
    """Strict figures on the held-out postings: keywords whatever their label, then label by label."""
    lines = [line for posting in corpus.read(CORPUS) if corpus.held_out(posting) for line in posting.lines]
    pairs = _collect(nlp, lines, "keywords")
    figures = {"keywords": _figures(pairs, lambda label: label != "SOFT")}
    figures |= {label: _figures(pairs, label.__eq__) for label in corpus.LABELS.values()}
    empty = [pair for pair, line in zip(pairs, lines, strict=True) if line.kind in "CBLA"]
    figures["false alarms a company, benefit, legal or application line"] = (
        f"{sum(len(found.keys() - gold.keys()) for gold, found in empty) / max(1, len(empty)):.3f}"
    )
    return figures


def skillspan_knowledge(nlp: Language, data: Path) -> str:
    """Strict figures against KNOWLEDGE of SkillSpan dev."""
    rng = seeded(5)
    lines = [skillspan.render(sentence, rng) for sentence in skillspan.restored(data, "dev")]
    return _figures(_collect(nlp, lines, "knowledge"), "KNOWLEDGE".__eq__)


def line_kind_accuracy(lines: list[line_kinds.Labelled], kinds: LineKinds) -> str:
    """Accuracy over all lines, then for each kind."""
    total: Counter[str] = Counter(line.kind for line in lines)
    right: Counter[str] = Counter()
    for line in lines:
        scores = kinds.log_probabilities(line.line)
        right[line.kind] += max(scores, key=lambda section: scores[section]) is SECTIONS[line.kind]
    each = " ".join(f"{kind} {right[kind] / total[kind]:.2f}" for kind in sorted(total))
    return f"{right.total() / total.total():.3f} ({each})"


def words_a_second(nlp: Language, data: Path) -> str:
    """Best of three over lines of NHS postings, by the processor's time."""
    lines = [
        line
        for posting in postings.sample(data, cap=200, seed=2)
        for line in posting.text.splitlines()
        if line.strip()
    ]
    lines = seeded(2).sample(lines, 2_000)
    best = 0.0
    for _ in range(3):
        started = time.process_time()
        count = sum(len(doc) for doc in nlp.pipe(lines, batch_size=128))
        best = max(best, count / (time.process_time() - started))
    return f"{best:,.0f}"


def main() -> None:
    """Print all figures; with `--quick`, without those that need a training."""
    data = data_folder()
    nlp = spacy.load(PIPELINE)
    for part in ("dev", "test"):
        path = data / "treebank" / f"en_ewt-ud-{part}.conllu.gz"
        scores = nlp.evaluate(syntax.examples(nlp, path))
        print(f"EWT {part}:", *(f"{name} {scores[name]:.4f}" for name in ("tag_acc", "lemma_acc")))
    for name, figures in held_out_spans(nlp).items():
        print(f"held-out postings, {name}: {figures}")
    own = line_kinds.own(CORPUS, held=True)
    print("line kinds, held-out postings:", line_kind_accuracy(own, load_line_kinds()))
    started = time.perf_counter()
    total, frequency = background.load(STATISTICS / "background.txt")
    milliseconds = 1000 * (time.perf_counter() - started)
    print(f"background: {total} postings, {len(frequency)} n-grams, loaded in {milliseconds:.0f} ms")
    print("words a second:", words_a_second(nlp, data))
    if "--quick" not in sys.argv:
        apart = line_kinds.build(data, CORPUS, quarter_apart=True)
        lines = line_kinds.judged(data, quarter=True)
        print("line kinds, real postings, learned from the others:", line_kind_accuracy(lines, apart))
        print("SkillSpan dev KNOWLEDGE:", skillspan_knowledge(nlp, data))


if __name__ == "__main__":
    main()
