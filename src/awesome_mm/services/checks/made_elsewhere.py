"""Checks whose findings are made where a catalog is read, where suppressions are, and on the network. Layer: services."""

from __future__ import annotations

from .finding import Check, Group, Severity, said

_LIST = "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code](https://github.com/example/{})\n"
_ENTRY = '[method.alpha]\nname = "Alpha"\ntitle = "Alpha: Making Data"\ncategories = ["{}"]\n'
_IGNORED = "## Methods\n\n<!-- awesome-mm: ignore link-empty{} -->\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234) [Code]({})\n"

CATALOG_INVALID = Check(
    code="catalog-invalid",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    about=said("something that no catalog may hold", "目录中不允许的内容"),
    why="""Unknown categories, organisations, models and units, relations and routes to nowhere, malformed ids, wrong types, keys that are
misspelt: what keeps every other command from reading the catalog. All faults are found at once; the other checks wait until
there are none.""",
    unsound={"catalog.toml": _ENTRY.format("edditing")},
    sound={"catalog.toml": _ENTRY.format("editing")},
)
IGNORE_UNEXPLAINED = Check(
    code="ignore-unexplained",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("a suppression without a reason, or of a code that there is not", "没有理由或代码不存在的豁免"),
    why="""A finding that is no fault is suppressed by a comment on its line or the one above it, with the reason behind a colon: `<!--
awesome-mm: ignore CODE: reason -->` in a list, `# awesome-mm: ignore CODE: reason` in a catalog, `ignore-file` for all of a
file. Without a reason it suppresses nothing.""",
    unsound={"README.md": _IGNORED.format("", "")},
    sound={"README.md": _IGNORED.format(": the authors announced it for next week", "")},
)
IGNORE_UNUSED = Check(
    code="ignore-unused",
    group=Group.SHAPE,
    severity=Severity.WARNING,
    about=said("a suppression of nothing", "已无作用的豁免"),
    why="""What was suppressed has been mended; the comment would hide the next fault of the kind.""",
    unsound={"README.md": _IGNORED.format(": the authors announced it", "https://github.com/example/alpha")},
    sound={"README.md": _IGNORED.format(": the authors announced it", "")},
)
ID_MISSING = Check(
    code="id-missing",
    group=Group.TRUTH,
    severity=Severity.ERROR,
    about=said("an arXiv id under which there is no paper", "arXiv 上不存在的编号"),
    why="""Every id of a list is well formed, and one of them leads nowhere: a digit was mistyped. Only a complete answer of arXiv's tells
(`--online`).""",
    unsound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2503.99999)\n"},
    sound={"README.md": "## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n"},
    is_online=True,
)
LINK_GONE = Check(
    code="link-gone",
    group=Group.LINKS,
    severity=Severity.ERROR,
    about=said("a link whose page is gone", "页面已不存在的链接"),
    why="""The server answers that there is no such page (404) or no more (410), or there is no such host. An answer that asks for patience
(429), a refusal, an error of the server and silence say nothing about the page, and are no finding (`--online`).""",
    unsound={"README.md": _LIST.format("gone")},
    sound={"README.md": _LIST.format("alpha")},
    is_online=True,
)
LINK_MOVED = Check(
    code="link-moved",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a link whose page has moved for good", "页面已永久迁移的链接"),
    why="""A repository that was renamed leads on until somebody takes its old name; then the link leads to a stranger (`--online`).
`--fix` writes the new address. Redirects that only add a slash, `www` or `https`, and those of identifiers, are none.""",
    unsound={"README.md": _LIST.format("old-name")},
    sound={"README.md": _LIST.format("alpha")},
    is_online=True,
    fixes=True,
)
LINK_ARCHIVED = Check(
    code="link-archived",
    group=Group.LINKS,
    severity=Severity.WARNING,
    about=said("a repository that its owner has archived", "已被所有者归档的仓库"),
    why="""An archived repository takes no corrections. Readers may want to know before they build on it
(`--online`; off unless selected).""",
    unsound={"README.md": _LIST.format("archived")},
    sound={"README.md": _LIST.format("alpha")},
    is_on=False,
    is_online=True,
)
