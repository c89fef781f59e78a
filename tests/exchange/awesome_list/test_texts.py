"""A Markdown text as it is written: headings and anchors, links with their lines, lines by depth, markup that is shown."""

import pytest

from awesome_mm.exchange.awesome_list.texts import read_text
from awesome_mm.exchange.document import Document
from awesome_mm.model.list_text import ListText, Stands


def text_of(source: str) -> ListText:
    """Return `source` as it is written."""
    return read_text(Document("README.md", source), "en")


def test_headings_have_the_anchors_of_code_hosts() -> None:
    """Anchors are made of the text alone, invisible marks stay, a second one of the same name is numbered, HTML headings count."""
    text = text_of("# ✂️ Image Editing (Method + Data)\n\n## [Twice](x.md)\n\n## Twice\n\n<h2>In <b>HTML</b></h2>\n")

    assert [(one.line, one.level, one.anchors[0]) for one in text.headings] == [
        (1, 1, "\ufe0f-image-editing-method--data"),
        (3, 2, "twice"),
        (5, 2, "twice-1"),
        (7, 2, "in-html"),
    ]


def test_anchors_that_are_named_by_hand_count() -> None:
    """An id or a name of any tag may be linked to."""
    assert {"here", "there"} <= text_of('<a name="here"></a>\n\nText <span id=there>x</span>\n').anchors


def test_links_stand_on_their_own_lines() -> None:
    """Links of a paragraph of several lines, of tables, of pictures and of HTML have the line they stand on."""
    text = text_of('One [a](x)\ntwo [b](y) ![c](z)\n\n| t |\n|---|\n| [d](w) |\n\n<p>\n<a href="v">e</a>\n</p>\n')

    assert [(one.line, one.label, one.target, one.is_image) for one in text.links] == [
        (1, "a", "x", False),
        (2, "b", "y", False),
        (2, "c", "z", True),
        (6, "d", "w", False),
        (9, "e", "v", False),
    ]


def test_lines_tell_what_heads_what() -> None:
    """Headings, lines in bold, numbered ones, items by how deep they are, and running text."""
    text = text_of("## Data\n\n**All of it (5M)**\n\n**1. A part**\n\n- one\n  - inside\n\nRunning text.\n\n> quoted\n")

    assert [(one.stands, one.depth) for one in text.passages] == [
        (Stands.HEADING, 2),
        (Stands.LABEL, 7),
        (Stands.LABEL, 8),
        (Stands.ITEM, 11),
        (Stands.ITEM, 12),
        (Stands.PARAGRAPH, 99),
        (Stands.QUOTE, 99),
    ]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("超越基线**+9.3%**", ["**", "**"]),
        ("超越基线 **+9.3%**", []),
        ("**粗体：**后文", ["**", "**"]),
        ("**bold** and `**code**`", []),
        ("[code](https: //x.org)", ["]("]),
        ("[code](https://x.org)", []),
        ("$a**b$ and $c$", []),
        ("an __init__ file", []),
    ],
)
def test_markup_that_is_shown(line: str, marks: list[str]) -> None:
    """Stars and brackets that the parser leaves in the text are stray; those of code and formulas are not."""
    assert [stray.mark for stray in text_of(f"{line}\n").strays] == marks


@pytest.mark.parametrize(
    ("source", "unclosed"),
    [
        ("<details>\n<summary>a</summary>\n\nb\n\n</details>\n", {}),
        ("a\n\n<details>\n\nb\n", {3: "<details>"}),
        ("a\n\n</details>\n", {3: "</details>"}),
        ("<details>\n\n<details>\n\na\n\n</details>\n", {1: "<details>"}),
        ("<!-- <details> -->\n\na\n", {}),
    ],
)
def test_foldings(source: str, unclosed: dict[int, str]) -> None:
    """A folding that lacks its end, or its beginning, is told with its line; comments fold nothing."""
    assert text_of(source).unclosed == unclosed
