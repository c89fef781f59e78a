"""The words around the facts, in both languages.

Layer: views. A label is looked up by its English form, which is what stands in the code.
"""

from collections.abc import Mapping
from typing import Any

from .labels_zh import CHINESE


def label(text: str, language: str) -> str:
    """Return the label `text` in `language`; what has no translation stays as it is."""
    return CHINESE.get(text, text) if language == "zh" else text


def said(text: Any, language: str) -> str:
    """Return a bilingual text (`en`, `zh`) in `language`, or in the one it has."""
    return ((text.zh if language == "zh" else text.en) or text.en or text.zh) or ""


def said_record(text: Any) -> dict[str, str]:
    """Return a bilingual text as programs get it."""
    return {language: said for language, said in (("en", text.en), ("zh", text.zh)) if said}


def colon(language: str) -> str:
    """Return the colon that the language sets between a label and its text."""
    return "：" if language == "zh" else ": "


def comma(language: str) -> str:
    """Return the mark between the words of an enumeration."""
    return "、" if language == "zh" else ", "


def semicolon(language: str) -> str:
    """Return the mark between names that may hold commas themselves."""
    return "；" if language == "zh" else "; "


def in_brackets(text: str, language: str) -> str:
    """Return `text` as a remark behind a word, in the brackets of the language."""
    return f"（{text}）" if language == "zh" else f" ({text})"


def venue_text(venue: Mapping[str, Any] | None) -> str:
    """Return a venue as people cite it, with a question mark where it is only recalled."""
    if not venue:
        return ""
    return f"{venue['name']} {venue.get('year', '')}".strip() + f"{'?' if venue.get('basis') == 'recalled' else ''}"
