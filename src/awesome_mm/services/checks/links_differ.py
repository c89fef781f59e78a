"""A link that a work has in one language only. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.identifiers import address, identifier_in
from ...model.text import fold
from .finding import Check, Finding, Group, Severity, said
from .language_lacking import _NAMES
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield the links of a work that one language gives and another does not."""
    for entry_id in subject.cases_by_entry if len(subject.languages) > 1 else ():
        held = subject.by_language(entry_id)
        links = {language: _links(cases) for language, cases in held.items()}
        for language, own in links.items():
            for other, theirs in links.items():
                lost = [url for key, url in theirs.items() if key not in own]
                if lost and language != other:
                    en, zh = _NAMES[other]
                    case = held[language][0]
                    yield CHECK.of(
                        case,
                        said(
                            f"{case.entry.name} lacks what the {en} text links: {', '.join(lost)}.",
                            f"{case.entry.name} 缺少{zh}版中的链接：{'、'.join(lost)}。",
                        ),
                        said("Give both languages the same links.", "请使两种语言的链接一致。"),
                        field="links",
                    )


def _links(cases: Sequence[Case]) -> dict[str, str]:
    found: dict[str, str] = {}
    for case in cases:
        for kind, values in case.entry.links.by_kind().items():
            for value in values:
                url = address(kind, value)
                found.setdefault(identifier_in(url) or fold(url).rstrip("/"), url)
    return found


_ALPHA = "[Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
_BETA = "[Beta: Filtering Data](https://arxiv.org/abs/2401.00001)"
_CODE = " [Code](https://github.com/example/alpha)"
_EN = f"# List\n\n## Methods\n\n- {_ALPHA}{_CODE}\n- {_BETA}\n"

CHECK = Check(
    code="links-differ",
    group=Group.LANGUAGE,
    severity=Severity.WARNING,
    about=said("a link that a work has in one language only", "仅在一种语言版本中给出的链接"),
    why="""A paper's id, its code and its data are the same in every language. A link that only one text has was added or mended there and
forgotten here.""",
    unsound={"README.md": _EN, "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}：合成\n- {_BETA}：过滤\n"},
    sound={"README.md": _EN, "README_zh.md": f"# 列表\n\n## 方法\n\n- {_ALPHA}{_CODE}：合成\n- {_BETA}：过滤\n"},
    find=find,
)
