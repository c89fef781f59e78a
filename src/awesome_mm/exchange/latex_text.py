"""Text as LaTeX reads it: its own signs escaped, accents as commands where a program knows ASCII only.

Layer: exchange. Chinese and other scripts without a command stay as they are: their users run engines that read UTF-8.
"""

import re
import unicodedata

from ..model.text import one_line

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
    "}": r"\textbraceright{}",
    "%": r"\%",
    "&": r"\&",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': "''",
}
_SIGNS = {
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": r"\ldots{}",
    "×": r"$\times$",
    "→": r"$\rightarrow$",
    "∗": r"$\ast$",
    "²": "$^2$",
    "³": "$^3$",
    "ß": r"{\ss}",
    "ø": r"{\o}",
    "Ø": r"{\O}",
    "æ": r"{\ae}",
    "Æ": r"{\AE}",
    "ł": r"{\l}",
    "Ł": r"{\L}",
    "ı": r"{\i}",
    "å": r"{\aa}",
    "Å": r"{\AA}",
    "\u00a0": "~",
}
_SYMBOLS = {"≥": "geq", "≤": "leq", "≠": "neq", "≈": "approx", "±": "pm", "∞": "infty", "∇": "nabla", "∂": "partial", "∑": "sum"} | {
    "⇒": "Rightarrow",
    "←": "leftarrow",
    "↔": "leftrightarrow",
    "∈": "in",
    "∩": "cap",
    "∪": "cup",
    "·": "cdot",
    "★": "star",
    "∘": "circ",
}
_GREEK = {
    letter: f"\\{name}"
    for letter, name in zip(
        "αβγδεζηθικλμνξπρςστυφχψωΓΔΘΛΞΠΣΥΦΨΩ",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho varsigma sigma tau upsilon phi chi psi omega "
        "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(),
        strict=True,
    )
}
_SIGNS |= {sign: f"${command}$" for sign, command in _GREEK.items()} | {sign: f"$\\{name}$" for sign, name in _SYMBOLS.items()}
_ACCENTS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0327": "c",
    "\u0323": "d",
    "\u0328": "k",
}
_PROTECTED = re.compile(r"[^\W_]+(?:[-.+/@'’][^\W_]+)*\+*")


def escaped(text: str) -> str:
    """Return `text` for LaTeX, UTF-8 kept."""
    return "".join(_SPECIAL.get(character, character) for character in one_line(text))


def in_ascii(text: str) -> str:
    """Return `text` for LaTeX and classic BibTeX: letters with accents and common signs as commands."""
    return "".join(_SPECIAL.get(one) or _SIGNS.get(one) or _accented(one) for one in unicodedata.normalize("NFC", one_line(text)))


def _accented(character: str) -> str:
    """Return a letter with one accent or several as commands, a letter of mathematics as itself; others stay as they are."""
    if character.isascii():
        return character
    base, *marks = list(unicodedata.normalize("NFD", character))
    if marks and base.isascii() and all(mark in _ACCENTS for mark in marks):
        return f"{{{_with_accents({'i': chr(92) + 'i', 'j': chr(92) + 'j'}.get(base, base), marks)}}}"
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() and plain.isalnum() else _SIGNS.get(plain, character)


def _with_accents(letter: str, marks: list[str]) -> str:
    for mark in marks:
        accent = _ACCENTS[mark]
        letter = f"\\{accent}{{{letter}}}" if accent.isalpha() or len(letter) > 1 else f"\\{accent}{letter}"
    return letter


def _is_name(word: str) -> bool:
    return any(letter.isupper() for letter in word[1:]) or (any(map(str.isdecimal, word)) and any(map(str.isupper, word)))


def protected(title: str) -> list[tuple[str, bool]]:
    """Return the stretches of `title`, each with whether its capitals must stay whatever the style: names such as LLaVA, GPT-4V, 3D."""
    stretches, end = [], 0
    for match in _PROTECTED.finditer(title):
        word = match[0]
        if (match.end() < len(title) and title[match.end()] == ":") or any(map(_is_name, (word, *re.split(r"[-/]", word)))):
            stretches += [(title[end : match.start()], False), (word, True)]
            end = match.end()
    return [one for one in (*stretches, (title[end:], False)) if one[0]]
