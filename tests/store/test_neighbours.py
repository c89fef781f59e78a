"""What relative links of a text may lead to."""

from pathlib import Path

import pytest

from awesome_mm.store.neighbours import files_beside
from tests.repositories import commit


@pytest.mark.parametrize(
    ("target", "is_there"),
    [
        ("docs/a%20b.md", True),
        ("docs/a b.md#part", True),
        ("/docs/", True),
        ("../README.md?raw=true", True),
        ("docs/none.md", False),
        ("x" * 5000, False),
        ("../../../etc/passwd", None),
        ("https://example.org/x", None),
        ("mailto:a@example.org", None),
        ("#part", None),
        ("", None),
        ("a\0b", None),
    ],
)
def test_a_target_is_there_or_not_or_nothing_is_known(target: str, is_there: bool | None, tmp_path: Path) -> None:
    """Files of the repository are looked for beside the text or from its top; nothing outside of it is looked at."""
    commit(tmp_path / "r", {"README.md": "", "docs/a b.md": "", "docs/docs/a b.md": ""})
    text = tmp_path / "r" / "docs" / "list.md"

    assert files_beside(text, [target]) == ({} if is_there is None else {target: is_there})


def test_outside_of_a_repository_nothing_is_known(tmp_path: Path) -> None:
    """Of a file that was downloaded nobody knows what stood beside it."""
    assert files_beside(tmp_path / "README.md", ["none.md"]) == {}
