"""How alike works are worded: BM25 over what is said of them, by the words that tell the given work from others.

Layer: services. The words of a work are those of its search line: title, summary, notes, what is said of its steps, and a list's own
account, folded and in simplified characters. Latin words and Chinese ones are weighed apart, and the better likeness counts: a text in
two languages never counts twice, and a work in one language is found from one in the other by the Latin names they share, and no further.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log

from ...model.catalog import Catalog
from ...model.text import unique
from .evidence import Reason, ReasonKind
from .terms import PARTICLES, Cutter, runs_of, words_of

# Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009): 1.2 < k1 < 2 and 0.5 < b < 0.8 often do well.
_K1, _B = 1.2, 0.75
_TELLING = 30  # words of the given work that are looked for: more of them only blur what it is about
_FEWEST = 12  # words; what has fewer telling ones is never wholly alike, however many of them another has
_COMMON = 0.2  # of the works; a word that more of them have tells nothing
_LEAST, _LEAST_SHARED = 0.1, 2  # a smaller likeness is chance, and so is a single word
_MOST = 0.7
_WHOLE = 0.6  # the likeness from which on that much is given: even near works share few of their telling words
_SHOWN = 5
_LONGEST_SHOWN = 12  # characters of Chinese
_LEAST_SURE = 4  # so many hold a word at least


class Wording:
    """The telling words of the `given` works, and how other works use them."""

    def __init__(self, catalog: Catalog, given: Iterable[int]) -> None:
        self._ids = catalog.ids
        self._lines = catalog.lines.all()
        self._indexes = _indexes(self._lines, given)
        self._written: dict[int, dict[str, str]] = {}
        self._runs: dict[int, Sequence[str]] = {}

    def strengths(self, given: int) -> Mapping[int, float]:
        """Return how alike other works are worded, in the language in which they are more so."""
        likenesses = [index.likenesses(given) for index in self._indexes.values()]
        return {other: _strength(max(one.get(other, 0.0) for one in likenesses)) for alike in likenesses for other in alike}

    def reasons(self, given: int, other: int, _: float) -> tuple[Reason, ...]:
        """Return a reason for each language in which they are worded alike, with the shared words that say most."""
        likenesses = {language: index.likenesses(given).get(other, 0.0) for language, index in self._indexes.items()}
        return tuple(
            Reason(
                kind=ReasonKind.TEXT,
                strength=_strength(likeness),
                entry=self._ids[given],
                shared=self._words(given, other, language)[:_SHOWN],
                language=language,
            )
            for language, likeness in likenesses.items()
            if likeness
        )

    def _words(self, given: int, other: int, language: str) -> tuple[str, ...]:
        """Return the shared words as the given work writes them, those that say most first; of Chinese the stretches that hold them."""
        terms = self._indexes[language].shared(given, other)
        if language == "zh":
            return self._stretches(given, other, terms)
        if given not in self._written:
            self._written[given] = dict(reversed(list(words_of(self._lines[given]))))
        return unique(self._written[given][term] for term in terms)

    def _stretches(self, given: int, other: int, terms: Iterable[str]) -> tuple[str, ...]:
        """Return the stretches of Chinese around the pairs of characters that both have.

        Short ones are often no words, such as the end of one and the beginning of another: they stand only where there is no longer one.
        """
        if given not in self._runs:
            self._runs[given] = unique(runs_of(self._lines[given]))
        found: list[str] = []
        for term in terms:
            if not any(term in one for one in found):
                found.append(max((_stretch(run, term, self._lines[other]) for run in self._runs[given] if term in run), key=len))
        return unique([one for one in found if len(one) >= _LEAST_SURE] or sorted(found, key=len, reverse=True))


def _strength(likeness: float) -> float:
    return _MOST * min(1.0, likeness / _WHOLE)


def _indexes(lines: Sequence[str], given: Iterable[int]) -> dict[str, "_Index"]:
    """Return by language how all works use the words of the `given` ones."""
    cutter = Cutter()
    wanted = [cutter.terms(lines[number]) for number in given]
    latin = frozenset(term for terms in wanted for term in (*terms.english, *terms.among_chinese))
    chinese = frozenset(term for terms in wanted for term in terms.chinese)
    in_latin, in_chinese = _Index(len(lines)), _Index(len(lines))
    for number, line in enumerate(lines):
        terms = cutter.terms(line)
        used = _counted(terms.english, latin) | _counted(terms.among_chinese, latin)  # of both languages the one that says it more often
        in_latin.add(number, used, max(len(terms.english), len(terms.among_chinese)))
        in_chinese.add(number, _counted(terms.chinese, chinese), len(terms.chinese))
    return {"en": in_latin, "zh": in_chinese}


class _Index:
    """How often works use the wanted words of one language, and how many words they have."""

    def __init__(self, works: int) -> None:
        self._works = works
        self._uses: dict[str, dict[int, int]] = {}
        self._lengths = [0] * works
        self._telling: dict[int, Sequence[str]] = {}
        self._likenesses: dict[int, Mapping[int, float]] = {}

    def add(self, number: int, used: Mapping[str, int], length: int) -> None:
        """Take in work `number`."""
        self._lengths[number] = length
        for term, count in used.items():
            self._uses.setdefault(term, {})[number] = count

    def likenesses(self, given: int) -> Mapping[int, float]:
        """Return what of the worth that its telling words have in the given work they have in others, 0 to 1; chance left out."""
        if given not in self._likenesses:
            worths: dict[int, list[float]] = {given: []}
            for term in self.telling(given):
                for other in self._uses[term]:
                    worths.setdefault(other, []).append(self._worth(term, other))
            own = max(sum(worths.pop(given)), _FEWEST * self._idf(2))
            alike = ((other, sum(each) / own) for other, each in worths.items() if len(each) >= _LEAST_SHARED)
            self._likenesses[given] = {other: min(1.0, likeness) for other, likeness in alike if likeness >= _LEAST}
        return self._likenesses[given]

    def telling(self, given: int) -> Sequence[str]:
        """Return the words that say most of the given work, among those that any other has and not too many have."""
        if given not in self._telling:
            most = max(2, _COMMON * self._works)
            worths = {term: self._worth(term, given) for term, uses in self._uses.items() if given in uses and 1 < len(uses) <= most}
            self._telling[given] = sorted(worths, key=lambda term: (-worths[term], term))[:_TELLING]
        return self._telling[given]

    def shared(self, given: int, other: int) -> tuple[str, ...]:
        """Return the telling words of the given work that the other has too, those that say most first."""
        return tuple(term for term in self.telling(given) if other in self._uses[term])

    def _worth(self, term: str, number: int) -> float:
        """Return what BM25 gives a work for its use of `term`."""
        count = self._uses[term][number]
        norm = _K1 * (1 - _B + _B * self._lengths[number] / self._average)
        return self._idf(len(self._uses[term])) * count * (_K1 + 1) / (count + norm)

    def _idf(self, users: int) -> float:
        """Return the weight of Robertson and Spärck Jones, with 1 added so that a word of most works takes nothing off."""
        return log(1 + (self._works - users + 0.5) / (users + 0.5))

    @cached_property
    def _average(self) -> float:
        written = [length for length in self._lengths if length]
        return sum(written) / len(written)


def _counted(terms: Iterable[str], wanted: frozenset[str]) -> Counter[str]:
    return Counter([term for term in terms if term in wanted])


def _stretch(run: str, term: str, line: str) -> str:
    """Return the stretch of `run` around `term` that stands in `line` too, not much longer than a word."""
    start = run.index(term)
    end = start + len(term)
    while start and end - start < _LONGEST_SHOWN and run[start - 1] not in PARTICLES and run[start - 1 : end] in line:
        start -= 1
    while end < len(run) and end - start < _LONGEST_SHOWN and run[end] not in PARTICLES and run[start : end + 1] in line:
        end += 1
    return run[start:end]
