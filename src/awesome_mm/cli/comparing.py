"""What ``compare`` puts together: the works as sides of a table, and the files for papers.

Layer: cli.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WriteFailed, WrongUsage
from .session import Session

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..services.comparison.comparison import Comparison
    from ..views.blocks import Side


_WRITABLE = 0o222  # by anybody: the superuser may write what nobody shall


def sides_of(catalog: "Catalog", ids: Sequence[str], keys: Mapping[str, str] | None = None) -> list["Side"]:
    """Return the works as sides of a table, with the `keys` by which a paper cites them and where they are to be found."""
    from ..exchange.reference import home
    from ..views.blocks import Side

    entries = [catalog.entry(one) for one in ids]
    return [Side(name=entry.name, key=(keys or {}).get(entry.id, ""), url=home(entry)) for entry in entries]


def paper_text(session: Session, comparison: "Comparison", bib: str | None, *, is_whole: bool) -> str:
    """Return a comparison as LaTeX or HTML, whichever the session asks for.

    In a paper what is in dispute stands only where it was asked for: one where nobody chose rows (`is_whole`) goes without.

    Raises:
        WrongUsage: there is nothing to compare.
    """
    if not comparison.entries or not comparison.rows:
        raise WrongUsage("There is nothing to compare.", "`awesome-mm list` with the same filters shows what they admit.")
    from ..render.comparison_html import comparison_html
    from ..render.comparison_latex import comparison_latex
    from ..views.comparison import comparison_matrix, page_notes

    is_latex = session.format == "latex"
    keys = _keys(session, comparison.entries, bib) if is_latex else {}
    sides = sides_of(session.catalog, comparison.entries, keys)
    shown = comparison.without("disputed") if is_latex and is_whole else comparison
    matrix = comparison_matrix(session.catalog, shown, sides, session.language)
    write = comparison_latex if is_latex else comparison_html
    return write(matrix, page_notes(matrix, session.catalog.as_of, session.language), session.language)


def _keys(session: Session, ids: Sequence[str], bib: str | None) -> dict[str, str]:
    from ..exchange.reference import references

    wanted = references(list(session.catalog), ids, session.catalog.terms)
    if bib is None:
        return {one.id: one.key for one in wanted}
    from ..exchange.own_bibliography import complete
    from ..store.files import locked, replace_file
    from ..store.places import bibliography_lock

    path = Path(bib)
    if path.is_dir():
        raise WrongUsage(f"--bib: {bib} is a folder.", "Name a file.")
    with locked(bibliography_lock()):
        held = path.read_bytes() if path.exists() else b""
        completed = complete(_text(held, bib), wanted)
        if completed.further:
            if path.exists() and not path.stat().st_mode & _WRITABLE:
                raise WriteFailed(f"{bib} may not be written; nothing was.", "Give yourself the right: chmod u+w.")
            replace_file(path, held + _behind(held, completed.further))
    session.remark(f"{bib}: {completed.reused} of {len(wanted)} works were there, {len(wanted) - completed.reused} added.")
    return completed.keys


def _text(held: bytes, path: str) -> str:
    """Return what the file holds; nothing where it is new or empty.

    Raises:
        WrongUsage: it is no text in UTF-8.
    """
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUsage(
            f"{path}: byte {error.start} is not UTF-8; nothing was written.", "Convert it: iconv -f LATIN1 -t UTF-8."
        ) from error


def _behind(held: bytes, further: str) -> bytes:
    """Return `further` as it belongs behind `held`: an empty line between them, lines ended as there."""
    gap = "" if not held.strip() else "\n" if held.endswith(b"\n") else "\n\n"
    ending = "\r\n" if b"\r\n" in held else "\n"
    return f"{gap}{further}".replace("\n", ending).encode("utf-8")
