"""Links inside the Markdown of others: what led about in their list leads about in ours.

Layer: render. An anchor in a list is a heading's slug; here it leads to the category or the entry of that name, and without one its label
stays. What is relative to the list's folder is told from a page one folder below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model.text import squash
from .links import mark

if TYPE_CHECKING:
    from ..model.catalog import Catalog

_FENCED = re.compile(r"(?ms)(^ {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[ \t]*$|`[^`\n]*`)")
_INNER = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(#([^()\s]*)\)")
_RELATIVE = re.compile(r"(\]\(|\b(?:src|href)=[\"'])(?![a-zA-Z][a-zA-Z0-9+.-]*:|[#/<\ufdd0]|\.\./)(?=[^\s)\"'])")


def places_in(catalog: Catalog) -> dict[str, str]:
    """Return the marks of categories and entries by their names in either language, squashed; the first of a name counts."""
    places: dict[str, str] = {}
    for category_id, record in catalog.terms.of("category").items():
        for title in record["title"].values():
            places.setdefault(squash(title), mark(f"category:{category_id}"))
    for brief in catalog.briefs:
        places.setdefault(squash(brief.name), mark(f"entry:{brief.id}"))
    return places


def relinked(text: str, places: Mapping[str, str], up: str = "") -> str:
    """Return Markdown with its inner links led to `places`; `up` is the way from its page to the folder of the list (``"../"``)."""
    parts = _FENCED.split(text)
    parts[::2] = [_relinked(part, places, up) for part in parts[::2]]
    return "".join(parts)


def _relinked(text: str, places: Mapping[str, str], up: str) -> str:
    def lead(match: re.Match[str]) -> str:
        place = places.get(squash(match[3]))
        return f"{match[1]}[{match[2]}]({place})" if place else match[2]

    led = _INNER.sub(lead, text) if "](#" in text else text
    return _RELATIVE.sub(rf"\g<1>{up}", led) if up else led
