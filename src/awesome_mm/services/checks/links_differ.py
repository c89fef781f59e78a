"""A link that a work has in one language only. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...model.identifiers import address, identifier_in
from ...model.text import fold
from .finding import Check, Finding, Group, Severity, Told, said
from .language_lacking import _NAMES
from .subject import Case, Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield works whose links are not the same in all languages, once for each, in the first language that lacks one."""
    for entry_id in subject.cases_by_entry if len(subject.languages) > 1 else ():
        held = {language: cases for language in subject.languages if (cases := subject.by_language(entry_id).get(language))}
        links = {language: _links(cases) for language, cases in held.items()}
        every = {key: url for own in links.values() for key, url in own.items()}
        lacking = {language: [url for key, url in every.items() if key not in own] for language, own in links.items()}
        first = next((language for language, lost in lacking.items() if lost), "")
        if first:
            yield CHECK.of(held[first][0], *_said(held[first][0].entry.name, lacking), field="links")


def _said(name: str, lacking: Mapping[str, Sequence[str]]) -> Told:
    parts = [(_NAMES[language], lost) for language, lost in lacking.items() if lost]
    en = "; ".join(f"the {names[0]} text lacks {', '.join(lost)}" for names, lost in parts)
    zh = "；".join(f"{names[1]}版缺少 {'、'.join(lost)}" for names, lost in parts)
    return (
        said(f"{name} is not linked alike: {en}.", f"{name} 的链接不一致：{zh}。"),
        said("Give all languages the same links.", "请使各语言的链接一致。"),
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
