"""Reads the numbers that an English or Chinese text states, in figures or in words: 5.4B, 54亿, 12.2M, 6,990, four, 三种.

Layer: model. Names keep their digits to themselves: neither Qwen2.5-VL-72B nor GPT-4 states a number.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_FIGURES = re.compile(
    r"(?<![A-Za-z0-9.])(?:(?<![A-Za-z][-_])|(?<=\d[KMB]-))(?P<digits>\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,18}(?!\d))(?P<rest>\.\d{1,12}(?!\d))?"
    r"(?P<scale>[KMBT](?![A-Za-z])| ?(?:thousand|million|billion|trillion)\b|十万|百万|千万|十亿|百亿|千亿|万亿|万|亿)?"
)
_UNIT = re.compile(r"\s*(%|％|[A-Za-z]+(?:-[A-Za-z]+)*|[\u4e00-\u9fff]{1,6})?")
_ROUGH = re.compile(r"(?i)(?:[~≈～约近超逾>≥]|about|around|approximately|approx\.?|over|more than|nearly|up to|at least|roughly|some)\s*$")
_LONGEST_MARK = 16  # characters of the words that mark a number as rounded, and of what stands between
_MORE = ("+", "余", "多")
_SCALES = {
    "K": 3, "M": 6, "B": 9, "T": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
    "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
}  # fmt: skip
_ENGLISH = {
    word: Decimal(number)
    for number, words in enumerate(
        ("two", "three third", "four fourth", "five fifth", "six sixth", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
    for word in words.split()
} | {"thousands": Decimal(10**3), "millions": Decimal(10**6), "billions": Decimal(10**9), "billion-scale": Decimal(10**9)}
_ENGLISH_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_ENGLISH)})(?!\w)", re.IGNORECASE)
_CHINESE_DIGITS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_CHINESE_TENS = {"十": 10, "百": 100, "千": 1000}
_CHINESE_NUMBER = re.compile(r"[两二三四五六七八九十百千万亿]+")
# Words that hold a numeral and count nothing, or nothing that English would write as a number.
_CHINESE_WORDS = re.compile(r"三元组|二者|两者|双线性|百度|千帆|百科|百分比|百分点|千篇一律")


def numbers_in(text: str) -> set[Decimal]:
    """Return every number that `text` states; one, which is as often an article as a number, only in figures."""
    return {*_figures(text), *_english_words(text), *_chinese_words(text)}


def figures_in(text: str) -> set[Decimal]:
    """Return the numbers that `text` states in figures."""
    return set(_figures(text))


def _figures(text: str) -> Iterator[Decimal]:
    for match in _FIGURES.finditer(text):
        number = Decimal(match["digits"].replace(",", "") + (match["rest"] or ""))
        yield number.scaleb(_SCALES.get((match["scale"] or "").strip(), 0))


def _english_words(text: str) -> Iterator[Decimal]:
    return (_ENGLISH[match.group().lower()] for match in _ENGLISH_WORD.finditer(text))


def _chinese_words(text: str) -> Iterator[Decimal]:
    without_figures = _FIGURES.sub(" ", _CHINESE_WORDS.sub(" ", text))
    return (_chinese_number(match.group()) for match in _CHINESE_NUMBER.finditer(without_figures))


def _chinese_number(written: str) -> Decimal:
    total = section = digit = 0
    for character in written:
        if character in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[character]
        elif character in _CHINESE_TENS:
            section += (digit or 1) * _CHINESE_TENS[character]
            digit = 0
        else:
            total += ((section + digit) or 1) * 10 ** _SCALES[character]
            section = digit = 0
    return Decimal(total + section + digit)


class Stated(NamedTuple):
    """A quantity as it is written: its value, what its last digit counts (``4.7M`` is told to 100,000), where it stands, its unit.

    `unit` is ``%`` or the word behind it, ``""`` where none follows; `is_rough` says that it is marked as rounded.
    """

    value: Decimal
    step: Decimal
    start: int
    end: int
    unit: str
    is_rough: bool
    is_scaled: bool


def quantities_in(text: str) -> tuple[Stated, ...]:
    """Return the quantities that `text` states in figures, in order."""
    return tuple(_stated(match, text) for match in _FIGURES.finditer(text))


def _stated(match: re.Match[str], text: str) -> Stated:
    scale = _SCALES.get((match["scale"] or "").strip(), 0)
    digits, rest = match["digits"].replace(",", ""), match["rest"] or ""
    decimals = max(len(rest) - 1, 0)
    zeros = len(digits) - len(digits.rstrip("0")) if not rest and not scale and len(digits) > 3 else 0
    unit = _UNIT.match(text, match.end())
    return Stated(
        value=Decimal(digits + rest).scaleb(scale),
        step=Decimal(1).scaleb(scale - decimals + zeros),
        start=match.start(),
        end=match.end(),
        unit=(unit[1] or "").casefold().removesuffix("s") if unit else "",
        is_rough=bool(_ROUGH.search(text[max(match.start() - _LONGEST_MARK, 0) : match.start()])) or text.startswith(_MORE, match.end()),
        is_scaled=bool(scale) or len(digits) > 2,
    )
