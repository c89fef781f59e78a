"""Drawings as DOT, the language of Graphviz.

Layer: views. The syntax is at https://graphviz.org/doc/info/lang.html; labels are strings in quotes, in which Graphviz reads backslashes
and the names of characters (``&amp;``).
"""

from collections.abc import Iterator, Sequence

from .drawing import Arrow, Box, Drawing

_INDENT = "  "
_FONTS = "Helvetica,Arial,Noto Sans CJK SC,sans-serif"
_HEAD = f"""\
digraph pipelines {{
  graph [fontname="{_FONTS}" compound=true labelloc=t]
  node [fontname="{_FONTS}" shape=box style=rounded]
  edge [fontname="{_FONTS}" fontsize=11]"""
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})


def dot(drawings: Sequence[Drawing]) -> str:
    """Return `drawings` as one graph; where there are several, each is in a frame that bears its title."""
    if len(drawings) == 1:
        parts = [f"{_INDENT}label={_label([drawings[0].title])}", *(line for box in drawings[0].boxes for line in _box(box, 1))]
    else:
        parts = [line for drawing in drawings for line in _frame(Box(drawing.key, [drawing.title], drawing.boxes), 1)]
    arrows = [f"{_INDENT}{_arrow(arrow)}" for drawing in drawings for arrow in drawing.arrows]
    return "\n".join([_HEAD, *parts, *arrows, "}\n"])


def _box(box: Box, depth: int) -> Iterator[str]:
    if box.inner:
        yield from _frame(box, depth)
        return
    style = ' shape=oval style=""' if box.ends else ' style="rounded,dashed"' if box.doubtful else ""
    yield f"{_INDENT * depth}{box.key} [label={_label(box.lines)}{style}]"


def _frame(box: Box, depth: int) -> Iterator[str]:
    indent = _INDENT * depth
    yield f"{indent}subgraph cluster_{box.key} {{"
    yield f"{indent}{_INDENT}label={_label(box.lines)}"
    yield f'{indent}{_INDENT}style="rounded{",dashed" * box.doubtful}"'
    for inner in box.inner:
        yield from _box(inner, depth + 1)
    yield f"{indent}}}"


def _arrow(arrow: Arrow) -> str:
    said = [
        f"label={_label(arrow.lines)}" if arrow.lines else "",
        "style=dashed constraint=false" if arrow.is_loop else "",
        f"ltail=cluster_{arrow.leaves}" if arrow.leaves else "",
        f"lhead=cluster_{arrow.enters}" if arrow.enters else "",
    ]
    attributes = " ".join(one for one in said if one)
    return f"{arrow.source} -> {arrow.target}{f' [{attributes}]' if attributes else ''}"


def _label(lines: Sequence[str]) -> str:
    written = "\\n".join(line.translate(_ESCAPED) for line in lines)
    return f'"{written}"'
