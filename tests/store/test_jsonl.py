"""Catalogs as JSON lines: they say what the same in TOML says, and every fault of them has its line."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.errors import CatalogInvalid
from awesome_mm.model.entry import Entry
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.places import bundled_catalog

from .generated import data_of
from .written import HEAD, WORDS, as_lines, catalog, entry, faults_at, loads_or_is_at_fault, write

ALPHA = {"name": "Alpha", "title": "Alpha: A Title", "categories": ["editing"], "summary": {"en": "Makes data."}}
often = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def line(**sections: Any) -> str:
    """Return one line of a catalog."""
    return json.dumps(sections, default=str) + "\n"


def said_of(path: Path) -> object:
    """Return the catalog at `path`, or its faults without their places."""
    try:
        return load_catalog(path)
    except CatalogInvalid as error:
        return sorted(fault.partition(": ")[2] for fault in error.faults)


def sound(path: Path, *lines: str) -> Path:
    """Write a sound catalog of nine lines, and then `lines`, to `path`."""
    words = as_lines(HEAD + WORDS)
    assert words.count("\n") == 9
    return write(path, words + "".join(lines))


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson"])
def test_the_bundled_catalog_as_lines(tmp_path: Path, suffix: str) -> None:
    """The catalog that ships with the package is the same as lines."""
    text = bundled_catalog().read_text(encoding="utf-8")

    assert load_catalog(write(tmp_path / f"catalog{suffix}", as_lines(text))) == load_catalog(bundled_catalog())


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map("a字{}".format)
entries = st.fixed_dictionaries(
    {
        "name": texts,
        "title": texts,
        "categories": st.just(["editing"]),
        "summary": st.fixed_dictionaries({"en": texts}, optional={"zh": texts}),
    },
    optional={
        "authors": st.lists(texts, max_size=3),
        "published": st.dates(min_value=date(1900, 1, 1)) | st.sampled_from(["2024", "2024-12", "2024-12-02"]),
        "authors_complete": st.booleans(),
        "notes": st.lists(st.fixed_dictionaries({"topic": st.just("idea"), "en": texts}), max_size=2),
    },
)


def in_both_forms(folder: Path, tables: dict[str, dict[str, Any]]) -> tuple[Path, Path]:
    """Return a catalog with `tables` beside the usual words, as TOML and as lines."""
    toml = write(folder / "both.toml", HEAD + WORDS + tomlkit.dumps(tables))
    lines = [line(**{section: {key: value}}) for section, table in tables.items() for key, value in table.items()]
    return toml, write(folder / "both.jsonl", as_lines(HEAD + WORDS) + "".join(lines))


@often
@given(st.dictionaries(st.from_regex(r"[a-z]{1,3}(-[0-9]{1,2})?", fullmatch=True), entries, max_size=3))
def test_the_same_catalog_in_both_forms(tmp_path: Path, methods: dict[str, Any]) -> None:
    """What TOML and lines of JSON both say is read as equal values, in the same order."""
    toml, lines = in_both_forms(tmp_path, {"method": methods})

    assert load_catalog(lines) == load_catalog(toml)


@often
@given(data_of(Entry))
def test_the_same_faults_in_both_forms(tmp_path: Path, data: dict[str, Any]) -> None:
    """Whatever an entry holds, both forms are the same catalog or have the same faults."""
    toml, lines = in_both_forms(tmp_path, {"method": {"alpha": data}, "dataset": {"beta": {**ALPHA, **data}}})

    assert said_of(lines) == said_of(toml)


def test_lines_beside_files_in_a_folder(tmp_path: Path) -> None:
    """A folder holds both forms, its files read in the order of their paths; hidden ones are left out."""
    write(tmp_path / "a.jsonl", "\n" + line(method={"beta": ALPHA}) + "\r\n" + line(method={"alpha": ALPHA}))
    write(tmp_path / "b.toml", catalog(entry("gamma")))
    write(tmp_path / "deep" / "c.ndjson", line(method={"delta": ALPHA}).rstrip("\n"))
    write(tmp_path / ".old.jsonl", "no JSON")

    assert [one.id for one in load_catalog(tmp_path).entries] == ["beta", "alpha", "gamma", "delta"]


def test_what_two_lines_both_define(tmp_path: Path) -> None:
    """An entry that stands in several lines and files is named with all of them, up to a few."""
    path = write(tmp_path / "a.toml", catalog(entry("alpha"))).with_name("z.jsonl")
    write(path, line(method={"alpha": ALPHA}) * 4 + line(method={"beta": ALPHA}) * 2 + line(catalog={}))

    assert faults_at(tmp_path)[:3] == (
        "CATALOG/z.jsonl:7: catalog: is defined in CATALOG/a.toml as well",
        "CATALOG/z.jsonl:4: method.alpha: is defined in CATALOG/a.toml, CATALOG/z.jsonl:1, CATALOG/z.jsonl:2 and 1 more as well",
        "CATALOG/z.jsonl:6: method.beta: is defined in CATALOG/z.jsonl:5 as well",
    )


def test_faults_of_all_kinds_at_once(tmp_path: Path) -> None:
    """Broken lines and wrong fields are told in one run, each with its line."""
    path = sound(
        tmp_path / "a.jsonl",
        line(method={"alpha": {**ALPHA, "autors": [], "needs": ["gpu"]}}),
        "{\n",
        line(metod={"beta": ALPHA}),
        line(method={"gamma": {**ALPHA, "name": None}}),
    )

    assert [fault.split(": ")[:2] for fault in faults_at(path)] == [
        ["CATALOG:11", "not JSON"],
        ["CATALOG:12", "metod"],
        ["CATALOG:10", "method.alpha.autors"],
        ["CATALOG:10", "method.alpha.needs[0]"],
        ["CATALOG:13", "method.gamma.name"],
    ]


BROKEN = {
    "a list": ("[1]", "not a JSON object"),
    "a word": ("alpha", "not JSON: Expecting value (column 1)"),
    "half an object": ('{"method": ', "not JSON: Expecting value (column 12)"),
    "two objects": ("{} {}", "not JSON: Extra data (column 4)"),
    "a key twice": ('{"method": {"alpha": {"name": 1, "name": 2}}}', "the key 'name' stands twice in one object"),
    "no number": ('{"x": NaN}', "NaN is not a number in JSON"),
    "no end": ('{"x": -Infinity}', "-Infinity is not a number in JSON"),
    "half a character": ('{"x": "\\ud800"}', "holds half a character, which no text can hold"),
    "half a character as a key": ('{"\\uDFff": 1}', "holds half a character, which no text can hold"),
    "a nest": ("[" * 100_000, "nested too deeply"),
    "a nest of objects": ('{"a":' * 100_000, "nested too deeply"),
    "a closed nest": ('{"x": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
    "a control": ('{"x": "\x1b"}', "not JSON: Invalid control character at (column 8)"),
    "nul": ("\0", "not JSON: Expecting value (column 1)"),
}


@pytest.mark.parametrize(("text", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_line(tmp_path: Path, text: str, problem: str) -> None:
    """A line that holds no sound object is a fault with its number, and a remedy goes with it."""
    path = sound(tmp_path / "a.jsonl", text, "\n\n")

    with pytest.raises(CatalogInvalid) as caught:
        load_catalog(path)

    assert caught.value.faults == (f"{path}:10: {problem}",)
    assert "one whole JSON object" in caught.value.fix


def test_a_number_longer_than_any(tmp_path: Path) -> None:
    """Digits beyond what Python reads are the line's fault, and a number beyond 64 bits or any float is the field's."""
    written = '{"method": {"alpha": {"stages": [{"repeat": %s}]}}}\n'
    path = sound(
        tmp_path / "a.jsonl", *(written.replace("alpha", name) % number for name, number in (("a", "1" * 5_000), ("b", "1" * 400)))
    )

    faults = faults_at(path)

    assert faults[0].startswith("CATALOG:10: Exceeds the limit (4300 digits) for integer string conversion")
    assert "CATALOG:11: method.b.stages[0].repeat: the number does not fit into 64 bits" in faults


def test_characters_that_end_lines_elsewhere(tmp_path: Path) -> None:
    """Only a line feed ends a line: what Unicode counts as one may stand in a text. Two halves make a character."""
    path = sound(tmp_path / "a.jsonl", line(method={"alpha": ALPHA}).replace("A Title", "A\u2028Ti\x85tle\\ud83d\\ude00"))

    assert load_catalog(path).entries[0].title == "Alpha: A\u2028Ti\x85tle\U0001f600"


def test_lines_as_windows_writes_them(tmp_path: Path) -> None:
    """A byte order mark and line ends of two characters make no difference to what is read and counted."""
    path = sound(tmp_path / "a.jsonl", "\n", line(method={"alpha": {**ALPHA, "name": 3}}))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert faults_at(path) == ("CATALOG:11: method.alpha.name: 3 is not a string",)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are named by their place."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"method": "\xff"}')

    assert faults_at(path) == ("CATALOG: byte 12 is not UTF-8",)


def test_a_file_that_is_no_json_lines(tmp_path: Path) -> None:
    """One object over many lines, or another format, is told in so many faults and no more; so is a file of too many lines."""
    faults = faults_at(write(tmp_path / "a.jsonl", "# Notes\n" * 100))
    many = faults_at(write(tmp_path / "b.jsonl", "{}\n" * 1_000_001))

    assert (len(faults), faults[-1]) == (50, "CATALOG: the lines behind that one were not read")
    assert many == ("CATALOG: more than 1,000,000 lines",)


def test_json_under_the_name_of_toml(tmp_path: Path) -> None:
    """Who gives lines of JSON another name is told the right one."""
    path = write(tmp_path / "a.json", line(method={"alpha": ALPHA}))

    with pytest.raises(CatalogInvalid) as caught:
        load_catalog(path)

    assert ".jsonl" in caught.value.fix


def test_a_huge_file(tmp_path: Path) -> None:
    """A file beyond any catalog's size is not read."""
    path = tmp_path / "catalog.jsonl"
    with path.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024 + 1)

    assert faults_at(path) == ("CATALOG: larger than 64 MiB",)


def test_lines_are_compiled_and_followed(tmp_path: Path) -> None:
    """A catalog of lines is cached like any other, and what is added is there at once."""
    path = sound(tmp_path / "a.jsonl", line(method={"alpha": ALPHA}))
    assert [open_catalog(path).ids for _ in range(2)] == [("alpha",)] * 2

    write(path, path.read_text(encoding="utf-8") + line(method={"beta": ALPHA}))

    assert [open_catalog(path).ids for _ in range(2)] == [("alpha", "beta")] * 2


@often
@given(st.binary(max_size=200), st.integers(0, 800))
def test_any_bytes_load_or_are_at_fault(tmp_path: Path, noise: bytes, place: int) -> None:
    """Whatever bytes get into a file of lines, it is a catalog or a list of faults."""
    whole = as_lines(catalog(entry())).encode()
    path = tmp_path / "a.jsonl"
    path.write_bytes(whole[:place] + noise + whole[place:])

    assert loads_or_is_at_fault(path)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("catalog method unit alpha name title stages links arxiv".split()) | st.text(max_size=3), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@often
@given(st.lists(anything, max_size=4), st.booleans())
def test_any_json_loads_or_is_at_fault(tmp_path: Path, values: list[Any], is_beside_a_sound_file: bool) -> None:
    """Whatever JSON the lines hold, alone or beside a sound file, it is a catalog or a list of faults."""
    write(tmp_path / "b.jsonl", "".join(json.dumps(value).replace("Infinity", "1e999") + "\n" for value in values))
    (tmp_path / "a.toml").unlink(missing_ok=True)
    if is_beside_a_sound_file:
        write(tmp_path / "a.toml", catalog(entry("gamma")))

    assert loads_or_is_at_fault(tmp_path)
