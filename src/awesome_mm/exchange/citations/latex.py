r"""What a paper in LaTeX cites: keys with their lines, and the files in which they may be defined.

Layer: exchange. Comments and what is printed as it stands are no text. Sources: the manuals of natbib and biblatex for commands that
cite, ``\cites`` and the like taking several groups. Every stretch that is looked through has an end, so that braces that are never
closed cost themselves and no more.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

_GROUP = r"\{[^{}]{0,20000}\}"
_OPTION = r"\[(?:[^\[\]{}]|\{[^{}]{0,300}\}){0,600}\]"
_ROUND = r"\([^()]{0,600}\)"
_CITING = re.compile(
    rf"\\(?P<name>(?:[A-Za-z]{{0,20}}[cC]ite[A-Za-z]{{0,20}}))\*?\s*(?P<groups>(?:(?:<[^<>]{{0,60}}>|{_ROUND}|{_OPTION})\s*){{0,4}}{_GROUP})"
)
_FURTHER = re.compile(rf"\s*(?:(?:{_OPTION})\s*){{0,2}}{_GROUP}")
_NO_KEYS = frozenset(
    "citestyle setcitestyle citetext citename bibcite newcites renewcite citesetup citereset citeindextrue citeindexfalse mkcitation "
    "citetitlefont citeauthorformat citedelim citepunct citeleft citeright".split()
)
_SEVERAL = re.compile(r"cites$|^cites|Cites$")
_KEYS = re.compile(r"\{([^{}]*)\}\s*$")
_BIBLIOGRAPHY = re.compile(
    rf"\\(?P<name>bibliography|addbibresource|addglobalbib|addsectionbib|putbib|input|include|subfile|subfileinclude)\s*"
    rf"(?:{_OPTION})?\s*\{{(?P<files>[^{{}}]{{1,2000}})\}}"
)
_INPUT = frozenset(("input", "include", "subfile", "subfileinclude"))
_AS_IT_STANDS = ("verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "filecontents", "filecontents*")
_MARK = re.compile(
    r"\\\\|\\%|(?P<address>\\(?:url|href)\s*\{[^{}\n]*\})|(?P<comment>%[^\n]*)|\\begin\{(?P<begun>[A-Za-z]+\*?)\}|\\verb\*?(?P<mark>[^\w\s*])"
    r"|(?P<false>\\iffalse(?![A-Za-z]))|(?P<over>\\end\{document\})"
)


class Use(NamedTuple):
    """A key that is cited on a line; ``*`` calls upon all there are."""

    key: str
    line: int


class Asked(NamedTuple):
    """A file that a text asks for on a line, as it names it."""

    name: str
    line: int


class Paper(NamedTuple):
    """What a text in LaTeX cites (`uses`), its bibliographies, and the texts that belong to it; `text` is it without its comments."""

    uses: tuple[Use, ...]
    bibliographies: tuple[Asked, ...]
    inputs: tuple[Asked, ...]
    text: str


def read_paper(written: str) -> Paper:
    """Return what a text in LaTeX cites and asks for."""
    text = without_comments(written)
    breaks = breaks_in(text)
    asked = list(_asked(text, breaks))
    return Paper(
        uses=tuple(_uses(text, breaks)),
        bibliographies=tuple(one for name, one in asked if name not in _INPUT),
        inputs=tuple(one for name, one in asked if name in _INPUT),
        text=text,
    )


def without_comments(text: str) -> str:
    """Return `text` with blanks in place of comments and of what is printed as it stands or not at all; its lines stay."""
    kept: list[str] = []
    done, place, endless = 0, 0, set[str]()
    while match := _MARK.search(text, place):
        place = match.end()
        if match["over"]:
            text = text[: match.start()]
            break
        end = _end_of_what_is_no_text(text, match, endless)
        if end > 0:
            kept += [text[done : match.start()], re.sub(r"[^\n]+", " ", text[match.start() : end])]
            done = place = end
    return "".join([*kept, text[done:]])


def _end_of_what_is_no_text(text: str, match: re.Match[str], endless: set[str]) -> int:
    """Return where that ends which begins with `match`, -1 where it is text; what was found to be `endless` is not looked for again."""
    if match["comment"]:
        return match.end()
    if mark := match["mark"]:
        line_end = text.find("\n", match.end())
        return text.find(mark, match.end(), line_end if line_end >= 0 else len(text)) + 1 or -1
    closing = r"\fi" if match["false"] else f"\\end{{{match['begun']}}}" if match["begun"] in _AS_IT_STANDS else ""
    if not closing or closing in endless:
        return -1
    end = text.find(closing, match.end())
    if end < 0:
        endless.add(closing)
        return -1
    return end + len(closing)


def _uses(text: str, breaks: list[int]) -> Iterator[Use]:
    for match in _CITING.finditer(text):
        if match["name"].lower() in _NO_KEYS:
            continue
        end = match.end()
        yield from _keys(match["groups"], match.start("groups"), breaks)
        while _SEVERAL.search(match["name"]) and (further := _FURTHER.match(text, end)):
            yield from _keys(further[0], further.start(), breaks)
            end = further.end()


def _keys(group: str, start: int, breaks: list[int]) -> Iterator[Use]:
    match = _KEYS.search(group)
    place = match.start(1) if match else 0
    for written in match[1].split(",") if match else ():
        key = written.strip()
        if key and not any(mark in key for mark in "#\\"):  # the parameter of a macro is no key
            yield Use(key, line_at(start + place + written.index(key), breaks))
        place += len(written) + 1


def _asked(text: str, breaks: list[int]) -> Iterator[tuple[str, Asked]]:
    for match in _BIBLIOGRAPHY.finditer(text):
        names = match["files"].split(",") if match["name"] in ("bibliography", "putbib") else [match["files"]]
        for name in map(str.strip, names):
            if name and not any(mark in name for mark in "#\\"):
                yield match["name"], Asked(name, line_at(match.start(), breaks))


def breaks_in(text: str) -> list[int]:
    """Return the places of the line breaks of `text`."""
    return [match.start() for match in re.finditer("\n", text)]


def line_at(place: int, breaks: list[int]) -> int:
    """Return the number of the line in which `place` lies."""
    return bisect_left(breaks, place) + 1
