"""A translation of a text that has changed since. Layer: services."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from ...model.taxonomy import Text
from .bilingual import texts_in
from .finding import Check, Finding, Group, NewFields, Severity, Told, said
from .subject import Case, Subject

_MARK = re.compile(r"<!--\s*awesome-mm:\s*of\s+([0-9a-f]{8,64})\s*-->")
_LENGTH = 12  # hex digits of the SHA-256 that are written


def find(subject: Subject) -> Iterator[Finding]:
    """Yield translations that say of which text they are, where that is another by now."""
    for case in subject.cases if subject.is_catalog else ():
        texts = dict(texts_in(case.entry))
        for one in case.entry.translated:
            text = texts.get(one.field)
            if text and text.en and text.zh and not digest(text.en).startswith(one.of):
                yield CHECK.of(case, *_said(one.field, digest(text.en)[:_LENGTH]), field=one.field)
    for entry_id in subject.cases_by_entry if len(subject.languages) > 1 else ():
        held = subject.by_language(entry_id)
        english = "\n".join(case.text for case in held.get("en", ()))
        for case in held.get("zh", ()):
            mark = _MARK.search(case.text)
            if mark and english and not digest(english).startswith(mark[1]):
                yield CHECK.of(case, *_said(case.entry.name, digest(english)[:_LENGTH]))


def find_unmarked(subject: Subject) -> Iterator[Finding]:
    """Yield entries of a catalog with translations that do not say of which text they are."""
    for case in subject.cases if subject.is_catalog else ():
        known = {one.field: one.of for one in case.entry.translated}
        lacking = {field: text for field, text in _translated(case) if field not in known}
        if lacking:
            marks: list[dict[str, Any]] = [{"field": field, "of": of} for field, of in known.items()]
            marks += [{"field": field, "of": digest(str(text.en))[:_LENGTH]} for field, text in lacking.items()]
            yield UNMARKED.of(
                case,
                said(f"{len(lacking)} translations do not say of which text they are.", f"{len(lacking)} 处译文未记录所译原文。"),
                said("`--fix` notes the present text of each.", "`--fix` 会记录当前原文。"),
                field="translated",
                repairs=(NewFields(section=case.entry.kind.value, one=case.entry.id, values={"translated": marks}),),
            )


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hex digits, whatever its white space."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def _translated(case: Case) -> Iterator[tuple[str, Text]]:
    return ((field, text) for field, text in texts_in(case.entry) if text.en and text.zh and "." not in field)


def _said(what: str, now: str) -> Told:
    return (
        said(f"The English text of {what} has changed since it was translated.", f"{what} 的英文原文在翻译之后已有改动。"),
        said(f"Look the translation over; the text is {now} now.", f"请复核译文；原文当前的摘要为 {now}。"),
    )


def _entry(of: str) -> dict[str, str]:
    return {
        "catalog.toml": '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["editing"]\n'
        f'summary = {{ en = "Makes new data from images.", zh = "由图像合成数据。" }}\n'
        f'translated = [{{ field = "summary", of = "{of}" }}]\n'
    }


CHECK = Check(
    code="translation-older",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a translation made from an older text", "译自旧版原文的译文"),
    why="""Who mends the English seldom mends the Chinese. A translation may say of which text it is: in a catalog by `translated`, with
the first digits of the text's SHA-256 (`awesome-mm lint --select translation-unmarked --fix` writes them), in a list by a
comment inside the entry, `<!-- awesome-mm: of 0123456789ab -->`.""",
    unsound=_entry("0123456789ab"),
    sound=_entry(digest("Makes new data from images.")[:_LENGTH]),
    find=find,
)
UNMARKED = Check(
    code="translation-unmarked",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a translation that does not say of which text it is", "未记录所译原文的译文"),
    why="""Only a translation that is marked can be found to be older than its text. Off unless selected; `--fix` marks all of an entry's
texts as they are.""",
    unsound={"catalog.toml": _entry("0")["catalog.toml"].partition("translated")[0]},
    sound=_entry(digest("Makes new data from images.")[:_LENGTH]),
    find=find_unmarked,
    is_on=False,
    fixes=True,
)
