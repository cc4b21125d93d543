import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.document import Box, Document, Format
from gapcheck.errors import ReadError
from gapcheck.readers import read_text
from gapcheck.readers.draft import Draft, DraftLine, DraftWord, assemble, mostly_bold, union

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab -*•·\n\t.:#|é\u0301\u00a0AB1\x1b[mﬁ"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=80,
)


def tiles(document: Document) -> bool:
    """Whether the lines cover the text one after the other with a line break between."""
    ends = [line.end for line in document.lines]
    starts = [line.start for line in document.lines]
    return starts == [0, *(end + 1 for end in ends[:-1])] and ends[-1] == len(document.text)


def read_or_none(text: str, *, markdown: bool) -> Document | None:
    try:
        return read_text(text, markdown=markdown)
    except ReadError:
        return None


@given(TEXTS, st.booleans())
def test_lines_tile_the_text(text: str, markdown: bool) -> None:
    document = read_or_none(text, markdown=markdown)
    if document is None:
        return
    assert tiles(document)
    for line in document.lines:
        shown = document.line_text(line)
        assert shown == shown.strip()
        assert len(shown.splitlines()) == 1
        assert "  " not in shown
    blocks = [line.block for line in document.lines]
    assert blocks == sorted(blocks)


@given(TEXTS, st.booleans())
def test_composed_and_decomposed_text_read_the_same(text: str, markdown: bool) -> None:
    composed = read_or_none(unicodedata.normalize("NFC", text), markdown=markdown)
    decomposed = read_or_none(unicodedata.normalize("NFD", text), markdown=markdown)
    assert (composed is None) == (decomposed is None)
    if composed is not None and decomposed is not None:
        assert composed.text == decomposed.text
        assert composed.lines == decomposed.lines


WORDS = st.builds(
    DraftWord,
    st.text(st.sampled_from("abcXYZ-."), min_size=1, max_size=8),
    st.builds(lambda x, y: Box(x, y, x + 5, y + 5), st.integers(0, 500), st.integers(0, 700)),
    st.floats(6, 30),
    st.booleans(),
)
LINES = st.builds(
    DraftLine, st.lists(WORDS, max_size=5).map(tuple), page=st.integers(1, 3), block=st.integers(0, 2)
)


@given(st.lists(LINES, max_size=8))
def test_words_lie_inside_their_lines(lines: list[DraftLine]) -> None:
    document = assemble(Draft(Format.PDF, tuple(lines)), "x", b"")
    assert sum(len(line.words) for line in lines) >= len(document.words)
    for word in document.words:
        line = document.lines[document.line_index(word.start)]
        assert line.start <= word.start < word.end <= line.end
        assert word.box is not None
        assert line.box is not None
        assert line.box.x0 <= word.box.x0 <= word.box.x1 <= line.box.x1
        assert line.box.y0 <= word.box.y0 <= word.box.y1 <= line.box.y1
        assert " " not in document.text[word.start : word.end]
    assert "".join(document.text[word.start : word.end] for word in document.words) == "".join(
        document.text.split()
    )


def test_union_and_weight() -> None:
    assert union([]) is None
    assert union([None, Box(1, 2, 3, 4), Box(0, 3, 2, 9)]) == Box(0, 2, 3, 9)
    assert mostly_bold([DraftWord("long", bold=True), DraftWord("abc")])
    assert not mostly_bold([DraftWord("ab", bold=True), DraftWord("cd")])


def test_metadata_is_normalised() -> None:
    draft = Draft(Format.HTML, (DraftLine((DraftWord("x"),)),), title=" Staff\n\u00a0Nurse ", employer="  ")
    document = assemble(draft, "job", b"data")
    assert (document.title, document.employer) == ("Staff Nurse", None)
    assert document.sha256.startswith("3a6eb079")
