"""The items of CSL-JSON.

Layer: exchange. Source: the schema of CSL 1.0.2, csl-data.json. Nothing is trusted to be of the type it should be.
"""

import json
from collections.abc import Iterator
from typing import Any

from ...model.identifiers import arxiv_id_in
from ..awesome_list.addresses import Target, target_of
from ..awesome_list.pieces import Link
from .citing import Cited, plain


def cited_items(text: str) -> Iterator[tuple[int, Cited | str]]:
    """Yield each item with its number, or why it names no work."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield 1, f"no JSON: {str(error).partition(';')[0] or 'nested too deeply'}"
        return
    for number, item in enumerate(held if isinstance(held, list) else [held], 1):
        yield number, _cited(item) if isinstance(item, dict) else "no item of CSL-JSON"


def _cited(item: dict[str, Any]) -> Cited | str:
    title = plain(_said(item, "title"))
    if not title:
        return "the item has no title"
    return Cited(
        title=title,
        authors=tuple(filter(None, map(_person, _list(item.get("author"))))),
        venue=plain(_said(item, "container-title") or _said(item, "event-title")),
        date=_date(item.get("issued")),
        targets=tuple(_targets(item)),
        abstract=plain(_said(item, "abstract")),
        keywords=tuple(filter(None, map(plain, _said(item, "keyword").split(",")))),
    )


def _said(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _person(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    parts = (_said(value, name) for name in ("given", "non-dropping-particle", "family", "suffix"))
    return plain(_said(value, "literal") or " ".join(filter(None, parts)))


def _date(issued: Any) -> str:
    parts = _list(_list(issued.get("date-parts"))[:1] and issued["date-parts"][0]) if isinstance(issued, dict) else []
    numbers = [int(part) for part in parts[:3] if isinstance(part, int) or (isinstance(part, str) and part.isdecimal())]
    if not numbers or not 1000 <= numbers[0] <= 9999:
        return ""
    from ..awesome_list.dates import date_in

    return date_in("-".join(str(number) for number in numbers)) or str(numbers[0])


def _targets(item: dict[str, Any]) -> Iterator[Target]:
    for name in ("number", "note", "archive_location", "URL"):
        if "arxiv" in (said := _said(item, name)).lower() and (found := arxiv_id_in(said)):
            yield Target("arxiv", found)
    if doi := _said(item, "DOI").strip():
        paper = arxiv_id_in(doi) if "arxiv" in doi.lower() else ""
        identified = Target("arxiv", paper) if paper else target_of(Link("", f"https://doi.org/{doi}", "", 0))
        if identified:
            yield identified
    if target := target_of(Link("", _said(item, "URL"), "", 0), "paper"):
        yield target._replace(is_said=False)
