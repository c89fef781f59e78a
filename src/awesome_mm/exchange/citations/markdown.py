"""What a page in Markdown cites: links to papers, ids of arXiv in its text, and keys as pandoc has them.

Layer: exchange. Code and HTML comments are no text. Source of the keys: the manual of pandoc, section "Citation syntax".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ...model.citations import Citation, Form
from ...model.identifiers import arxiv_id_in
from ..awesome_list.addresses import Target, links_from, target_of
from ..awesome_list.pieces import Link
from ..references.citing import shown
from .latex import Asked, Use, breaks_in, line_at

_NO_TEXT = re.compile(
    r"^[ \t]*(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^[ \t]*(?P=fence)|\Z)|(?<!`)(?P<tick>`{1,4})(?!`)[^`\n]{1,500}(?P=tick)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_LABEL = r"(?<![!\\])\[(?P<label>(?:[^\[\]\\\n]|\\.|!?\[[^\[\]\n]{0,300}\](?:\([^()\s]{0,600}\))?){0,600})\]"
_INLINE = re.compile(
    rf"{_LABEL}\(\s*<?(?P<url>[^\s<>()]{{1,2000}}(?:\([^\s<>()]{{0,200}}\)[^\s<>()]{{0,500}})?)>?(?:\s+[\"'(][^\n]{{0,300}}?)?\s*\)"
)
_REFERRED = re.compile(rf"{_LABEL}\[(?P<name>[^\[\]\n]{{0,200}})\]")
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n^]{1,200})\]:\s*<?(?P<url>https?://[^\s<>]{1,2000})>?", re.MULTILINE)
_HTML = re.compile(
    r"<a\s[^<>]{0,600}?href\s*=\s*[\"'](?P<url>[^\"'<>\s]{1,2000})[\"'][^<>]{0,300}>(?P<label>[^<>]{0,600})</a\s*>", re.IGNORECASE
)
_BARE = re.compile(r"https?://[^\s<>()\[\]\"'`|，。；、（）【】]{4,2000}")
_ID = re.compile(r"(?i)(?<![\w/])arxiv\s*[:：]\s*(?P<id>[a-z./-]{0,20}[0-9]{4}\.?[0-9]{3,5}(?:v[0-9]{1,3})?)(?![\w.]*\w)")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\](?:\([^()\s]{0,600}\))?")
_GROUP = re.compile(r"\[(?P<inside>[^\[\]\n]{0,1000}?-?@[^\[\]\n]{1,1000})\](?![\[(:])")
_KEY = re.compile(r"(?<![\w@])-?@(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<key>[\w][\w:.#$%&+?<>~/-]{0,200}))")
_TRAILING = ".:,;?-/"
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|tab|eq|sec|lst|thm|def|lem|cor)[:-]")
_HEAD = re.compile(r"\A(?:\s*\n)?---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"^bibliography[ \t]*:[ \t]*(?P<value>[^\n]*(?:\n[ \t]*-[ \t]+[^\n]+)*)", re.MULTILINE)
_MARKS = re.compile(r"[*_`~]+|\\(?=[^\w\s])")
_LONGEST_HEAD = 20_000


class Page(NamedTuple):
    """What a page cites: `links` to works and ids, keys in brackets (`uses`) and in running text (`mentions`), and its bibliographies."""

    links: tuple[Citation, ...]
    uses: tuple[Use, ...]
    mentions: tuple[Use, ...]
    bibliographies: tuple[Asked, ...]


def read_page(path: str, written: str) -> Page:
    """Return what the page at `path` cites."""
    head = _HEAD.match(written[:_LONGEST_HEAD])
    text = _without_comments(_NO_TEXT.sub(_blank, written))
    breaks = breaks_in(text)
    found = sorted(_links(text), key=lambda one: one[0])
    uses = [Use(key, line_at(group.start() + place, breaks)) for group in _GROUP.finditer(text) for place, key in _keys(group[0])]
    mentions = [Use(key, line_at(place, breaks)) for place, key in _keys(_GROUP.sub(_blank, _BARE.sub(_blank, text)))]
    return Page(
        links=_once(_citation(path, line_at(place, breaks), label, target) for place, label, target in found),
        uses=tuple(one for one in uses if not _CROSS_REFERENCE.match(one.key)),
        mentions=tuple(mentions),
        bibliographies=tuple(_bibliographies(head["head"])) if head else (),
    )


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _without_comments(text: str) -> str:
    """Return `text` with blanks in place of HTML comments; one that is never closed is text."""
    kept: list[str] = []
    done = 0
    while (begin := text.find("<!--", done)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += [text[done:begin], re.sub(r"[^\n]", " ", text[begin : end + 3])]
        done = end + 3
    return "".join([*kept, text[done:]])


def _links(text: str) -> Iterator[tuple[int, str, Target]]:
    """Yield what leads to a work: its place, what is read there, and the target."""
    defined = {match["name"].casefold(): match["url"] for match in _DEFINED.finditer(text)}
    left = _DEFINED.sub(_blank, text)
    for pattern in (_INLINE, _REFERRED, _HTML):
        for match in pattern.finditer(left):
            name = "" if pattern is not _REFERRED else (match["name"] or match["label"]).casefold()
            url = match["url"] if pattern is not _REFERRED else defined.get(name, "")
            if target := target_of(Link("", url, "", 0)):
                yield match.start(), _read(match["label"]), target
        left = pattern.sub(_blank, left)
    left = _IMAGE.sub(_blank, left)
    for match in _BARE.finditer(left):
        if target := target_of(Link("", match[0].rstrip(".,;:!?*_"), "", 0)):
            yield match.start(), "", target
    for match in _ID.finditer(_BARE.sub(_blank, left)):
        if found := arxiv_id_in(match["id"]):
            yield match.start(), "", Target("arxiv", found)


def _read(label: str) -> str:
    """Return what is read where a link has this label: pictures and emphasis are none."""
    return shown(_MARKS.sub("", _IMAGE.sub(" ", label))).strip("“”\"' ")


def _citation(path: str, line: int, label: str, target: Target) -> Citation:
    form = Form.LINK if label else Form.MENTION
    return Citation(path=path, line=line, form=form, title=label, links=links_from([target]))


def _once(citations: Iterator[Citation]) -> tuple[Citation, ...]:
    """Return each citation that says another thing once, with the lines of the others."""
    held: dict[tuple[object, ...], Citation] = {}
    places: dict[tuple[object, ...], list[str]] = {}
    for one in citations:
        said = (one.title, one.links)
        held.setdefault(said, one)
        places.setdefault(said, []).append(f"{one.path}:{one.line}")
    return tuple(replace(one, used=tuple(dict.fromkeys(places[said][1:]))) for said, one in held.items())


def _keys(text: str) -> Iterator[tuple[int, str]]:
    for match in _KEY.finditer(text):
        key = match["braced"] or match["key"].rstrip(_TRAILING)
        if key:
            yield match.start(), key


def _bibliographies(head: str) -> Iterator[Asked]:
    """Yield the files that a head in YAML names: one, several in brackets, or one on each line."""
    for match in _NAMED.finditer(head):
        line = head.count("\n", 0, match.start()) + 2
        for part in re.split(r"[\n,]", match["value"].strip().strip("[]")):
            name = part.strip().removeprefix("- ").strip().strip("\"'")
            if name:
                yield Asked(name, line)
