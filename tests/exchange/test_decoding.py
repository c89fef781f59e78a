"""Bytes to text."""

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.exchange import decoding
from awesome_mm.exchange.decoding import text_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_with_and_without_marks(encoding: str) -> None:
    """Marks go, and all line breaks become one kind."""
    assert text_of("数据\r\nA\rB".encode(encoding), "p") == "数据\nA\nB"


@pytest.mark.parametrize(
    ("content", "said", "fix"),
    [
        (b"", "empty", "Name"),
        (b" \n\t\n", "empty", "Name"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not a text file", "Markdown"),
        (b"a\0b", "not a text file", "Markdown"),
        ("数据".encode("gb18030"), "byte 0 is not UTF-8", "iconv"),
    ],
)
def test_what_is_no_text(content: bytes, said: str, fix: str) -> None:
    """It is said what is wrong with which file, and what to do."""
    with pytest.raises(WrongUsage, match=f"^p: .*{said}") as caught:
        text_of(content, "p")

    assert fix in caught.value.fix


def test_what_is_too_large() -> None:
    """There is an end to what is read."""
    with pytest.raises(WrongUsage, match="larger than 20 MiB"):
        text_of(b"a" * (decoding.LARGEST + 1), "p")
