"""Data to model values: every fault is found, and has its key path."""

import datetime
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.entry import ArxivRecord, Entry, Kind
from awesome_mm.model.facts import Quantity
from awesome_mm.model.taxonomy import Head, Text, Unit
from awesome_mm.store.decode import Faults, decode, key_path

quick = settings(max_examples=100, deadline=None)
ENTRY: dict[str, Any] = {
    "id": "alpha",
    "kind": "method",
    "name": "Alpha",
    "title": "A Title",
    "categories": ["editing"],
    "summary": "Makes.",
}
STAGE: dict[str, Any] = {"id": "one", "name": "One", "action": "generate", "source": "list", "locator": "unknown", "status": "unverified"}


def problems(model: type, data: object) -> list[str]:
    """Return the faults of `data` as ``key.path: problem``."""
    faults = Faults()
    value = decode(model, data, ("at",), faults)
    assert (value is None) == bool(faults.found)
    return [f"{fault.key_path}: {fault.problem}" for fault in faults.found]


def entry_problems(**values: Any) -> list[str]:
    """Return the faults of a sound entry with `values` in it."""
    return problems(Entry, {**ENTRY, **values})


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("method", "oasis", "stages", 1, "action"), "method.oasis.stages[1].action"),
        (("method", "llava-1.5"), 'method."llava-1.5"'),
        (("method", "a\nb\x1b"), 'method."a\\nb\\u001b"'),
        (("图",), '"图"'),
        (("",), '""'),
        ((), ""),
    ],
)
def test_key_path(path: tuple[str | int, ...], written: str) -> None:
    """A path is written as in TOML, on one line: indexes in brackets, keys that are not bare in quotes."""
    assert key_path(path) == written


def test_a_sound_entry_decodes() -> None:
    """What the schema asks for is enough; the rest has its defaults."""
    entry = decode(Entry, ENTRY, (), Faults())

    assert entry == Entry(id="alpha", kind=Kind.METHOD, name="Alpha", title="A Title", categories=("editing",), summary=Text(en="Makes."))


def test_all_faults_are_gathered() -> None:
    """One fault hides no other, at whatever depth; each has its path."""
    stages = [STAGE, {**STAGE, "action": 3, "status": "sure", "models": [{"id": "gpt-4v", "role": "boss"}]}]

    found = entry_problems(title="", authors=["Ye", 7], stages=stages, links={"arxiv": "2412.01137", "code": ["github.com/a"]})

    assert found == [
        "at.title: '' is not text that is not empty",
        "at.authors[1]: 7 is not a string",
        "at.links.arxiv: '2412.01137' is not a list",
        "at.links.code[0]: 'github.com/a' is not a URL that begins with http:// or https://",
        "at.stages[1].action: 3 is not a string",
        "at.stages[1].models[0].role: 'boss' is not one of generator, judge, verifier, detector, segmenter, editor, embedder",
        "at.stages[1].status: 'sure' is not one of confirmed, unverified, disputed",
    ]


def test_missing_keys_are_named() -> None:
    """Every key that must be there is a fault of its own."""
    assert problems(Unit, {}) == ["at.name: is missing"]
    assert problems(Entry, {"kind": "method"}) == [f"at.{key}: is missing" for key in ("id", "name", "title", "categories")]


def test_unknown_key_names_the_near_one() -> None:
    """A mistyped key is met with the key that was meant."""
    assert entry_problems(autors=["Ye"]) == ["at.autors: unknown key (did you mean authors?)"]


def test_unknown_key_without_a_near_one_names_all() -> None:
    """A key like no other is met with all that are known."""
    assert problems(Quantity, {"unit": "image", "zzz": 1}) == [
        "at.zzz: unknown key; known are unit, value, at_least, at_most, about",
    ]


def test_unknown_keys_stand_in_their_order() -> None:
    """Faults come in the order of the data, in every run."""
    names = [f"qqq{number}" for number in range(30)]

    assert [found.split(":")[0] for found in entry_problems(**dict.fromkeys(names, 1))] == [f"at.{name}" for name in names]


@pytest.mark.parametrize("value", [3, 1.5, True, None, [], ["x"], datetime.date(2024, 1, 2), datetime.time(1, 2)])
def test_no_table_where_a_table_is_wanted(value: object) -> None:
    """Anything but a table is a fault where a table must stand."""
    assert len(problems(Entry, value)) == 1
    assert problems(Entry, value)[0].endswith("is not a table")
    assert len(entry_problems(links=value)) == 1


WRONG: list[Any] = [
    3,
    1.5,
    True,
    [],
    {},
    datetime.date(2024, 1, 2),
    datetime.datetime(2024, 1, 2, 3, tzinfo=datetime.UTC),
    datetime.time(1),
]


@pytest.mark.parametrize("value", WRONG)
def test_no_string_where_a_string_is_wanted(value: object) -> None:
    """Anything but a string is a fault where a string must stand."""
    assert len(entry_problems(name=value)) == 1


@pytest.mark.parametrize("value", [*WRONG, "sure", "", "Method", "methods"])
def test_no_choice(value: object) -> None:
    """Anything but one of the choices is a fault, and the choices are named."""
    (found,) = entry_problems(kind=value)

    assert found.endswith("is not one of method, dataset, benchmark, survey, list, blog, insight")


@pytest.mark.parametrize("value", ["x", 7, {}, True])
def test_no_list_where_a_list_is_wanted(value: object) -> None:
    """A single value is no list of one."""
    assert entry_problems(authors=value) == [
        f"at.authors: {'a table' if value == {} else str(value).lower() if value is True else repr(value)} is not a list"
    ]


def test_empty_categories() -> None:
    """An entry stands in at least one category."""
    assert entry_problems(categories=[]) == ["at.categories: must hold at least one"]


@pytest.mark.parametrize("value", ["3", True, [], {}, float("inf"), float("-inf"), float("nan"), datetime.date(2024, 1, 2)])
def test_no_number(value: object) -> None:
    """Strings, truth values and what is not finite are no numbers."""
    (found,) = problems(Quantity, {"unit": "image", "value": value})

    assert found.endswith("is not a number")


@pytest.mark.parametrize("value", [0, -1, 1.5, 1e300, 2**63 - 1])
def test_numbers(value: float) -> None:
    """A quantity may be whole or not, of any sign and size that TOML knows."""
    quantity = decode(Quantity, {"unit": "image", "value": value}, (), Faults())

    assert quantity is not None
    assert quantity.value == value


@pytest.mark.parametrize("value", [2**63, -(2**64), pytest.param(1 << 40_000, id="endless")])
def test_numbers_beyond_toml(value: int) -> None:
    """A whole number of more than 64 bits is a fault, though it may be too long to be written out."""
    assert problems(Quantity, {"unit": "image", "value": value}) == ["at.value: the number does not fit into 64 bits"]
    assert entry_problems(name=value) == ["at.name: the number is not a string"]


@pytest.mark.parametrize("value", [1, 0, "true", None])
def test_no_truth_value(value: object) -> None:
    """Numbers and strings are neither true nor false."""
    assert problems(Quantity, {"unit": "image", "value": 1, "about": value})[0].endswith("is not true or false")


def test_whole_numbers() -> None:
    """A year is a whole number."""
    assert entry_problems(venue={"name": "ICCV", "year": 2025.0}) == ["at.venue.year: 2025.0 is not a whole number"]
    assert entry_problems(venue={"name": "ICCV", "year": False}) == ["at.venue.year: false is not a whole number"]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (datetime.date(2024, 12, 2), "2024-12-02"),
        ("2024-12-02", "2024-12-02"),
        ("2024-12", "2024-12"),
        ("2024", "2024"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_partial_dates(value: object, kept: str) -> None:
    """A date is kept as precise as it was given."""
    entry = decode(Entry, {**ENTRY, "published": value}, (), Faults())

    assert entry is not None
    assert entry.published == kept


@pytest.mark.parametrize(
    "value",
    [
        2024,
        "",
        "24",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "0000",
        "2024-1-2",
        "2024/12/02",
        "2024-12-02T00:00:00",
        "2024-12-02\n",
        "２０２４",
        "20241202",
        "2024-W01",
        "May 2024",
        datetime.datetime(2024, 12, 2, tzinfo=datetime.UTC),
        datetime.time(1, 2),
        ["2024"],
    ],
)
def test_no_partial_date(value: object) -> None:
    """What is no date of the calendar, or carries a time, is a fault that shows what would do."""
    (found,) = entry_problems(published=value)

    assert found.endswith('is not a date, or a string "2024" or "2024-12"')


@pytest.mark.parametrize(
    ("value", "is_sound"), [("2026-01-02", True), (datetime.date(2026, 1, 2), True), ("2026-01", False), ("2026", False)]
)
def test_whole_dates(value: object, is_sound: bool) -> None:
    """Where a day is wanted, a month or a year will not do."""
    found = problems(Head, {"schema": 1, "title": "A survey", "as_of": value})

    assert found == ([] if is_sound else [f"at.as_of: {value!r} is not a date such as 2024-12-02"])


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC), "2026-01-02T03:04:05Z"),
        (datetime.datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05"),  # noqa: DTZ001
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
        ("2026-01-02 03:04", "2026-01-02 03:04"),
    ],
)
def test_moments(value: object, kept: str) -> None:
    """A moment is a TOML date and time, or a string of that form."""
    record = decode(ArxivRecord, {"basis": "fetched", "fetched": value}, (), Faults())

    assert record is not None
    assert record.fetched == kept


@pytest.mark.parametrize(
    "value", ["2026-01-02", "20260102T030405", "2026-W01-1", "2026-01-02T25:00:00", datetime.date(2026, 1, 2), 0, "now"]
)
def test_no_moment(value: object) -> None:
    """A day without a time is no moment, nor is any other form of writing one."""
    (found,) = problems(ArxivRecord, {"basis": "fetched", "fetched": value})

    assert found.endswith("is not a date and time")


def test_plain_string_is_an_english_text() -> None:
    """Where a bilingual text is wanted, a plain string is its English."""
    entry = decode(Entry, {**ENTRY, "summary": "Makes."}, (), Faults())

    assert entry is not None
    assert entry.summary == Text(en="Makes.")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("  ", "at.summary.en: '  ' is not text that is not empty"),
        ({}, "at.summary: holds neither en nor zh"),
        ({"en": "x", "zh": ""}, "at.summary.zh: '' is not text that is not empty"),
        ({"en": "x", "de": "y"}, "at.summary.de: unknown key; known are en, zh"),
        (["x"], "at.summary: a list is not a table"),
    ],
)
def test_no_bilingual_text(value: object, found: str) -> None:
    """A text has English, and no language but the two."""
    assert entry_problems(summary=value) == [found]


@pytest.mark.parametrize("arxiv_id", ["2412.01137", "0704.0001", "hep-th/9901001", "math.GT/0309136"])
def test_arxiv_ids(arxiv_id: str) -> None:
    """Bare arXiv ids of any age are sound."""
    assert entry_problems(links={"arxiv": [arxiv_id]}) == []


@pytest.mark.parametrize(
    "arxiv_id",
    ["arXiv:2412.01137", "2412.01137v2", "https://arxiv.org/abs/2412.01137", "2499.12345", "２４１２.０１１３７", "2412.01137\n"],
)
def test_no_arxiv_id(arxiv_id: str) -> None:
    """An id with a prefix, a version, an address, or of no month is a fault."""
    (found,) = entry_problems(links={"arxiv": [arxiv_id]})

    assert "is not a bare arXiv id such as 2503.08741" in found


@pytest.mark.parametrize(
    "url", ["ftp://x.org", "http://", "https://a b", "x.org", 'https://x.org/"', "javascript:alert(1)", "https://x.org\n"]
)
def test_no_web_address(url: str) -> None:
    """Other schemes, blanks and quotes are no address."""
    assert len(entry_problems(links={"page": [url]})) == 1


@pytest.mark.parametrize("entry_id", ["Alpha", "a b", "a--b", "-a", "a.b", "", "图", "a\n"])
def test_no_slug(entry_id: str) -> None:
    """Ids are lower-case letters, digits and single hyphens."""
    assert len(entry_problems(id=entry_id)) == 1


def test_long_values_are_shown_in_part() -> None:
    """A fault shows the beginning of a long value, and control characters as escapes."""
    (found,) = entry_problems(kind="\x1b[31m" + "x" * 10_000)

    assert "'\\x1b[31mxxx" in found
    assert "..." in found
    assert len(found) < 250


def test_steps_may_nest() -> None:
    """A few steps inside each other are sound."""
    step: dict[str, Any] = {"id": "s0", "name": "S", "action": "generate"}
    for number in range(1, 5):
        step = {"id": f"s{number}", "name": "S", "action": "generate", "steps": [step]}

    assert entry_problems(stages=[{**STAGE, "steps": [step]}]) == []


def test_bottomless_nesting_is_a_fault() -> None:
    """Steps inside steps without end are one fault, whatever their depth."""
    step: dict[str, Any] = {"id": "s", "name": "S", "action": "generate"}
    for _ in range(5_000):
        step = {"id": "s", "name": "S", "action": "generate", "steps": [step]}

    (found,) = entry_problems(stages=[{**STAGE, "steps": [step]}])

    assert found.endswith("is nested too deeply")


def test_many_unknown_keys_are_quickly_told() -> None:
    """Once nobody reads on, what was meant is no longer guessed."""
    found = entry_problems(**{f"author{number}": 1 for number in itertools.islice(itertools.count(), 60)})

    assert "did you mean" in found[0]
    assert "did you mean" not in found[-1]


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates() | st.datetimes() | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ENTRY, "links", "en", "zh", "stages", "x"]), inner, max_size=5)
    ),
    max_leaves=20,
)


@quick
@given(plain)
def test_any_data_decodes_or_is_at_fault(data: object) -> None:
    """Whatever the data, the outcome is a value or a list of faults, never an error."""
    assert problems(Entry, data)


@quick
@given(st.dictionaries(st.sampled_from([field for field in Entry.__dataclass_fields__ if field not in ENTRY]), plain, max_size=6))
def test_any_values_in_a_sound_entry(values: dict[str, Any]) -> None:
    """Whatever stands in an entry's fields, the outcome is an entry or a list of faults below it."""
    assert all(found.startswith("at.") for found in entry_problems(**values))
