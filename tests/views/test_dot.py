"""Tests of drawings in DOT: whatever a text holds, it is read as that text."""

import html
import re
import shutil
import subprocess
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.formats.wrapping import wrap
from awesome_mm.model.text import one_line
from awesome_mm.views.dot import dot
from awesome_mm.views.drawing import Arrow, Box, Drawing, drawings_of
from tests.bundled import catalog, decoded

TEXTS = st.lists(st.sampled_from([*"\"\\&;#<>{}[]=-,n lN'", "&amp;", "&#35;", "\\N", "node", "graph", "中"]), max_size=8).map("".join)
# The tokens of DOT that this project writes: words, numbers, quoted texts, signs.
TOKEN = re.compile(r'\s*(?:(?P<word>[A-Za-z_]\w*|\d+)|"(?P<text>(?:[^"\\\n]|\\.)*)"|(?P<sign>->|[{}\[\]=]))')
RESERVED = {"node", "edge", "graph", "digraph", "subgraph", "strict"}
SVG = "{http://www.w3.org/2000/svg}"


def tokens(text: str) -> list[tuple[str, str]]:
    """Return the tokens of a graph, each with what it is; fails where there is something else."""
    found: list[tuple[str, str]] = []
    place = 0
    while text[place:].strip():
        match = TOKEN.match(text, place)
        assert match, text[place : place + 40]
        found.append((str(match.lastgroup), match[str(match.lastgroup)]))
        place = match.end()
    return found


def read(label: str) -> str:
    """Return a label as Graphviz reads it."""
    unescaped = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], label)
    return html.unescape(unescaped)


def labels(text: str) -> list[str]:
    """Return the labels of a graph in their order, as Graphviz reads them."""
    found = tokens(text)
    return [
        read(value) for (_, key), (_, sign), (kind, value) in zip(found, found[1:], found[2:], strict=False) if is_label(key, sign, kind)
    ]


def is_label(key: str, sign: str, kind: str) -> bool:
    """Whether three tokens in a row are a label."""
    return (key, sign, kind) == ("label", "=", "text")


def test_a_graph() -> None:
    """Boxes, frames, ends, arrows with words, loops and doubt have their attributes."""
    frame = Box("f", ["2 Frame"], [Box("b", ["b"], doubtful=True)], doubtful=True)
    boxes = [Box("a", ["1 A", "[edit]"]), frame, Box("k", ["keep"], ends=True)]
    arrows = [Arrow("a", "b", ["it holds"], enters="f"), Arrow("b", "b", is_loop=True), Arrow("b", "k", leaves="f")]

    lines = dot([Drawing("e", "Alpha", boxes, arrows)]).splitlines()

    assert lines[0] == "digraph pipelines {"
    assert lines[4:] == [
        '  label="Alpha"',
        r'  a [label="1 A\n[edit]"]',
        "  subgraph cluster_f {",
        '    label="2 Frame"',
        '    style="rounded,dashed"',
        '    b [label="b" style="rounded,dashed"]',
        "  }",
        '  k [label="keep" shape=oval style=""]',
        '  a -> b [label="it holds" lhead=cluster_f]',
        "  b -> b [style=dashed constraint=false]",
        "  b -> k [ltail=cluster_f]",
        "}",
    ]


def test_several_drawings_are_one_graph_with_frames() -> None:
    """Each work has a frame that bears its name."""
    drawings = [Drawing(f"e{place}", f"Work {place}", [Box(f"b{place}", ["b"])], []) for place in (1, 2)]

    assert labels(dot(drawings)) == ["Work 1", "b", "Work 2", "b"]
    assert dot(drawings).count("subgraph") == 2


@given(TEXTS | st.text())
def test_every_text_comes_back(text: str) -> None:
    """A label of whatever signs ends where it should, and is read as that text."""
    shown = one_line(text)

    graph = dot([Drawing("e", shown, [Box("a", [shown, "x"])], [Arrow("a", "a", [shown])])])

    assert labels(graph) == [shown, f"{shown}\nx", shown]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("entry_id", [entry.id for entry in decoded().entries])
def test_every_entry_is_a_graph(entry_id: str, language: str) -> None:
    """The text is nothing but tokens of DOT with its braces in pairs, and no key is a reserved word."""
    found = tokens(dot(drawings_of(catalog(), [catalog().entry(entry_id)], language, wrap)))

    signs = [value for kind, value in found if kind == "sign"]
    assert signs.count("{") == signs.count("}") > 0
    assert {value for (kind, value), (_, after) in pairwise(found) if kind == "word" and after == "->"}.isdisjoint(RESERVED)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_draws_what_is_written() -> None:
    """The pipelines of two works, in one graph, are drawn without a complaint, each stage under its name."""
    entries = [catalog().entry(one) for one in ("bee", "mmevol")]

    drawn = subprocess.run(
        ["dot", "-Tsvg"], input=dot(drawings_of(catalog(), entries, "zh", wrap)).encode(), capture_output=True, check=True, timeout=60
    )

    assert drawn.stderr == b""
    texts = {one.text for one in ElementTree.fromstring(drawn.stdout).iter(f"{SVG}text")}
    assert {"Bee", "MMEvol", "4.3 最终保真度验证 [验证]", "保留", "丢弃"} <= texts
