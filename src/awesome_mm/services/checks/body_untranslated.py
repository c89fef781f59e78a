"""Lines of one language that stand unchanged in the text of the other. Layer: services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.list_text import ListText, Stands
from ...model.text import is_han
from .bilingual import texts_in
from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_FEWEST_WORDS = 8
_WORD = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w-])")
_NO_BODY = (Stands.HEADING, Stands.LABEL, Stands.QUOTE, Stands.SUMMARY)


def find(subject: Subject) -> Iterator[Finding]:
    """Yield sentences of a Chinese text that are those of the English one, and Chinese texts of a catalog that hold no Chinese."""
    english = {passage.text for text in subject.texts if text.language == "en" for passage in text.passages}
    linked = {(text.path, link.line) for text in subject.texts for link in text.links}
    for text in subject.texts:
        yield from _of_text(text, english, linked) if text.language == "zh" else ()
    for case in subject.cases if subject.is_catalog else ():
        for field, both in texts_in(case.entry):
            if both.zh and both.en and _is_foreign(both.zh):
                yield CHECK.of(
                    case,
                    said(f"The Chinese text is not Chinese: {both.zh[:60]}", f"中文文本并非中文：{both.zh[:60]}"),
                    said("Translate it, or leave it out: the English stands in for it.", "请翻译，或留空（届时显示英文）。"),
                    field=field,
                )


def _of_text(text: ListText, english: set[str], linked: set[tuple[str, int]]) -> Iterator[Finding]:
    for passage in text.passages:
        if passage.stands in _NO_BODY or passage.text not in english or (text.path, passage.line) in linked:
            continue  # titles and names are left as they are, and papers are quoted in their own words
        if _is_foreign(passage.text):
            yield CHECK.at(
                text.path,
                passage.line,
                said(
                    f"This stands in English as it does in the English text: {passage.text[:60]}",
                    f"此处与英文版相同，尚未翻译：{passage.text[:60]}",
                ),
                said("Translate it.", "请翻译。"),
            )


def _is_foreign(text: str) -> bool:
    """Whether a text is a sentence without a Chinese character."""
    return not any(map(is_han, text)) and len(_WORD.findall(text)) >= _FEWEST_WORDS


_ALPHA = "[Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
_BETA = "[Beta: Filtering Data](https://arxiv.org/abs/2401.00001)"
_EN = f"# List\n\n## Methods\n\nAll of these make new data by asking a large model about an image.\n\n- {_ALPHA}\n- {_BETA}\n"

CHECK = Check(
    code="body-untranslated",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a sentence that was left untranslated", "未翻译的句子"),
    why="""What is copied from one language into the other, to be translated later, stays. Titles, quotations and lines with links are let
pass.""",
    unsound={
        "README.md": _EN,
        "README_zh.md": f"# 列表\n\n## 方法\n\nAll of these make new data by asking a large model about an image.\n\n"
        f"- {_ALPHA}：合成\n- {_BETA}：过滤\n",
    },
    sound={
        "README.md": _EN,
        "README_zh.md": f"# 列表\n\n## 方法\n\n这些方法都借助大模型由图像合成数据。\n\n- {_ALPHA}：合成\n- {_BETA}：过滤\n",
    },
    find=find,
)
