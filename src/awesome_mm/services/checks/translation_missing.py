"""A text of a bilingual catalog in one language only. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.taxonomy import Text
from .bilingual import texts_in
from .finding import Check, Finding, Group, Severity, said
from .language_lacking import _NAMES
from .subject import Subject

_FEWEST_WORDS = 3  # a name or a number needs no translation
_MOSTLY = 0.5
_SPARED = re.compile(r"account|.*\.parameters\.\d+\.text|.*\.tools\.\d+")  # quoted words: of the list, of prompts, of names


def find(subject: Subject) -> Iterator[Finding]:
    """Yield texts of entries that lack a language which most texts of the catalog have."""
    if not subject.is_catalog:
        return
    found = [(case, field, text) for case in subject.cases for field, text in texts_in(case.entry) if not _SPARED.fullmatch(field)]
    titles = [text for category in (subject.vocabularies.category.values() if subject.vocabularies else ()) for text in (category.title,)]
    texts = [*(text for _, _, text in found if _needs_both(text)), *titles]
    if sum(bool(text.en and text.zh) for text in texts) < _MOSTLY * len(texts):
        return
    for case, field, text in found:
        if _needs_both(text) and not (text.en and text.zh):
            en, zh = _NAMES["en" if not text.en else "zh"]
            yield CHECK.of(
                case,
                said(f"There is no {en} text here.", f"此处没有{zh}文本。"),
                said("Translate it.", "请补充翻译。"),
                field=field,
            )


def _needs_both(text: Text) -> bool:
    return bool(text.en and text.zh) or len(text.said("en").split()) >= _FEWEST_WORDS


_ENTRY = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\n'

CHECK = Check(
    code="translation-missing",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a text of a bilingual catalog in one language only", "双语目录中仅有一种语言的文本"),
    why="""Where a translation is missing the other language stands in for it. In a catalog most of whose texts are in both languages that
is a gap; names of fewer than three words are let pass.""",
    unsound={"catalog.toml": f'{_ENTRY}summary = {{ en = "Makes new data from images." }}\n'},
    sound={"catalog.toml": f'{_ENTRY}summary = {{ en = "Makes new data from images.", zh = "由图像合成数据。" }}\n'},
    find=find,
)
