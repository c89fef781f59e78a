"""A comparison as tables of a paper: booktabs, works cited in the heads.

Layer: render. Sources: the manuals of booktabs (rules, none of them vertical) and tabularx (columns that share the width).
"""

from collections.abc import Sequence

from ..exchange.latex_text import in_ascii
from ..views.blocks import Cell, Matrix, Side
from ..views.comparison import UNKNOWN, UNVERIFIED

_MOST_BESIDE = 5  # works in the width of a page
_NEEDED = r"% Needs \usepackage{array,booktabs,tabularx}"
_NEEDED_FOR_CHINESE = r", and xelatex with \usepackage{ctex}"
_TABLE = r"""\begin{table*}[t]
\centering
\footnotesize
\caption{%s}
\label{tab:comparison%s}
\begin{tabularx}{\textwidth}{@{}l*{%d}{>{\raggedright\arraybackslash}X}@{}}
\toprule
%s \\
\midrule
%s
\bottomrule
\end{tabularx}

\smallskip\raggedright %s
\end{table*}
"""
_NEXT_ROW = " \\\\[2pt]\n"
_UNKNOWN = "--"
_RAISED = r"$^{\dagger}$"


def comparison_latex(matrix: Matrix, notes: Sequence[str], language: str) -> str:
    """Return `matrix` as a float over both columns, or one for every five works, with `notes` below; works without a key are not cited."""
    count = len(matrix.sides)
    parts = -(-count // _MOST_BESIDE) or 1
    ends = [count * part // parts for part in range(parts + 1)]
    needed = _NEEDED + (_NEEDED_FOR_CHINESE if language == "zh" else "")
    tables = (_table(matrix, number, slice(*ends[number : number + 2]), notes, language) for number in range(parts))
    return "\n".join([needed, *tables])


def _table(matrix: Matrix, number: int, shown: slice, notes: Sequence[str], language: str) -> str:
    sides = matrix.sides[shown]
    cells = [cell for aspect in matrix.aspects for cell in aspect.cells[shown]]
    rows = (" & ".join([_text(aspect.title), *map(_cell, aspect.cells[shown])]) for aspect in matrix.aspects)
    return _TABLE % (
        _caption(sides, language),
        f"-{number + 1}" if number else "",
        len(sides),
        " & ".join(["", *map(_head, sides)]),
        _NEXT_ROW.join(rows) + r" \\",
        _notes(notes, language, has_unknown=any(cell.style == UNKNOWN for cell in cells)),
    )


def _caption(sides: Sequence[Side], language: str) -> str:
    names = [_text(side.name) for side in sides]
    if language == "zh":
        return f"{'、'.join(names)}的比较。"
    several = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    return f"Comparison of {several}."


def _head(side: Side) -> str:
    return f"{_text(side.name)}~\\cite{{{side.key}}}" if side.key else _text(side.name)


def _cell(cell: Cell) -> str:
    return _UNKNOWN if cell.style == UNKNOWN else _text(cell.text)


def _notes(notes: Sequence[str], language: str, *, has_unknown: bool) -> str:
    unknown = f"{_UNKNOWN} {'未知' if language == 'zh' else 'unknown'}"
    told = [*map(_text, notes), *([unknown] if has_unknown else [])]
    return ("；" if language == "zh" else "; ").join(told)


def _text(text: str) -> str:
    """Return `text` for LaTeX, the mark of what is not verified raised behind the word."""
    return in_ascii(text).replace(UNVERIFIED, _RAISED)
