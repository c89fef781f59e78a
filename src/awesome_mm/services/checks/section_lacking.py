"""A section that stands in one language of a list only. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .language_lacking import _NAMES
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield sections with works that some language of the list has no counterpart of."""
    if len(subject.languages) < 2 or subject.written is None:
        return
    for category in subject.written.draft.categories.values():
        titles = {language: getattr(category.title, language) for language in subject.languages}
        lacking = [language for language, title in titles.items() if not title]
        if not lacking or not category.order:
            continue
        title = category.title.said("en")
        for text in subject.texts:
            line = next((heading.line for heading in text.headings if title in heading.text), 0)
            if text.language not in lacking and line:
                en, zh = _NAMES[lacking[0]]
                yield CHECK.at(
                    text.path,
                    line,
                    said(f"The section “{title}” has no counterpart in the {en} text.", f"“{title}”一节在{zh}版中没有对应章节。"),
                    said("Add the section there, or give both the same place.", "请在该语言版本中补充此节，或使两者位置一致。"),
                )


_ALPHA = "[Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
_BETA = "[Beta: Filtering Data](https://arxiv.org/abs/2401.00001)"
_GAMMA = "[Gamma: Scoring Data](https://arxiv.org/abs/2402.00001)"
_EN = f"# List\n\n## Methods\n\n- {_ALPHA}\n- {_BETA}\n\n## Datasets\n\n- {_GAMMA}\n"

CHECK = Check(
    code="section-lacking",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a section that one language of the list does not have", "某一语言版本缺少的章节"),
    why="""Sections of the languages of a list are matched by the works in them and by their place. One that is left over was added, or
split, in one language only.""",
    unsound={"README.md": _EN, "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成\n- {_BETA}：过滤\n- {_GAMMA}：评分\n"},
    sound={"README.md": _EN, "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成\n- {_BETA}：过滤\n\n## 数据集\n\n- {_GAMMA}：评分\n"},
    find=find,
)
