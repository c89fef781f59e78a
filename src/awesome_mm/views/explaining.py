"""Why a hit is one, as a person would say it: which word stands where, how, and the words around it.

Layer: views.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.catalog import Catalog
from ..model.text import squash
from ..services.holding import Reason
from ..services.search import Hit
from .highlights import Passage, passage, spans
from .labels import comma
from .quoting import PROSE, prose_of, sentence_of, text_of
from .report import Record

# What a field is, what a word in it stands in, and both in Chinese.
_FIELDS = {
    "name": ("its name", "its name", "它的名称"),
    "alias": ("another name of it", "another name of it", "它的别名"),
    "artifact": ("something it made", "the name of something it made", "它的产出"),
    "id": ("an identifier of it", "an identifier of it", "它的编号"),
    "title": ("its title", "its title", "它的标题"),
    "organization": ("one of its organizations", "the name of one of its organizations", "它的一个机构"),
    "category": ("a category it is placed in", "the name of a category it is placed in", "它所属的一个类别"),
    "model": ("a model it uses", "the name of a model it uses", "它所用的一个模型"),
    "author": ("one of its authors", "the name of one of its authors", "它的一位作者"),
    "venue": ("its venue", "its venue and year", "它的发表信息"),
    "year": ("its year", "its year", "它的年份"),
    "kind": ("what it is or makes", "what it is or makes", "它的类型或产出类型"),
    "summary": ("its summary", "its summary", "它的摘要"),
    "pipeline": ("a step, tool or material of its pipeline", "a step, tool or material of its pipeline", "它流程中的步骤、工具或材料"),
    "text": ("what is said of it", "what is said of it", "对它的说明"),
}
# What stands for {words} is one or several; {where} is the field, {read} what the word was read as.
_SAID = {
    "is": ("{words} {is} {where}", "{words}是{where}"),
    "begins": ("{words} {begins} {where}", "{where}以{words}开头"),
    "has the word": ("{words} {stands} in {where}", "{where}中有{words}"),
    "has a word that begins with": ("a word in {where} begins with {words}", "{where}中有以{words}开头的词"),
    "contains": ("{words} {stands} inside a word of {where}", "{where}的词中含有{words}"),
    "has most of": ("most of {words} {stands} in {where}", "{where}中有{words}的大部分"),
    "has nearly": ("{words} {stands} in {where} but for one character", "{where}中有与{words}只差一字的词"),
    "has a form of": ("a form of {words} stands in {where}", "{where}中有{words}的另一词形"),
    "means": ("{words} {is} another word for {read}, which stands in {where}", "{words}与{read}同义，后者见于{where}"),
}
_VERBS = {"is": ("is", "are"), "begins": ("begins", "begin"), "stands": ("stands", "stand")}
_READ_AS = ("{words}, read as {read},", "{words}（按{read}理解）")
_MISSING = ("nothing in it says {words}", "未提及{words}")
_NO_WORDS = ("it meets every condition", "符合所有条件")
_AND = (" and ", "和")


class Explained(NamedTuple):
    """A `sentence` on why a hit is one, and `text`: what stands there, where that says more than the word."""

    sentence: str
    text: str

    def written(self, language: str) -> str:
        """Return both in one."""
        if not self.text:
            return self.sentence
        return f"{self.sentence}：“{self.text}”" if language == "zh" else f"{self.sentence}: “{self.text}”"


def explained(catalog: Catalog, hit: Hit, language: str) -> list[Explained]:
    """Return why `hit` is one, reasons of the same kind together, and what it lacks."""
    groups = (part for group in _groups(hit.reasons) for part in _said_at_once(catalog, hit, group, language))
    found = [_explained(catalog, hit, group, language) for group in groups]
    if hit.missing:
        found.append(Explained(_in(language, _MISSING).format(words=_quoted(hit.missing, language)), ""))
    return found or [Explained(_in(language, _NO_WORDS), "")]


def why(catalog: Catalog, hit: Hit, language: str) -> list[Record]:
    """Return the reasons as programs get them: word, field, way and text of each, and what a person would say."""
    return [
        {
            "word": reason.word,
            "matched": reason.matched,
            "field": reason.field,
            "how": reason.how,
            "text": text_of(catalog, hit, reason, language),
            "said": _explained(catalog, hit, [reason], language).written(language),
        }
        for reason in dict.fromkeys(hit.reasons)
    ]


def evidence(catalog: Catalog, hit: Hit, language: str) -> Passage | None:
    """Return the sentence that says most of the words which nothing but running text says; None where there are none."""
    words = [reason.matched for reason in hit.reasons if reason.field in PROSE]
    return sentence_of(catalog.texts(hit.number), words, language) if words else None


def matched_words(hit: Hit) -> list[str]:
    """Return the words to point out in the name and the title of `hit`."""
    return [word for reason in hit.reasons for word in (reason.matched, reason.word)]


def _groups(reasons: Sequence[Reason]) -> Iterator[list[Reason]]:
    """Yield the reasons that one sentence may say: as they are written, in the same field, in the same way, in the same text."""
    groups: dict[object, list[Reason]] = {}
    for number, reason in enumerate(dict.fromkeys(reasons)):
        alike = [other for other in reasons if other[2:4] == reason[2:4] and other.word == other.matched]
        text = max((other.text for other in alike), key=lambda text: sum(bool(spans(text, [one.matched])) for one in alike), default="")
        own = reason._replace(text=text) if spans(text, [reason.matched]) else reason
        is_plain = reason.word == reason.matched
        key = (own.field, own.how, "" if own.field in PROSE else own.text) if is_plain else number
        groups.setdefault(key, []).append(own if is_plain else reason)
    yield from groups.values()


def _said_at_once(catalog: Catalog, hit: Hit, group: list[Reason], language: str) -> Iterator[list[Reason]]:
    """Yield `group`; its reasons one by one where they are of running text, and no sentence says all of their words."""
    if len(group) > 1 and group[0].field in PROSE:
        found = prose_of(catalog, hit, group, language)
        if not found or not all(spans(found.text, [reason.matched]) for reason in group):
            yield from ([reason] for reason in group)
            return
    yield group


def _explained(catalog: Catalog, hit: Hit, group: Sequence[Reason], language: str) -> Explained:
    first = group[0]
    words = _quoted([reason.word for reason in group], language)
    read = _quoted([_read_as(catalog, hit, first, language)], language)
    if not first.word.startswith(first.matched) and squash(first.word) != squash(first.matched) and first.how not in ("means", "begins"):
        words = _in(language, _READ_AS).format(words=words, read=read)
    verbs = {verb: forms[len(group) > 1] for verb, forms in _VERBS.items()}
    how = _how(first)
    is_whole, is_in, chinese = _FIELDS[first.field]
    where = chinese if language == "zh" else is_whole if how == "is" else is_in
    sentence = _in(language, _SAID[how]).format(words=words, read=read, where=where, **verbs)
    text = _around(catalog, hit, group, language)
    sentence = sentence.rstrip(",")
    is_said = [squash(first.word)] if first.how == "begins" else [squash(first.word), squash(first.matched)]
    return Explained(sentence, "" if squash(text) in is_said else text)


def _how(reason: Reason) -> str:
    """Return how a word stands there, as a person sees it: a stem is no word, and a text is not what it says."""
    if reason.word != reason.matched and reason.word.startswith(reason.matched) and reason.how not in ("begins", "means"):
        return "has a form of"
    return "has the word" if reason.how == "is" and reason.field in ("summary", "text") else reason.how


def _read_as(catalog: Catalog, hit: Hit, reason: Reason, language: str) -> str:
    """Return the word that a reason was read as; a name as it is written, for it was compared without spaces and hyphens."""
    text = text_of(catalog, hit, reason, language) if reason.how == "is" and reason.field in ("name", "alias", "artifact") else ""
    return text if text and squash(text) == squash(reason.matched) else reason.matched


def _around(catalog: Catalog, hit: Hit, group: Sequence[Reason], language: str) -> str:
    if group[0].field in PROSE:
        found = prose_of(catalog, hit, group, language)
        return found.text if found else ""
    return passage(text_of(catalog, hit, group[0], language), ()).text


def _quoted(words: Sequence[str], language: str) -> str:
    *others, last = [f"“{word}”" for word in dict.fromkeys(words)]
    return f"{comma(language).join(others)}{_in(language, _AND)}{last}" if others else last


def _in(language: str, said: tuple[str, str]) -> str:
    return said[language == "zh"]
