from gapcheck.document import Role
from gapcheck.readers.draft import DraftLine
from gapcheck.readers.markup import html_lines


def shown(lines: list[DraftLine]) -> list[tuple[Role, str]]:
    return [(line.role, line.text) for line in lines]


def test_blocks_keep_their_role() -> None:
    lines = html_lines(
        "<title>no</title><h2>Your &amp; our tasks</h2><p>Care for <b>S</b>QL and&nbsp;people.</p>"
        "<ul><li>one<ul><li>inner</li></ul></li><li>two</ul><p><strong>We ask for:</strong></p>"
        "<table><tr><th>Tool<td>Excel</table><div>• typed bullet</div><script>x()</script><style>y</style>after"
    )
    assert shown(lines) == [
        (Role.HEADING, "Your & our tasks"),
        (Role.BODY, "Care for SQL and people."),
        (Role.LIST_ITEM, "one"),
        (Role.LIST_ITEM, "inner"),
        (Role.LIST_ITEM, "two"),
        (Role.HEADING, "We ask for:"),
        (Role.TABLE, "Tool"),
        (Role.TABLE, "Excel"),
        (Role.LIST_ITEM, "typed bullet"),
        (Role.BODY, "after"),
    ]
    assert [line.block for line in lines] == list(range(len(lines)))


def test_a_break_ends_a_line_and_small_letters_go_on() -> None:
    lines = html_lines("<p>wound care<br/>and triage<br>Night shifts<hr/>end")
    assert [line.text for line in lines] == ["wound care", "and triage", "Night shifts", "end"]
    assert [line.block for line in lines] == [0, 0, 1, 2]


def test_navigation_can_be_left_out() -> None:
    page = "<nav><a>Home</a></nav><main>Nurse</main><footer>Cookies</footer>"
    assert [line.text for line in html_lines(page)] == ["Home", "Nurse", "Cookies"]
    assert [line.text for line in html_lines(page, chrome=False)] == ["Nurse"]


def test_bad_nesting_does_no_harm() -> None:
    assert [line.text for line in html_lines("</p><b><p>one</b> two</p></div>three")] == ["one two", "three"]
    assert html_lines("<div>" * 5000 + "deep") == [*html_lines("deep")]
    assert html_lines("") == []
