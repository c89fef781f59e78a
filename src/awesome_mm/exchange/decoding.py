"""Bytes from outside to text, or a sentence that says why not.

Layer: exchange.
"""

import codecs

from ..errors import WrongUsage

LARGEST = 20 * 1024 * 1024  # bytes; the longest lists have one or two million
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def text_of(content: bytes, path: str) -> str:
    """Return `content`, read from `path`, as text with line breaks of one kind.

    Raises:
        WrongUsage: it is empty, too large, or no text in UTF-8 (or UTF-16 with its mark).
    """
    if len(content) > LARGEST:
        raise WrongUsage(
            f"{path}: larger than {LARGEST // 1024 // 1024} MiB.", "A list is text of a few hundred kilobytes; name that file."
        )
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        is_binary = b"\0" in content[:4096]
        said = "not a text file" if is_binary else f"byte {error.start} is not UTF-8"
        fix = (
            "Name a list in Markdown, BibTeX, CSL-JSON, or a file of arXiv ids." if is_binary else "Convert it: iconv -f GB18030 -t UTF-8."
        )
        raise WrongUsage(f"{path}: {said}.", fix) from error
    if "\0" in text:
        raise WrongUsage(f"{path}: not a text file.", "Name a list in Markdown, BibTeX, CSL-JSON, or a file of arXiv ids.")
    if not text.strip():
        raise WrongUsage(f"{path}: the file is empty.", "Name a file with a list in it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
