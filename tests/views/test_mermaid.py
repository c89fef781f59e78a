"""Tests of drawings in Mermaid: whatever a text holds, it is read as that text.

What Mermaid reads was tried out with its own release 11: each sign that is escaped here broke a diagram or vanished from it.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.formats.wrapping import wrap
from awesome_mm.model.text import one_line
from awesome_mm.views.drawing import Arrow, Box, Drawing, drawings_of
from awesome_mm.views.mermaid import mermaid
from tests.bundled import catalog, decoded

SIGNS = "\"#;:&<>\\[](){}|`*_~$%^@!-=+.,/ '"
WORDS = [
    "style",
    "classDef",
    "direction TB",
    "end",
    "subgraph",
    "click x",
    "-->",
    "1. ",
    "fa:fa-x",
    "<br/>",
    "&lt;",
    "#35;",
    "%%{init: {}}%%",
]
TEXTS = st.lists(st.sampled_from([*SIGNS, *WORDS, "中文", "：", "a"]), min_size=1, max_size=8).map("".join) | st.text(min_size=1)
# A statement of a flowchart as this project writes them, strictly.
LABEL = r'"(?:[^"#&<>`\\*_~$%{}|^\n]|#\d+;|<br/>)+"'
STATEMENT = re.compile(
    rf"flowchart TD| *(?:\w+(?:\[{LABEL}\]|\(\[{LABEL}\]\))|subgraph \w+ \[{LABEL}\]|direction TB|end"
    rf"|\w+ (?:-->|-\.->)(?:\|{LABEL}\|)? \w+|classDef doubtful stroke-dasharray: 4 3|class \w+(?:,\w+)* doubtful)"
)


def read(label: str) -> str:
    """Return a label as Mermaid reads it."""
    return re.sub(r"#(\d+);", lambda number: chr(int(number[1])), label.replace("<br/>", "\n"))


def test_a_flowchart() -> None:
    """Boxes, frames, ends, arrows with words, loops and doubt have their signs."""
    frame = Box("f", ["2 Frame", "[edit]"], [Box("b", ["b"], doubtful=True)])
    boxes = [Box("a", ["1 A", "[edit]"]), frame, Box("k", ["keep"], ends=True)]
    arrows = [
        Arrow("a", "b", ["it", "holds"], enters="f", whole=(False, True)),
        Arrow("b", "b", is_loop=True),
        Arrow("b", "k", leaves="f"),
    ]

    assert mermaid([Drawing("e", "Alpha", boxes, arrows)]).splitlines() == [
        "flowchart TD",
        '  a["1 A<br/>[edit]"]',
        '  subgraph f ["2 Frame [edit]"]',
        "    direction TB",
        '    b["b"]',
        "  end",
        '  k(["keep"])',
        '  a -->|"it<br/>holds"| f',
        "  b -.-> b",
        "  b --> k",
        "  classDef doubtful stroke-dasharray: 4 3",
        "  class b doubtful",
    ]


def test_several_drawings_are_one_flowchart_with_frames() -> None:
    """Each work has a frame that bears its name."""
    drawings = [Drawing(f"e{place}", f"Work {place}", [Box(f"b{place}", ["b"])], []) for place in (1, 2)]

    assert [line for line in mermaid(drawings).splitlines() if "subgraph" in line] == [
        '  subgraph e1 ["Work 1"]',
        '  subgraph e2 ["Work 2"]',
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain text, (so) [far]", "plain text, (so) [far]"),
        ('a "b"', "a #34;b#34;"),
        ("#35; & <b>", "#35;35; #38; #60;b#62;"),
        ("improved: the new one", "improved: the new one"),
        ("style a:#fff", "style a#58;#35;fff"),
        ("- item", "#45; item"),
        ("12. item", "12#46; item"),
        ("2.1 item", "2.1 item"),
        ("direction LR", "#100;irection LR"),
        ("%%{init: {}}%%", "#37;#37;#123;init: #123;#125;#125;#37;#37;"),
        ("中文“引号”", "中文“引号”"),
    ],
)
def test_signs_that_mermaid_reads_are_numbers(text: str, written: str) -> None:
    """What would be syntax, Markdown or HTML is written as the numbers of its signs; ordinary text is not."""
    assert f'a["{written}"]' in mermaid([Drawing("e", "e", [Box("a", [text])], [])])


@given(TEXTS)
def test_every_text_comes_back(text: str) -> None:
    """A label of whatever signs is one statement, and is read as that text."""
    shown = one_line(text).strip() or "x"
    drawing = Drawing("e", "e", [Box("a", [shown]), Box("f", [shown], [Box("b", ["b"])])], [Arrow("a", "b", [shown])])

    lines = mermaid([drawing]).split("\n")[:-1]

    assert [line for line in lines if not STATEMENT.fullmatch(line)] == []
    assert [read(label) for label in re.findall(r'"([^"]*)"', "\n".join(lines))] == [shown, shown, "b", shown]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("entry_id", [entry.id for entry in decoded().entries])
def test_every_entry_is_a_flowchart(entry_id: str, language: str) -> None:
    """Each line is a statement, and each arrow joins boxes that are there."""
    [drawing] = drawings_of(catalog(), [catalog().entry(entry_id)], language, wrap)

    text = mermaid([drawing])

    assert [line for line in text.splitlines() if not STATEMENT.fullmatch(line)] == []
    keys = set(re.findall(r"^ *(?:subgraph )?(\w+) ?[\[(]", text, re.MULTILINE))
    ends = {key for pair in re.findall(r"^ *(\w+) (?:-->|-\.->)(?:\|.*\|)? (\w+)$", text, re.MULTILINE) for key in pair}
    assert ends <= keys
