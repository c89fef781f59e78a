"""What a query asks for: its words without those of questions, and what each of them may stand for.

Layer: services. The start of every search passes through here, so there are no patterns (one takes 10 ms to compile) and rapidfuzz
is imported only for words that nobody wrote.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..model.text import fold, is_han, squash, unique

STOP_WORDS = frozenset(
    (
        "a about across al all also am an and any anyone anywhere are as at be been being best between both build built but by "
        "can could did difference do does download each et every exist exists find for from get give given has have having how i "
        "if in into is it its largest latest made make makes making me new newest of on or other over paper papers please popular "
        "recent should show some such tell than that the their them then there these they this those through to under up use used "
        "uses using versus via vs want was we were what when where which while who whom whose why will with within without work "
        "works would write written wrote you your "
        "的 和 与 或 在 是 了 及 用 有 哪些 什么 怎么 如何 论文 系列"
    ).split()
)
# Chinese has no spaces: what a question adds is cut out of the run of characters, longer phrases first.
_QUESTION_PHRASES = sorted(
    (
        "做了哪些工作 有哪些工作 有哪些方法 有哪些论文 做了什么 做了哪些 哪些工作用了 哪些工作 哪些方法 哪些论文 有没有 有哪些 有什么 "
        "是什么 什么是 怎么样 为什么 介绍一下 请介绍 哪些 哪个 什么 怎么 怎样 如何 关于 有关 请问 是哪个单位做的 哪个单位 哪些单位 "
        "哪家公司 哪所大学 做的 这篇论文 谁写了 谁做了 谁做的 想找 想要 能不能 的工作 给出 论文 吗 呢 的 谁"
    ).split(),
    key=lambda phrase: -len(phrase),
)
_FILE_ENDINGS = (".jsonl", ".json", ".parquet", ".csv", ".tsv", ".zip", ".tar.gz", ".tar", ".md", ".txt", ".pdf")
_JOINTS = ".-+/"  # between letters or digits they are part of a word: gpt-4v, 2.5, a/b
_MISSPELT = 0.6  # what a corrected word is worth of a right one
_SAME = 0.95  # what another form of the same word is worth: unjoined, joined, singular
_ENDINGS = ("ations", "ation", "ings", "ing", "ed")
_SAME_STEM = 0.9  # what a word with another ending is worth; it is found by its beginning, so that it counts less anyway
_SHORTEST_STEM = 4
_LONG = 9  # letters; such a word may have two mistakes
_MIDDLING = 6
_LONGEST_WORD, _MOST_WORDS, _MOST_PARTS = 60, 24, 6  # nobody means the rest
_READINGS = 50  # of one misspelt word


class Word(NamedTuple):
    """A word of the query, as `written`, and the words it may be read as, each with what it is worth (1.0 as written).

    Where there are `fields` (letters of ``searchable``), it must stand in one of them; an `exact` one as it is, not inside other words.
    """

    written: str
    readings: Mapping[str, float]
    fields: str = ""
    exact: bool = False


def words_of(query: str) -> tuple[str, ...]:
    """Return the query's words, folded, each once, without stop words; where there are no others only acronyms, such as ``IT``."""
    tokens = unique(_without_file_ending(token)[:_LONGEST_WORD] for token in _tokens(fold(query)))
    words = unique(word for token in tokens if token not in STOP_WORDS for word in _without_questions(token))
    acronyms = (fold(word) for word in query.split() if word.isupper() and len(word) > 1)
    return tuple(word for word in words if word not in STOP_WORDS and not _is_letter(word))[:_MOST_WORDS] or unique(acronyms)


def _is_letter(word: str) -> bool:
    """Whether `word` is a single Latin letter, which stands everywhere and says nothing."""
    return len(word) == 1 and word.isascii() and word.isalpha()


def keys_of(query: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return what a name may be called as a whole, squashed: the query, and the query without its stop words."""
    return unique((squash(query), squash(" ".join(words)), squash(_without_file_ending(fold(query)))))


def as_written(words: Iterable[str]) -> list[Word]:
    """Return the words read as they stand, a plural also as its singular, a joined word also unjoined."""
    return [Word(word, _forms(word)) for word in words]


def readings_of(words: Iterable[Word]) -> frozenset[str]:
    """Return every word that one of `words` may be read as, and the stop words: a synonym may hold some of them."""
    return STOP_WORDS.union(*(word.readings for word in words))


def corrected(words: Iterable[str], key: str, vocabulary: Sequence[str], stands: Callable[[Word], bool]) -> Iterator[list[Word]]:
    """Yield what the query may have meant, likelier first: each word corrected, then all of it as one misspelt name.

    A word that `stands` somewhere is none. Chinese words stay: they are compared by character.
    """
    parts = unique(part for word in words for part in parts_of(word) or (word,))
    meant = [Word(part, _respelt(part, vocabulary, stands)) for part in parts]
    if meant and all(word.readings for word in meant):
        yield meant
    if key and parts != (key,) and not any(map(is_han, key)) and (near := _near_words(key, vocabulary)):
        yield [Word(key, near)]


def parts_of(word: str) -> tuple[str, ...]:
    """Return the words that hyphens or slashes join in `word`; none where it is a single one or holds a digit, as ids and sizes do."""
    if word.isalpha() or any(map(str.isdigit, word)):
        return ()
    for joint in _JOINTS:
        word = word.replace(joint, " ")
    return unique(part for part in word.split() if part not in STOP_WORDS and not _is_letter(part))[:_MOST_PARTS]


def _tokens(text: str) -> Iterator[str]:
    """Yield the words of a folded text: runs of letters and digits, or of Chinese characters."""
    word = ""
    for place, character in enumerate(text):
        following = text[place + 1 : place + 2]
        joins = character in _JOINTS and word and following.isalnum() and not is_han(following)
        if not (character.isalnum() or joins) or (word and is_han(character) != is_han(word[0])):
            if word:
                yield word
            word = character if character.isalnum() else ""
        else:
            word += character
    if word:
        yield word


def _without_file_ending(word: str) -> str:
    """Return `word` without what only says which format a file has."""
    return next((word.removesuffix(ending) for ending in _FILE_ENDINGS if word.endswith(ending)), word)


def _without_questions(token: str) -> Sequence[str]:
    """Return what is left of a run of Chinese without the phrases of questions; the run itself where that would leave lone characters."""
    if not is_han(token[0]):
        return (token,)
    left = token
    for phrase in _QUESTION_PHRASES:
        left = left.replace(phrase, " ")
    words = [word for part in left.split() if (word := part.strip("是了"))]
    return words if all(len(word) > 1 for word in words) else (token,)


def plurals_of(word: str) -> dict[str, float]:
    """Return `word`, and the singular where it is a plural."""
    if word.isascii() and word.isalpha() and len(word) > _SHORTEST_STEM and word[-1] == "s" and word[-2] not in "sui":
        return {word: 1.0, f"{word[:-3]}y" if word.endswith("ies") else word[:-1]: _SAME}
    return {word: 1.0}


def _forms(word: str) -> dict[str, float]:
    """Return `word` and its other forms: a plural's singular, the stem of a longer ending, a name with and without its hyphens."""
    forms = plurals_of(word)
    if not word.isascii():
        return forms
    if not word.isalpha():
        forms[_unjoined(word)] = forms[_joined(word)] = _SAME
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            forms[f"{stem}at" if ending.startswith("ation") else stem] = _SAME_STEM
            break
    return {**forms, word: 1.0}


def _unjoined(word: str) -> str:
    """Return ``gpt4v`` for ``gpt-4v``; what begins with a digit stays, for it is a number or an id."""
    return "".join(character for character in word if character not in _JOINTS) if word[0].isalpha() else word


def _joined(word: str) -> str:
    """Return ``gpt-4v`` for ``gpt4v``: models and sizes are written with a hyphen before the digits."""
    return "".join(f"-{two[1]}" if two[0].isalpha() and two[1].isdigit() else two[1] for two in zip(f" {word}", word, strict=False))


def _respelt(word: str, vocabulary: Sequence[str], stands: Callable[[Word], bool]) -> dict[str, float]:
    if is_han(word[0]):
        return {word: 1.0}
    forms = _forms(word)
    return forms if stands(Word(word, forms)) else _near_words(word, vocabulary)


def _near_words(word: str, vocabulary: Sequence[str]) -> dict[str, float]:
    """Return the words of the vocabulary that `word` may be a misspelling of; another number is another name, not a mistake."""
    edits = _edits_allowed(word)
    if not edits:
        return {}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=_READINGS)
    return {
        near: _MISSPELT * (1 - distance / (2 * len(word)))
        for near, distance, _ in found
        if _may_be_meant(near, word) and _digits(near) == _digits(word)
    }


def _may_be_meant(near: str, word: str) -> bool:
    """Whether `word` is misspelt as people misspell: the first letter right, or swapped; in a short word none in place of another."""
    if len(word) >= _LONG:
        return True
    is_swapped = sorted(near) == sorted(word)
    is_begun = near[0] == word[0] or (is_swapped and near[:2] == word[1::-1])
    return is_begun and (len(word) >= _MIDDLING or is_swapped or (len(near) != len(word) and len(near) > 3))


def _digits(word: str) -> str:
    return "".join(character for character in word if character.isdigit())


def _edits_allowed(word: str) -> int:
    """Return how many edits a word of this length may have suffered (an insertion, deletion, change or swap each)."""
    return 0 if len(word) < 4 else 1 if len(word) < _LONG else 2
