"""A work that stands in one language of a list only. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject

_NAMES = {"en": ("English", "英文"), "zh": ("Chinese", "中文")}


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works that some language of a list of several does not have."""
    for entry_id in subject.cases_by_entry if len(subject.languages) > 1 else ():
        if entry_id in subject.namesakes:
            continue  # it is there, with another id
        held = subject.by_language(entry_id)
        first = next(iter(held.values()))[0]
        for language in subject.languages:
            if language not in held:
                en, zh = _NAMES[language]
                yield CHECK.of(
                    first,
                    said(f"{first.entry.name} is not in the {en} text.", f"{zh}版中没有 {first.entry.name}。"),
                    said("Add it there, or remove it here.", "请在该语言版本中补充，或在此处删去。"),
                )


_ALPHA = "[Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
_BETA = "[Beta: Filtering Data](https://arxiv.org/abs/2401.00001)"
_GAMMA = "[Gamma: Scoring Data](https://arxiv.org/abs/2402.00001)"

CHECK = Check(
    code="language-lacking",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a work that one language of the list does not have", "某一语言版本缺少的作品"),
    why="""A list in two languages is two files that are edited by hand: what goes into one is forgotten in the other. Files are taken for
the languages of one list where they hold mostly the same works.""",
    unsound={
        "README.md": f"# List\n\n## Methods\n\n- {_ALPHA}\n- {_BETA}\n- {_GAMMA}\n",
        "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成数据\n- {_BETA}：过滤数据\n",
    },
    sound={
        "README.md": f"# List\n\n## Methods\n\n- {_ALPHA}\n- {_BETA}\n- {_GAMMA}\n",
        "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成数据\n- {_BETA}：过滤数据\n- {_GAMMA}：评分\n",
    },
    find=find,
)
