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
    "k": "\u0328",
    "d": "\u0323",
    "b": "\u0331",
}
_ACCENTED = re.compile(r"""\\(?:([`'^"~=.])\s*|([cvuHrkdb])(?:\s+|(?=\{)))\{?(?:\\([ij])(?![A-Za-z])\s*|([A-Za-z][\u0300-\u036f]*))\}?""")
_STYLE = re.compile(r"\\(?:text[a-z]*|math[a-z]*|emph|bf|it|rm|sc|tt|sf|em|ensuremath)(?![A-Za-z])\s*")
_SIGNS = {
    "times": "×",
    "to": "→",
    "rightarrow": "→",
    "ast": "∗",
    "infty": "∞",
    "sim": "~",
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "i": "ı",
    "j": "ȷ",
}
# Commands for signs that mean something else to LaTeX; the signs are held by private characters until all others are gone.
_TEXT_SIGNS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "ldots": "…",
}
_HELD = {name: chr(0xE000 + number) for number, name in enumerate(_TEXT_SIGNS)}
_GIVEN_BACK = {0xE000 + number: sign for number, sign in enumerate(_TEXT_SIGNS.values())}
_TEXT_SIGN = re.compile(rf"\\({'|'.join(_TEXT_SIGNS)})(?![A-Za-z])(?:\{{\}}|\s+)?")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")


def readable(text: str) -> str:
    """Return `text` with accents as letters, without styles and signs of LaTeX; a command for a sign is the sign, or its name."""
    if not any(mark in text for mark in "\\${"):
        return text
    held = _TEXT_SIGN.sub(lambda match: _HELD[match[1]], text)
    accented = held
    for _ in range(2):  # Vietnamese letters have two accents, one in the other
        accented = _ACCENTED.sub(lambda match: (match[3] or match[4]) + _ACCENTS[match[1] or match[2]], accented)
    plain = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[1]), _STYLE.sub("", accented))
    bare = re.sub(r"\\([%&_#$])|[${}\\]", r"\1", plain)
    return " ".join(unicodedata.normalize("NFC", bare).translate(_GIVEN_BACK).split()) or text
