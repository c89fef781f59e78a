"""Titles with LaTeX in them, as arXiv gives them, made readable.

Layer: model.
"""

import re
import unicodedata

_ACCENTS = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"} | {
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "r": "\u030a",
}
_ACCENTED = re.compile(r"""\\(?:([`'^"~=.])\s*|([cvuHr])(?:\s+|(?=\{)))\{?\\?([A-Za-z])\}?""")
_STYLE = re.compile(r"\\(?:text[a-z]*|math[a-z]*|emph|bf|it|rm|sc|tt|sf|em|ensuremath)(?![A-Za-z])\s*")
_SIGNS = {"times": "×", "to": "→", "infty": "∞", "sim": "~", "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "l": "ł"}
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")


def readable(text: str) -> str:
    """Return `text` with accents as letters, without styles and signs of LaTeX; a command for a sign is the sign, or its name."""
    if not any(mark in text for mark in "\\${"):
        return text
    accented = _ACCENTED.sub(lambda match: match[3] + _ACCENTS[match[1] or match[2]], text)
    plain = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[1]), _STYLE.sub("", accented))
    return " ".join(unicodedata.normalize("NFC", re.sub(r"\\([%&_#$])|[${}\\]", r"\1", plain)).split()) or text
