"""A link to a file that is not there. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator

from .finding import Check, Finding, Group, Severity, said
from .subject import Subject


def find(subject: Subject) -> Iterator[Finding]:
    """Yield relative links of a text in a repository that lead to no file of it."""
    for text in subject.texts:
        for link in text.links:
            if subject.files.get(f"{text.path}\0{link.target}") is False:
                yield CHECK.at(
                    text.path,
                    link.line,
                    said(f"There is no file {link.target}.", f"没有文件 {link.target}。"),
                    said("Name a file of the repository.", "请指向仓库中的文件。"),
                )


CHECK = Check(
    code="file-missing",
    group=Group.LINKS,
    severity=Severity.ERROR,
    about=said("a link to a file that is not in the repository", "指向仓库中不存在文件的链接"),
    why="""A relative link leads to a file beside the list. Files are looked for only where the list lies in a Git repository: of a single
file that was downloaded nothing is known.""",
    unsound={
        "README.md": "See [the pictures](missing/pictures.md).\n\n## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n",
        ".git/HEAD": "",
    },
    sound={
        "README.md": "See [the pictures](pictures.md).\n\n## Methods\n\n- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)\n",
        ".git/HEAD": "",
        "pictures.md": "Pictures.\n",
    },
    find=find,
    of_text=True,
)
