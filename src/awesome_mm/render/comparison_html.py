"""A comparison as a page: one HTML file that needs nothing else.

Layer: render.
"""

from collections.abc import Sequence
from html import escape

from ..model.text import one_line, printable
from ..views.blocks import Cell, Matrix, Side
from ..views.comparison import UNKNOWN

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 15px/1.45 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto; padding: 0 1rem; max-width: 90rem; }}
h1 {{ font-size: 1.4rem; }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; border-top: 2px solid; border-bottom: 2px solid; }}
th, td {{ padding: .45rem .8rem; text-align: left; vertical-align: top; min-width: 9rem; max-width: 24rem; }}
thead tr > * {{ border-bottom: 1px solid; }}
tbody th {{ position: sticky; left: 0; background: Canvas; font-weight: 600; min-width: 7rem; }}
tbody tr + tr > * {{ border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }}
.quiet {{ opacity: .65; }}
.warning {{ color: light-dark(#9a4a00, #ffb86b); }}
</style>
</head>
<body>
<h1>{title}</h1>
<div class="wide">
<table>
<thead>
<tr><td></td>{heads}</tr>
</thead>
<tbody>
{rows}
</tbody>
</table>
</div>
<p class="quiet">{notes}</p>
</body>
</html>
"""
_MOST_NAMED = 6


def comparison_html(matrix: Matrix, notes: Sequence[str], language: str) -> str:
    """Return `matrix` as a page with a link in each head; `notes` stand below the table."""
    rows = (_row(aspect.title, aspect.cells) for aspect in matrix.aspects)
    return _PAGE.format(
        language="zh-Hans" if language == "zh" else "en",
        title=_text(_title(matrix.sides, language)),
        heads="".join(map(_head, matrix.sides)),
        rows="\n".join(rows),
        notes=" · ".join(map(_text, notes)),
    )


def _title(sides: Sequence[Side], language: str) -> str:
    names = [side.name for side in sides[:_MOST_NAMED]]
    more = ["…"] if len(sides) > _MOST_NAMED else []
    return ("、" if language == "zh" else ", ").join([*names, *more])


def _head(side: Side) -> str:
    name = _text(side.name)
    is_web = side.url.startswith(("https://", "http://"))
    return f'<th scope="col"><a href="{_text(side.url)}">{name}</a></th>' if is_web else f'<th scope="col">{name}</th>'


def _row(title: str, cells: Sequence[Cell]) -> str:
    return f'<tr><th scope="row">{_text(title)}</th>{"".join(map(_cell, cells))}</tr>'


def _cell(cell: Cell) -> str:
    style = f' class="{cell.style}"' if cell.style in (UNKNOWN, "warning") else ""
    return f"<td{style}>{_text(cell.text)}</td>"


def _text(text: str) -> str:
    return escape(one_line(printable(text)))
