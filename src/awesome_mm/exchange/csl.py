"""References as CSL-JSON, which Zotero, pandoc and citation processors read.

Layer: exchange. Source: the schema of CSL 1.0.2, csl-data.json.
"""

import json
from collections.abc import Iterable
from typing import Any

from .reference import Reference

FURTHER_AUTHORS = "further authors are not known"  # CSL has no "and others"; the reader knows this note
_TYPES = {"conference": "paper-conference", "journal": "article-journal", "preprint": "article"}
_OTHERS = {"dataset": "dataset", "benchmark": "dataset", "blog": "post-weblog"}


def csl_json(references: Iterable[Reference]) -> str:
    """Return `references` as a list of CSL-JSON items."""
    return json.dumps([_item(one) for one in references], ensure_ascii=False, indent=2) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    people = [{"family": one.family, "given": one.given} if one.given else {"literal": one.family} for one in reference.people]
    item = {
        "id": reference.key,
        "type": _TYPES.get(reference.form) or _OTHERS.get(reference.kind, "webpage"),
        "title": reference.title,
        "author": people or [{"literal": name} for name in reference.collectives],
        "issued": {"date-parts": [[int(part) for part in reference.date.split("-")]]} if reference.date else None,
        "container-title": reference.container,
        "section": reference.track,
        "publisher": "arXiv" if reference.form == "preprint" else "",
        "number": f"arXiv:{reference.arxiv_id}" if reference.arxiv_id else "",
        "DOI": reference.doi,
        "URL": reference.url,
        "note": "; ".join(part for part in (reference.note, "" if reference.complete else FURTHER_AUTHORS) if part),
    }
    return {name: value for name, value in item.items() if value}
