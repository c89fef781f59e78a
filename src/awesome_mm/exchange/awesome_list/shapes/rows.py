"""The rows of a table as entries, whether the table was written with pipes or in HTML.

Layer: exchange. Columns are known by their heads; one that nobody knows is text of the entry.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ....model.text import fold
from ..addresses import PAPERS, Target, target_of
from ..dates import Published, date_in, is_date, venue_in
from ..heads import Head, read_head
from ..parts import Missed, Parts, authors_behind, badge_text, day_of_itself, head_targets, label_text
from ..people import Authors, authors_in
from ..pieces import Pieces, is_same, links_of, text_of
from ..titles import clean_title, short_name
from ..words import COLUMN_ROLES, PREPRINTS, VENUES, bare_text, link_role, words_of
from .context import Found

_LONGEST_VENUE = 60
_NOTHING = ("", "-", "–", "—", "n/a", "na", "none", "tbd", "/", "x", "无")


class Cell(NamedTuple):
    """A cell: its pieces, its own source, and how many rows it spans."""

    pieces: Pieces
    source: str
    rows: int = 1

    @property
    def text(self) -> str:
        """What is read in it; ``""`` for a dash and the like."""
        said = bare_text(text_of(self.pieces))
        return "" if fold(said) in _NOTHING else said


class Row(NamedTuple):
    """A row of cells and the line it stands on."""

    line: int
    cells: Sequence[Cell]


def read_rows(heads: Sequence[str], rows: Sequence[Row]) -> Found:
    """Return the entries in `rows` under columns with the given `heads`; nothing where they are no works."""
    heads, rows = _one_below_another(heads, rows)
    roles = _roles(heads, rows)
    if not {"title", "name"} & set(roles):
        return []
    found: Found = []
    for row in rows:
        if any(cell.text for cell in row.cells):
            found += [_entry(heads, roles, part) for part in _works_of(roles, row)]
    works = [one for one in found if isinstance(one, Parts)]
    return found if works and ("title" in roles or any(one.targets or one.refers for one in works)) else []


def _one_below_another(heads: Sequence[str], rows: Sequence[Row]) -> tuple[Sequence[str], Sequence[Row]]:
    """Return heads once that stand several times side by side, ``Paper | Code | Paper | Code``, and the rows divided likewise."""
    width = next((n for n in range(2, len(heads) // 2 + 1) if list(heads) == [*heads[:n]] * (len(heads) // n)), len(heads))
    if width == len(heads):
        return heads, rows
    starts = range(0, len(heads), width)
    return heads[:width], [row._replace(cells=row.cells[start : start + width]) for row in rows for start in starts]


def _roles(heads: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Return what each column holds: a column called paper holds titles or links, as its cells say."""
    roles = [COLUMN_ROLES.get(fold(bare_text(head)).strip("*_ ?()"), "") for head in heads]
    for place, role in enumerate(roles):
        if role == "paper":
            roles[place] = "title" if _holds_titles(place, rows) else "links"
        elif role == "venue" and _holds_titled_links(place, rows):  # "publication" is either
            roles[place] = "title"
    for wanted in ("title", "name"):
        first = next((place for place, role in enumerate(roles) if role == wanted), None)
        roles = [role if role != wanted or place == first else "" for place, role in enumerate(roles)]
    if not {"title", "name"} & set(roles):
        linked = next((place for place in range(len(heads)) if _holds_titles(place, rows) and _links_out(place, rows)), None)
        if linked is not None:
            roles[linked] = "name"
    # A column called task is one of facts, unless a cell of it heads several rows.
    spans = {place for place, _ in enumerate(heads) if any(cell.rows > 1 for cell in _column(place, rows))}
    return [role if role != "group" or place in spans else "" for place, role in enumerate(roles)]


def _works_of(roles: Sequence[str], row: Row) -> list[Row]:
    """Return a row for each work: one whose title cell links the titles of several papers is divided there."""
    place = roles.index("title") if "title" in roles else roles.index("name")
    cell = row.cells[place] if place < len(row.cells) else None
    links = links_of(cell.pieces) if cell else []
    titled = [link for link in links if link_role(link.label) is None and not link.image and len(words_of(link.label)) > 1]
    papers = {target for link in titled if (target := target_of(link)) and target.kind in PAPERS}
    if cell is None or len(titled) < 2 or len(papers) < len(titled):
        return [row]
    ends = [*(link.first for link in titled[1:]), len(cell.pieces)]
    starts = [0, *ends[:-1]]
    parts = (cell._replace(pieces=cell.pieces[start:end]) for start, end in zip(starts, ends, strict=True))
    return [row._replace(cells=(*row.cells[:place], part, *row.cells[place + 1 :])) for part in parts]


def _column(place: int, rows: Sequence[Row]) -> list[Cell]:
    return [row.cells[place] for row in rows if place < len(row.cells)]


def _holds_titles(place: int, rows: Sequence[Row]) -> bool:
    cells = [cell for cell in _column(place, rows) if cell.text]
    titled = [cell for cell in cells if (head := read_head(cell.pieces)) and link_role(head.title) is None]
    return len(titled) * 2 > len(cells)


def _holds_titled_links(place: int, rows: Sequence[Row]) -> bool:
    heads = [_head(cell) for cell in _column(place, rows)]
    return 2 * sum(head is not None and head.link is not None for head in heads) >= max(len(heads), 1)


def _links_out(place: int, rows: Sequence[Row]) -> bool:
    cells = _column(place, rows)
    return sum(any(True for _ in head_targets(cell.pieces, None)) for cell in cells) * 2 > len(cells)


def _entry(heads: Sequence[str], roles: Sequence[str], row: Row) -> Parts | Missed:
    cells = {role: cell for role, cell in zip(roles, row.cells, strict=False) if role}
    name_cell, title_cell = cells.get("name"), cells.get("title") or _titled(roles, row)
    head = _head(title_cell) or _head(name_cell)
    if head is None or not words_of(head.title):
        return Missed(row.line, " | ".join(cell.text for cell in row.cells if cell.text), "the row names no work")
    name = _name(name_cell, head) if title_cell and _head(title_cell) else ""
    parts = Parts(
        line=row.line,
        source=_source(heads, row),
        name=name or short_name(head.title) or head.title,
        title=head.title,
        has_name=bool(name),
        targets=tuple(dict.fromkeys(_targets(heads, roles, row, head))),
        authors=_authors(cells, head),
        group=_group(cells),
    )
    refers = not parts.targets and any(link.href.startswith("#") for cell in row.cells for link in links_of(cell.pieces))
    return _dated(parts._replace(refers=refers), cells, row, heads)


def _titled(roles: Sequence[str], row: Row) -> Cell | None:
    """Return the cell of links that holds a title as well, though most below that heading do not."""
    linked = (cell for role, cell in zip(roles, row.cells, strict=False) if role == "links")
    return next((cell for cell in linked if (head := _head(cell)) and head.link and len(words_of(head.title)) > 1), None)


def _head(cell: Cell | None) -> Head | None:
    if cell is None or not cell.text:
        return None
    if any(piece.link or piece.is_break or piece.bold for piece in cell.pieces):
        return read_head(cell.pieces)
    return Head("", clean_title(cell.text), None, ())


def _name(cell: Cell | None, head: Head) -> str:
    found = _head(cell)
    name = found.title if found else clean_title(cell.text) if cell else ""
    return name if words_of(name) else head.name


def _targets(heads: Sequence[str], roles: Sequence[str], row: Row, head: Head) -> list[Target]:
    found: list[Target] = []
    order = sorted(
        range(len(row.cells)), key=lambda place: ("title", "name").index(roles[place]) if _role(roles, place) in ("title", "name") else 2
    )
    for place in order:
        cell = row.cells[place]
        said = heads[place] if place < len(heads) else ""
        role = link_role(said) or ""
        is_heads = head.link and any(is_same(link, head.link) for link in links_of(cell.pieces))
        held = head if is_heads else _head(cell) if _role(roles, place) == "name" else None
        found += head_targets(cell.pieces, held, role)
    return found


def _role(roles: Sequence[str], place: int) -> str:
    return roles[place] if place < len(roles) else ""


def _authors(cells: dict[str, Cell], head: Head) -> Authors:
    named = cells.get("authors")
    return authors_in(named.text) if named and named.text else authors_behind(head.rest)


def _group(cells: dict[str, Cell]) -> tuple[str, ...]:
    group = cells.get("group")
    return (group.text,) if group and group.text else ()


def _dated(parts: Parts, cells: dict[str, Cell], row: Row, heads: Sequence[str]) -> Parts:
    venue_cell, date_cell = cells.get("venue"), cells.get("date")
    said = venue_cell.text if venue_cell else ""
    pieces = tuple(piece for cell in row.cells for piece in cell.pieces)
    badges = badge_text(pieces)
    venue = venue_in(said)
    if not venue.venue and said.casefold() in VENUES:  # a word such as Nature is a venue where nothing else stands
        venue = Published(VENUES[said.casefold()])
    if not venue.venue:
        venue = _other_venue(said) if said else venue_in(f"{badges} {label_text(pieces)}")
    if not venue.venue and len(row.cells) > len(heads):  # cells that slipped out of their columns
        venue = next((found for cell in row.cells if len(cell.text) <= _LONGEST_VENUE and (found := venue_in(cell.text)).venue), venue)
    date = _column_date(date_cell.text) if date_cell else ""
    if not date:
        date = next((date_in(cell.text) for cell in row.cells if is_date(cell.text)), "") or date_in(said)
    return parts._replace(venue=venue, date=date if date_cell and date_cell.text else day_of_itself(date, venue, said))


def _column_date(said: str) -> str:
    """Return the date in a column of dates, where ``24-05`` is a year and a month."""
    short = re.fullmatch(r"([0-3][0-9])[-/.](0[1-9]|1[0-2])", said.strip())
    return f"20{short[1]}-{short[2]}" if short else date_in(said)


def _other_venue(said: str) -> Published:
    """Return the venue that a column's own words name, where it is none that we know."""
    words = words_of(said)
    named = [word for word in words if not word.isdecimal()]
    if not named or PREPRINTS & set(words) or len(said) > _LONGEST_VENUE or is_date(said) or link_role(said) is not None:
        return Published()
    year = date_in(said)[:4]
    return Published(said.replace(year, "").strip(" ,'’()") if year else said, int(year or 0))


def _source(heads: Sequence[str], row: Row) -> str:
    """Return the row as Markdown that says the same below no table: a bullet for each cell."""
    lines = []
    for place, cell in enumerate(row.cells):
        if cell.source.strip():
            head = heads[place].strip() if place < len(heads) else ""
            lines.append(f"- **{head.strip('*')}:** {cell.source}" if head else f"- {cell.source}")
    return "\n".join(lines)
