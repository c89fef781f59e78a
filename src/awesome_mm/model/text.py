"""Text as it is compared (folded), as it may be shown (printable), and in two languages.

Layer: model. Kept free of heavy imports, because every command passes through here.
"""

import unicodedata
from collections.abc import Iterable, Iterator

LANGUAGES = ("en", "zh")

# Control characters, and the invisible marks that reverse or hide text, never reach a terminal or a file we write.
_CONTROL = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_DIRECTION = [0x061C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_NO_CHARACTERS = range(0xFDD0, 0xFDF0)  # for a program's own use, in no text that is interchanged (Unicode, 23.7)
_HARMFUL = {**dict.fromkeys([*_CONTROL, *_DIRECTION, *_NO_CHARACTERS], ""), 0x0D: "", 0x2028: " ", 0x2029: " "}
_ONE_LINE = {**_HARMFUL, 0x09: " ", 0x0A: " "}


def fold(text: str) -> str:
    """Return `text` as it is compared: NFKC, no case, no accents, single spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFKC", "".join(mark for mark in decomposed if not unicodedata.combining(mark)))
    return " ".join(text.casefold().split())


def squash(text: str) -> str:
    """Return `text` folded and without anything but letters and digits: ``Share-GPT 4V`` becomes ``sharegpt4v``."""
    return "".join(character for character in fold(text) if character.isalnum())


def printable(text: str) -> str:
    """Return `text` without control characters and direction marks; line breaks and tabs stay."""
    return text if text.isprintable() else text.translate(_HARMFUL)


def one_line(text: str) -> str:
    """Return `text` printable and on a single line."""
    return text if text.isprintable() else text.translate(_ONE_LINE)


def in_language(text: dict[str, str] | None, language: str) -> str:
    """Return a bilingual record's text in `language`, or in the one it has, or ``""`` without a record."""
    if not text:
        return ""
    return text.get(language) or text.get("en") or text.get("zh", "")


def texts_in(record: object) -> Iterator[dict[str, str]]:
    """Yield the bilingual texts that stand anywhere in `record`, plain data, in its order."""
    if isinstance(record, dict):
        if isinstance(record.get("en") or record.get("zh"), str):
            yield record
        else:
            for value in record.values():
                yield from texts_in(value)
    elif isinstance(record, list):
        for value in record:
            yield from texts_in(value)


def is_han(character: str) -> bool:
    """Whether `character` is a Chinese character (CJK ideographs, extension A and the compatibility block)."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return the non-empty `values` in order, each once."""
    return tuple(dict.fromkeys(value for value in values if value))
