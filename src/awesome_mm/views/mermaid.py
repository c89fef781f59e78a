"""Drawings as a Mermaid flowchart, which code hosts draw where it stands in a block of Markdown.

Layer: views. Mermaid's own syntax is at https://mermaid.js.org/syntax/flowchart.html.
"""

import re
from collections.abc import Iterator, Sequence

from .drawing import Arrow, Box, Drawing

# Signs that Mermaid, or the Markdown and HTML inside its labels, would read; it takes a character's number between # and ;.
_SPECIAL = re.compile(r'[#"&<>`\\*_~$%{}|^]|:(?!\s\S)|^[-+]|^\d+[.)](?!\S)|d(?=irection\s+(?:TB|BT|RL|LR|TD))')
_INDENT = "  "


def mermaid(drawings: Sequence[Drawing]) -> str:
    """Return `drawings` as one flowchart, each in a frame of its own where there are several."""
    lines = ["flowchart TD"]
    for drawing in drawings:
        if len(drawings) > 1:
            lines += _frame(Box(drawing.key, [drawing.title], drawing.boxes), 1)
        else:
            lines += [line for box in drawing.boxes for line in _box(box, 1)]
    arrows = [_arrow(arrow) for drawing in drawings for arrow in drawing.arrows]
    doubtful = [box.key for drawing in drawings for box in _walk(drawing.boxes) if box.doubtful]
    lines += [f"{_INDENT}{arrow}" for arrow in arrows]
    if doubtful:
        lines += [f"{_INDENT}classDef doubtful stroke-dasharray: 4 3", f"{_INDENT}class {','.join(doubtful)} doubtful"]
    return "".join(f"{line}\n" for line in lines)


def _walk(boxes: Sequence[Box]) -> Iterator[Box]:
    for box in boxes:
        yield box
        yield from _walk(box.inner)


def _box(box: Box, depth: int) -> Iterator[str]:
    if box.inner:
        yield from _frame(box, depth)
    else:
        opening, closing = ("([", "])") if box.ends else ("[", "]")
        yield f"{_INDENT * depth}{box.key}{opening}{_label(box.lines)}{closing}"


def _frame(box: Box, depth: int) -> Iterator[str]:
    yield f"{_INDENT * depth}subgraph {box.key} [{_label([' '.join(box.lines)])}]"
    yield f"{_INDENT * (depth + 1)}direction TB"
    for inner in box.inner:
        yield from _box(inner, depth + 1)
    yield f"{_INDENT * depth}end"


def _arrow(arrow: Arrow) -> str:
    line = "-.->" if arrow.is_loop else "-->"
    label = f"|{_label(arrow.lines)}|" if arrow.lines else ""
    source, target = (arrow.leaves if arrow.whole[0] else arrow.source), (arrow.enters if arrow.whole[1] else arrow.target)
    return f"{source} {line}{label} {target}"


def _label(lines: Sequence[str]) -> str:
    written = "<br/>".join(_SPECIAL.sub(_numbered, line) for line in lines)
    return f'"{written}"'


def _numbered(sign: re.Match[str]) -> str:
    return f"{sign[0][:-1]}#{ord(sign[0][-1])};"
