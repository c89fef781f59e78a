r"""The taxonomy as a figure of a paper: a forest tree over both columns, works cited in its leaves.

Layer: render. Source: the manual of forest (edges library; ``grow'=0``, ``forked edges``, ``text width``).
"""

from collections.abc import Iterator, Sequence

from ..exchange.latex_text import in_ascii
from ..views.blocks import Side
from ..views.figure_tree import FigureTree, Limb

_NEEDED = r"% Needs \usepackage[edges]{forest}"
_NEEDED_FOR_CHINESE = r", and xelatex with \usepackage{ctex}"
_FIGURE = r"""\begin{figure*}[tp]
\centering
%% The widths of the levels and of the leaves, as parts of the page.
\begin{forest}
forked edges,
for tree={
  grow'=0, draw, rounded corners=1pt, inner sep=2pt, l sep=3mm, s sep=1.5pt, fork sep=1.5mm,
  anchor=west, parent anchor=east, child anchor=west, edge={line width=0.4pt}, line width=0.4pt,
  font=\scriptsize, /tikz/align=flush left, text width=%s\textwidth,
},
where level=0{text width=%s\textwidth, font=\scriptsize\bfseries}{},
where level=1{font=\scriptsize\bfseries}{},
leaf/.style={text width=#1\textwidth, draw=none, inner ysep=1pt},
%s
\end{forest}
\caption{%s}
\label{fig:taxonomy%s}
\end{figure*}
"""
_INNER, _ROOT, _GAP, _WHOLE = 0.17, 0.1, 0.035, 0.985  # of the width of the text
_LEAST_LEAF = 0.24
_MOST_NAMED = (24, 8, 0)  # works of a category that are named, the fewer the less room there is; more are cited together
_MOST_LINES = 52  # of leaves in the height of a page
_SIGNS_OF_A_LINE = 135  # in the width of a page
_SIGNS_OF_A_CITATION = 7  # with the comma and the spaces


def taxonomy_latex(tree: FigureTree, language: str) -> str:
    """Return `tree` as one figure over both columns of a paper, or as several where it is longer than a page."""
    parts = _divided(tree.limbs)
    needed = _NEEDED + (_NEEDED_FOR_CHINESE if language == "zh" else "")
    return "\n".join([needed, *(_figure(tree, limbs, number, language) for number, limbs in enumerate(parts))])


def _figure(tree: FigureTree, limbs: Sequence[Limb], number: int, language: str) -> str:
    inner = _inner_width(limbs)
    nodes = [f"[{_group(tree.title)}", *(line for limb in limbs for line in _node(limb, 1, inner, _most_named(limb, inner), language)), "]"]
    caption = ("；" if language == "zh" else "; ").join(map(in_ascii, tree.notes))
    said = f"{in_ascii(tree.title)}{'。' if language == 'zh' else '. '}{caption}{'。' if language == 'zh' else '.'}"
    return _FIGURE % (f"{inner:.3f}", f"{_ROOT:.3f}", "\n".join(nodes), said, f"-{number + 1}" if number else "")


def _inner_width(limbs: Sequence[Limb]) -> float:
    """Return the width of a category: the deeper the tree, the narrower."""
    depth = max(map(_depth, limbs))
    return min(_INNER, (_leaf_width(depth, 0) - _LEAST_LEAF) / depth)


def _leaf_width(depth: int, inner: float) -> float:
    """Return the width that is left behind `depth` categories."""
    return _WHOLE - _ROOT - (depth + 1) * _GAP - depth * inner


def _depth(limb: Limb) -> int:
    return 1 + max(map(_depth, limb.limbs), default=0)


def _node(limb: Limb, depth: int, inner: float, most: int, language: str) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}[{_group(f'{limb.title} ({limb.size})')}"
    if limb.works:
        yield f"{indent}  [{{{_cited(limb.works, most, language)}}}, leaf={_leaf_width(depth, inner):.3f}]"
    for below in limb.limbs:
        yield from _node(below, depth + 1, inner, most, language)
    yield f"{indent}]"


def _group(text: str) -> str:
    """Return `text` in braces, in which forest takes no sign for its own."""
    return f"{{{in_ascii(text)}}}"


def _cited(works: Sequence[Side], most: int, language: str) -> str:
    """Return the works by name, each cited; more than `most` are cited together, which a numbered style shortens to a range."""
    if len(works) > most:
        counted = f"{len(works)} 项工作" if language == "zh" else f"{len(works)} work{'s' if len(works) > 1 else ''}"
        return f"{counted}~\\cite{{{','.join(one.key for one in works if one.key)}}}"
    named = (f"{in_ascii(one.name)}~\\cite{{{one.key}}}" if one.key else in_ascii(one.name) for one in works)
    return ("、" if language == "zh" else ", ").join(named)


def _divided(limbs: Sequence[Limb]) -> list[list[Limb]]:
    """Return the outermost categories in as many figures as are needed for each to fit a page."""
    inner = _inner_width(limbs)
    parts: list[list[Limb]] = [[]]
    height = 0
    for limb in (part for whole in limbs for part in _fitting(whole, inner)):
        lines = _lines(limb, 1, inner, _most_named(limb, inner))
        if parts[-1] and height + lines > _MOST_LINES:
            parts.append([])
            height = 0
        parts[-1].append(limb)
        height += lines
    return parts


def _fitting(limb: Limb, inner: float) -> Iterator[Limb]:
    """Yield `limb`, or as many of its name as it takes for each to fit a page, with a part of the categories below it."""
    held: list[Limb] = []
    works = limb.works
    for below in limb.limbs:
        longer = limb._replace(works=works, limbs=(*held, below))
        if held and _lines(longer, 1, inner, _MOST_NAMED[-1]) > _MOST_LINES:
            yield limb._replace(works=works, limbs=tuple(held))
            held, works = [], ()
        held.append(below)
    yield limb._replace(works=works, limbs=tuple(held))


def _most_named(limb: Limb, inner: float) -> int:
    """Return how many works of a category can be named so that `limb` fits a page."""
    return next((most for most in _MOST_NAMED if _lines(limb, 1, inner, most) <= _MOST_LINES), _MOST_NAMED[-1])


def _lines(limb: Limb, depth: int, inner: float, most: int) -> int:
    """Return about how many lines a category takes where `most` works are named."""
    signs = (
        sum(len(one.name) + _SIGNS_OF_A_CITATION for one in limb.works)
        if len(limb.works) <= most
        else _SIGNS_OF_A_CITATION * len(limb.works)
    )
    own = -(-signs // max(1, int(_leaf_width(depth, inner) * _SIGNS_OF_A_LINE))) if limb.works else 0
    titled = -(-(len(limb.title) + _SIGNS_OF_A_CITATION) // int(inner * _SIGNS_OF_A_LINE))
    return max(titled, own + sum(_lines(below, depth + 1, inner, most) for below in limb.limbs))
