"""Tests of what keeps the Markdown of others to itself."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from awesome_mm.render.containing import contained
from awesome_mm.render.parsing import headings_in

HOSTILE = {
    "open details": "<details>\n<summary>More</summary>\n\nText.",
    "open comment": "Text.\n\n<!-- to be written",
    "comment in a block": "<div> <!-- hidden\n\nShown?",
    "open fence": "Text.\n\n```python\nprint(1)",
    "open tilde fence": "~~~~\ncode\n```",
    "fence in a list": "- one\n\n  ```\n  code",
    "fence in a quote": "> ```\n> code",
    "broken tag": '<div title="never closed\n\nText.',
    "broken tag with another quote": "<div title='never closed\n\nText.",
    "open script": "<script>\nlet a = 1;",
    "script in a line": "Text <script>alert(1)",
    "open style": "<style>\nbody { display: none }",
    "text area in a line": "a <textarea> b",
    "plaintext": "a <plaintext> b",
    "open processing instruction": "<?php\necho 1;",
    "open declaration": "<!DOCTYPE html",
    "open character data": "<![CDATA[\nnot closed",
    "open table": "<table><tr><td>cell",
    "open bold": "a <b> bold",
    "open link": '<a href="x">',
    "crossed tags": "<b><i>text</b>\n",
    "pre with an odd end": "<pre>\ntext\n</pre >",
    "list item": "<ul><li>one",
    "deep quotes": ">" * 500 + "text",
    "deep lists": "- " * 500 + "text",
    "upper case": "<DETAILS><SUMMARY>",
    "end first": "</details></div>text",
    "open code span": "text ` and more",
    "reference": "[a",
    "select": "<select><option>",
    "svg": "<svg><path d='x'/>",
}


class Reader(HTMLParser):
    """Reads a page as a browser does, and notes which elements stand open around the heading to come."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.around: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("br", "p"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            self.open.reverse()
            self.open.remove(tag)
            self.open.reverse()

    def handle_data(self, data: str) -> None:
        if data == "The next":
            self.around = list(self.open)


def swallows(text: str) -> bool:
    """Whether what stands after `text` is anything but a heading that nothing of `text` hides or encloses."""
    reader = Reader()
    reader.feed(MarkdownIt("commonmark").enable("table").render(f"{text}\n\n# The next\n\nIts text.\n"))
    return reader.around != ["h1"]


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_is_open_after_a_text(name: str) -> None:
    """Whatever a text leaves open, the heading after it is one, and in none of its elements."""
    assert not swallows(contained(HOSTILE[name], 2))


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_that_was_written_is_lost(name: str) -> None:
    """The text is still there as it was, but for the one tag that cannot be closed."""
    written = contained(HOSTILE[name], 2)

    assert all(line in html.unescape(written) for line in HOSTILE[name].split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Plain text.",
        "- a\n- b",
        "A [link](https://example.org/a_b) and `code`.",
        "```\ncode\n```",
        "<details>\n\ntext\n\n</details>",
        "a | b\n--|--\n1 | 2",
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    """What leaves nothing open is given back letter for letter."""
    assert contained(text, 2) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n## Two", "### One\n\n#### Two"),
        ("#### Four", "#### Four"),
        ("## A\n###### B", "### A\n###### B"),
        ("One\n===\n\ntext", "### One\n\n\ntext"),
        ("One\nmore\n---\ntext", "### One more\n\n\ntext"),
        ("C #\n===", "### C \\#\n"),
        ("> # Quoted\n> text", "> ### Quoted\n> text"),
        ("> Quoted\n> ===\n> text", "> ### Quoted\n>\n> text"),
        ("- # Item", "- ### Item"),
        ("1. # Item #", "1. ### Item #"),
        ("```\n# no heading\n```", "```\n# no heading\n```"),
        ("#no heading", "#no heading"),
    ],
)
def test_headings_go_below_those_around(text: str, expected: str) -> None:
    """Headings are set deeper, all by as much, wherever they stand and however they are written."""
    assert contained(text, 2) == expected


def test_marks_that_turn_or_hide_text_are_removed() -> None:
    """Control characters, direction marks and what links are marked with do not reach a file."""
    assert contained("a\x00\x1b[31mb\u202ec\r\nd\ufdd0e\ufdd1", 2) == "a[31mbc\nde"


PIECES = (
    "# a|## b\n|===\n|---\n|\n\n|\n|```|~~~\n|<details>|</details>|<!--|-->|<div |class=\"|'|>|<b>|</b>|<pre>|</pre>|<?|?>|<![CDATA["
    "|- |> |    |text |[x]: y\n|`|\\|<script>|</script>|&lt;|| a | b |\n"
)


@settings(max_examples=500, deadline=None)
@given(text=some.lists(some.sampled_from(re.split(r"\|(?! )", PIECES)), max_size=14).map("".join))
def test_no_text_reaches_what_follows(text: str) -> None:
    """However the pieces of Markdown and HTML are thrown together, what follows is not touched, and no heading is too high."""
    assume(not re.search(r"--\s+>", text))  # html.parser, unlike browsers, ends a comment there
    written = contained(text, 2)

    assert not swallows(written)
    assert written.count("text") >= text.count("text")


@settings(max_examples=200, deadline=None)
@given(
    text=some.lists(
        some.sampled_from(["# a\n", "a\n", "===\n", "\n", "> # b\n", "- c\n", "```\n", "    # d\n", "<h2>e</h2>\n", "## f #\n", "\\# g\n"]),
        max_size=8,
    ).map("".join)
)
def test_the_quick_look_finds_the_same_headings(text: str) -> None:
    """Headings are the same whether a text is simple enough to be looked through or has to be parsed."""
    rendered = MarkdownIt("commonmark").render(text)

    assert list(headings_in(text)) == [html.unescape(one[1]) for one in re.findall(r"(?s)<h([1-6])>(.*?)</h\1>", rendered)]
