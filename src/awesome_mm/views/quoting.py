"""What stands where a search found a word, as it is written there.

Layer: views. Search compares folded texts; people read the entry's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.brief import Brief
from ..model.catalog import Catalog
from ..model.text import fold, squash
from ..services.holding import Reason
from ..services.search import Hit
from .highlights import Passage, best_sentence
from .labels import venue_text

PROSE = ("summary", "pipeline", "text")
_VOCABULARIES = {"organization": "organizations", "category": "categories", "model": "models"}


def text_of(catalog: Catalog, hit: Hit, reason: Reason, language: str) -> str:
    """Return what stands where `reason` says, as it is written there; in running text the sentence."""
    if reason.field in PROSE:
        found = prose_of(catalog, hit, [reason], language)
        return found.text if found else reason.matched
    if reason.field == "id":
        return reason.text
    if reason.how == "is" and reason.field in _VOCABULARIES:
        return _called(catalog, hit.brief, reason, language)
    forms = _forms(catalog, hit.brief, reason.field)
    return next((form for form in forms if reason.text in (fold(form), squash(form))), "") or next(
        (form for form in forms if reason.matched in fold(form)), reason.matched
    )


def _called(catalog: Catalog, brief: Brief, reason: Reason, language: str) -> str:
    """Return what the word of a vocabulary that is called as the reason says is called in `language`."""
    ids = _ids(catalog, brief, reason.field)
    names = (catalog.terms.written_forms(reason.field, one) for one in ids)
    found = next((one for one, forms in zip(ids, names, strict=True) if reason.text in (fold(form) for form in forms)), "")
    return catalog.terms.name(reason.field, found, language) if found else reason.matched


def prose_of(catalog: Catalog, hit: Hit, reasons: Sequence[Reason], language: str) -> Passage | None:
    """Return the sentence of the field of `reasons` that says most of their words."""
    words = [reason.matched for reason in reasons]
    if reasons[0].field == "summary":
        return sentence_of([hit.brief.record["summary"]], words, language)
    texts = [text for text in catalog.texts(hit.number) if text != hit.brief.record["summary"]]
    if reasons[0].field == "pipeline":
        own = [reason.text for reason in reasons]
        texts = [text for text in texts if any(fold(said) in own for said in text.values())]
    return sentence_of(texts, words, language)


def sentence_of(texts: Sequence[Mapping[str, str]], words: Sequence[str], language: str) -> Passage | None:
    """Return the best sentence in `language`, else in the other."""
    other = "en" if language == "zh" else "zh"
    return best_sentence((text.get(language, "") for text in texts), words) or best_sentence((text.get(other, "") for text in texts), words)


def _forms(catalog: Catalog, brief: Brief, field: str) -> list[str]:
    """Return the texts of a field of the entry, as they are written."""
    record = brief.record
    if field in _VOCABULARIES:
        return [form for one in _ids(catalog, brief, field) for form in catalog.terms.written_forms(field, one)]
    written = {
        "name": [brief.name, brief.id],
        "alias": brief.values("aliases"),
        "artifact": [made["name"] for made in record["artifacts"]],
        "title": [record["title"]],
        "author": brief.values("authors"),
        "venue": [venue_text(record.get("venue")).rstrip("?")],
        "year": [brief.published[:4]],
    }
    return list(written.get(field, ()))


def _ids(catalog: Catalog, brief: Brief, field: str) -> list[str]:
    """Return the words of a vocabulary that an entry has, categories with those above them."""
    if field == "category":
        return list(dict.fromkeys(parent for one in brief.placements for parent in catalog.terms.ancestry(one)))
    return list(brief.values(_VOCABULARIES[field]))
