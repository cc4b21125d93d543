import pytest

from gapcheck.readers.spacing import join_spaced


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("J O H N   D O E", "JOHN DOE"),
        ("S K I L L S  &  T O O L S", "SKILLS & TOOLS"),
        ("E x p e r i e n c e", "Experience"),
        ("A   B   C   D", "ABCD"),
        ("S K I L L S: Python", "SKILLS: Python"),
        ("vitamins B C D", "vitamins B C D"),
        ("a b c", "a b c"),
        ("grade K 1 2 3 pupils", "grade K 1 2 3 pupils"),
        ("x Y z W v", "x Y z W v"),
        ("plain line of words", "plain line of words"),
    ],
)
def test_join_spaced(line: str, expected: str) -> None:
    assert join_spaced(line) == expected
