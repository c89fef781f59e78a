"""The items of CSL-JSON.

Layer: exchange. Source: the schema of CSL 1.0.2, csl-data.json, and its remarks on rich text. Nothing is trusted to be of the type it
should be.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from ...model.identifiers import arxiv_id_in
from ...model.latex import readable
from ..awesome_list.addresses import Target
from ..awesome_list.dates import date_in
from ..csl import FURTHER_AUTHORS
from .citing import Cited, Found, remark, shown, target_of_doi, targets_in

_BLOCK = re.compile(r"</?(?:jats:)?(?:p|title|sec)(?:\s[^<>]*)?>")
_STYLE = re.compile(r"</?(?:jats:)?(?:i|b|em|strong|su[bp]|sc|span|italic|bold)(?:\s[^<>]*)?>")
_ITEMS = re.compile(r"^\s*\[|^\s*\{(?:[^\[\]{}]*,)?\s*\"items\"\s*:\s*\[")  # where a list of items opens; one alone stands by itself
_GAP = re.compile(r"[\s,]*")
_LONGEST_BEGINNING = 160
_LONGEST_DATE = 60


def cited_items(text: str) -> Iterator[Found]:
    """Yield what the items are."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Found(1, text, f"no JSON: {str(error).partition(';')[0] or 'nested too deeply'}")
        return
    if isinstance(held, dict) and isinstance(held.get("items"), list):
        held = held["items"]
    items = held if isinstance(held, list) else [held]
    for item, (line, written) in zip(items, _written(text, len(items)), strict=True):
        yield Found(line, written, _cited(item) if isinstance(item, dict) else "no item of CSL-JSON")


def _written(text: str, count: int) -> list[tuple[int, str]]:
    """Return on which line each of `count` items of a JSON text begins, and how."""
    found: list[tuple[int, str]] = []
    opening = _ITEMS.search(text)
    line, place = 1, 0
    at = opening.end() if opening else 0
    while len(found) < count and (gap := _GAP.match(text, at)) and gap.end() < len(text):
        try:
            _, at = json.JSONDecoder().raw_decode(text, gap.end())
        except ValueError:
            break
        line, place = line + text.count("\n", place, gap.end()), gap.end()
        found.append((line, text[place : min(at, place + _LONGEST_BEGINNING)]))
    return found if len(found) == count else [(1, f"item {number}") for number in range(1, count + 1)]


def _cited(item: dict[str, Any]) -> Cited | str:
    title = _plain(item, "title")
    if not any(map(str.isalnum, title)):
        return "the item has no title"
    return Cited(
        title=title,
        key=shown(_said(item, "id")),
        authors=tuple(filter(None, map(_person, _list(item.get("author"))))),
        complete=FURTHER_AUTHORS not in _plain(item, "note"),
        venue=_plain(item, "container-title") or _plain(item, "event-title"),
        date=_date(item.get("issued")),
        targets=tuple(_targets(item)),
        abstract=_plain(item, "abstract"),
        keywords=tuple(filter(None, map(shown, re.split(r"[,;]", _plain(item, "keyword"))))),
        note=remark(_plain(item, "note"), FURTHER_AUTHORS),
    )


def _said(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def _plain(item: dict[str, Any], name: str) -> str:
    """Return a text without the tags that CSL and JATS put in; LaTeX is taken out where there is some, a dollar alone is money."""
    bare = unescape(_STYLE.sub("", _BLOCK.sub(" ", _said(item, name))))
    return shown(readable(bare) if "\\" in bare else bare)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _person(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    parts = (_plain(value, name) for name in ("given", "dropping-particle", "non-dropping-particle", "family", "suffix"))
    return _plain(value, "literal") or " ".join(filter(None, parts))


def _date(issued: Any) -> str:
    """Return the first date, from its parts or from what is written."""
    if not isinstance(issued, dict):
        return date_in(issued[:_LONGEST_DATE]) if isinstance(issued, str) else ""
    first = (_list(issued.get("date-parts")) or [None])[0]
    parts = [str(part) for part in _list(first)[:3] if isinstance(part, str) or type(part) is int]
    written = "-".join(parts) or _said(issued, "raw") or _said(issued, "literal")
    return date_in(written[:_LONGEST_DATE])


def _targets(item: dict[str, Any]) -> Iterator[Target]:
    is_arxiv = any("arxiv" in _said(item, name).lower() for name in ("publisher", "container-title", "archive"))
    for name in ("number", "note", "archive_location", "URL"):
        said = _said(item, name)
        if (is_arxiv or "arxiv" in said.lower()) and (found := arxiv_id_in(said)):
            yield Target("arxiv", found)
    if target := target_of_doi(_said(item, "DOI")):
        yield target
    yield from targets_in(_said(item, "URL"), "paper")
    yield from targets_in(_said(item, "note"))
