import pytest

from gapcheck.document import Format
from gapcheck.readers.draft import Draft, DraftLine, assemble, plain_words
from gapcheck.readers.hyphens import Joiner


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("scal-", "able", "scalable"),
        ("cloud-", "native", "cloud-native"),
        ("patient-", "centered", "patient-centered"),
        ("implemen-", "tation,", "implementation,"),
        ("(engi-", "neering)", "(engineering)"),
        ("ex-", "perience", "experience"),
        ("sys-", "tems", "systems"),
        ("clus-", "ters", "clusters"),
        ("hard-", "ware", "hardware"),
        ("data-", "bases.", "databases."),
        ("evidence-", "informed", "evidence-informed"),
        ("state-of-the-", "art", "state-of-the-art"),
        ("Smith-", "Jones", "Smith-Jones"),
        ("E-", "Commerce", "E-Commerce"),
        ("COVID-", "19", "COVID-19"),
        ("2019-", "2021", "2019-2021"),
        ("linkedin.com/in/jane-", "doe", "linkedin.com/in/jane-doe"),
        ("bleeding-", "patients", "bleeding-patients"),
    ],
)
def test_words_divided_at_a_line_end(upper: str, lower: str, expected: str) -> None:
    assert Joiner([]).join(upper, lower) == expected


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("pre-", "and"),
        ("Nurse", "Acme"),
        ("2019 -"[-1:], "2021"),
        ("—", "care"),
        ("well-", "•"),
        ("short-", "to"),
    ],
)
def test_separate_words_stay_separate(upper: str, lower: str) -> None:
    assert Joiner([]).join(upper, lower) is None


def test_other_words_of_the_document_decide() -> None:
    assert Joiner(["micro-service"]).join("micro-", "service") == "micro-service"
    assert Joiner(["Microservice,"]).join("micro-", "service") == "microservice"
    assert Joiner(["lending"]).join("mort-", "lending") == "mort-lending"
    assert Joiner(["mort"]).join("mort-", "gages") == "mort-gages"


def test_mended_words_stand_on_the_line_where_they_begin() -> None:
    rows = ["We build scal-", "able cloud-", "native", "systems"]
    draft = Draft(Format.TEXT, tuple(DraftLine(plain_words(row)) for row in rows))
    document = assemble(draft, "x", b"")
    assert document.text == "We build scalable\ncloud-native\nsystems"


def test_a_word_is_not_mended_over_blocks() -> None:
    lines = (DraftLine(plain_words("cost of cross-"), block=0), DraftLine(plain_words("Selling"), block=1))
    assert assemble(Draft(Format.TEXT, lines), "x", b"").text == "cost of cross-\nSelling"


def test_the_divided_half_does_not_count_as_a_word() -> None:
    lines = (DraftLine(plain_words("the oper-")), DraftLine(plain_words("ation of it")))
    assert assemble(Draft(Format.TEXT, lines), "x", b"").text == "the operation\nof it"
