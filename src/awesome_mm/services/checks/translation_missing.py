"""A text of a bilingual catalog in one language only. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from ...model.taxonomy import Text
from ...model.text import is_han
from .bilingual import texts_in
from .finding import Check, Finding, Group, Severity, Told, said
from .language_lacking import _NAMES
from .subject import Subject

_WORD = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w-])")
_FEWEST_WORDS = 3  # a name or a number needs no translation
_MOSTLY = 0.5
_SPARED = re.compile(r"account|.*\.parameters\.\d+\.text|.*\.tools\.\d+")  # quoted words: of the list, of prompts, of names


def find(subject: Subject) -> Iterator[Finding]:
    """Yield texts of a catalog that lack a language which most of them have, or that say the same in both."""
    if subject.vocabularies is None:
        return
    terms = [
        ((kind.name, one), field, text)
        for kind in fields(subject.vocabularies)
        for one, term in getattr(subject.vocabularies, kind.name).items()
        for field, text in texts_in(term)
    ]
    found = [(case, field, text) for case in subject.cases for field, text in texts_in(case.entry) if not _SPARED.fullmatch(field)]
    texts = [text for text in (*(text for _, _, text in found), *(text for _, _, text in terms)) if _needs_both(text)]
    if sum(bool(text.en and text.zh) for text in texts) < _MOSTLY * len(texts):
        return
    for case, field, text in found:
        if told := _told(text):
            yield CHECK.of(case, *told, field=field)
    for key, field, text in terms:
        if told := _told(text):
            yield CHECK.under((*key, *field.split(".")), *told)


def _told(text: Text) -> Told | None:
    """Return what is wrong with a text in two languages; None where nothing is."""
    if not _needs_both(text):
        return None
    if not (text.en and text.zh):
        en, zh = _NAMES["en" if not text.en else "zh"]
        return said(f"There is no {en} text here.", f"此处没有{zh}文本。"), said("Translate it.", "请补充翻译。")
    if text.en.strip() == text.zh.strip() and _is_prose(text.en):
        return said("Both languages say the same here.", "两种语言的文本完全相同。"), said("Translate it.", "请翻译。")
    return None


def _is_prose(text: str) -> bool:
    """Whether a text has words of its language in it, rather than names."""
    return len(_WORD.findall(text)) >= _FEWEST_WORDS or sum(map(is_han, text)) >= _FEWEST_WORDS


def _needs_both(text: Text) -> bool:
    return bool(text.en and text.zh) or _is_prose(text.said("en"))


_ENTRY = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\n'

CHECK = Check(
    code="translation-missing",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a text of a bilingual catalog in one language only, or the same in both", "双语目录中仅有一种语言或两种语言相同的文本"),
    why="""Where a translation is missing the other language stands in for it. In a catalog most of whose texts are in both languages that
is a gap; names of fewer than three words are let pass.""",
    unsound={"catalog.toml": f'{_ENTRY}summary = {{ en = "Makes new data from images." }}\n'},
    sound={"catalog.toml": f'{_ENTRY}summary = {{ en = "Makes new data from images.", zh = "由图像合成数据。" }}\n'},
    find=find,
)
