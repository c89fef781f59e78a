"""A catalog as bytes and back."""

import io
import json
import zlib

import pytest

from awesome_mm.errors import CatalogInvalid
from awesome_mm.model.brief import brief_record
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.facts import Status
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.compiled import MAGIC, CompiledRecords, Damaged, compile_catalog
from awesome_mm.store.places import bundled_catalog

from ..factories import make_catalog, make_decoded, make_figure, make_method, make_stage, make_text

ENTRIES = (
    make_method("alpha", summary=make_text("One\ntwo\x1f\u2028\x00three", "一，二"), authors=("\x1b[31m", "é")),
    make_method("beta", stages=(make_stage(),), figures=(make_figure(headline=True),)),
    make_method("gamma", figures=(make_figure(status=Status.DISPUTED, reason=make_text()),)),
)


def read(compiled: bytes) -> CompiledRecords:
    """Return the compiled catalog that `compiled` is."""
    return CompiledRecords(io.BytesIO(compiled))


def sealed(content: bytes) -> bytes:
    """Return `content` as a compiled catalog with a sound checksum."""
    return MAGIC + b"%08x\n" % zlib.crc32(content) + content


def content_of(compiled: bytes) -> bytes:
    """Return what a compiled catalog's checksum is of."""
    return compiled[len(MAGIC) + 9 :]


def test_entries_come_back_the_same() -> None:
    """Every entry is whole again, in order, whatever characters it holds."""
    catalog = make_catalog(*ENTRIES)

    assert tuple(catalog) == ENTRIES
    assert catalog.ids == ("alpha", "beta", "gamma")
    assert len(catalog) == 3


def test_one_entry_comes_back_alone() -> None:
    """An entry is read by its id, the last one as well as the first."""
    catalog = make_catalog(*ENTRIES)

    assert [catalog.entry(one.id) for one in reversed(ENTRIES)] == list(reversed(ENTRIES))
    with pytest.raises(ValueError, match="not in tuple"):
        catalog.entry("none")


def test_rows_come_back_the_same() -> None:
    """A row is the entry's light form, read alone or with all others."""
    catalog = make_catalog(*ENTRIES)

    assert [brief.record for brief in catalog.briefs] == [brief_record(entry) for entry in ENTRIES]
    assert [catalog.brief(number) for number in range(3)] == list(catalog.briefs)


def test_head_and_words_come_back() -> None:
    """The head, its date and the vocabularies are there."""
    catalog = make_catalog(*ENTRIES)

    assert catalog.head.title == make_text("A survey", "综述")
    assert catalog.as_of == "2026-01-02"
    assert catalog.terms.name("organization", "bytedance", "zh") == "字节跳动"


def test_each_entry_has_one_search_line() -> None:
    """The index has as many lines as there are entries, whatever their texts hold."""
    assert len(make_catalog(*ENTRIES).index.splitlines()) == len(ENTRIES)


def test_a_catalog_of_no_entries() -> None:
    """Nothing in, nothing out: no rows, no lines, no words."""
    catalog = make_catalog()

    assert (len(catalog), list(catalog), catalog.briefs, catalog.index, catalog.spelling_words) == (0, [], (), "", ())
    assert catalog.head.schema == 1


def test_spelling_words_stand_once() -> None:
    """A word that several entries share is held once."""
    words = make_catalog(*ENTRIES).spelling_words

    assert words.count("method") == 1
    assert {"alpha", "beta", "gamma"} <= set(words)


@pytest.mark.parametrize("key", [None, "x", ["0.1", [["/a\udcff.toml", 1, 2]]], {"a": 1}])
def test_the_key_comes_back_as_it_is(key: object) -> None:
    """What a catalog was compiled from is held to the letter, a path that is no UTF-8 too."""
    assert read(compile_catalog(make_decoded(), key)).key == key


def test_the_bundled_catalog_comes_back_the_same() -> None:
    """Every work of the survey survives compilation."""
    decoded = load_catalog(bundled_catalog())

    catalog = make_catalog(*decoded.entries, vocabularies=decoded.vocabularies)

    assert tuple(catalog) == decoded.entries


FRONTS: dict[str, object] = {
    "no table": [],
    "empty": {},
    "no sizes": {"key": 1, "ids": [], "as_of": "x"},
    "sizes of no list": {"key": 1, "ids": [], "as_of": "x", "sizes": 3},
    "sizes of text": {"key": 1, "ids": [], "as_of": "x", "sizes": ["a"] * 6},
    "too few sizes": {"key": 1, "ids": [], "as_of": "x", "sizes": [0] * 5},
    "too many sizes": {"key": 1, "ids": [], "as_of": "x", "sizes": [0] * 7},
    "sizes of nothing": {"key": 1, "ids": [], "as_of": "x", "sizes": [None] * 6},
    "sizes beyond the end": {"key": 1, "ids": [], "as_of": "x", "sizes": [9] * 6},
    "ids of no list": {"key": 1, "ids": 5, "as_of": "x", "sizes": [0] * 6},
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS.keys())
def test_a_front_of_another_shape(front: object) -> None:
    """A front that does not say what it must is damage, though the checksum is right."""
    with pytest.raises(Damaged):
        read(sealed(json.dumps(front).encode() + b"\n"))


@pytest.mark.parametrize(
    "compiled",
    [
        b"",
        b"\n",
        MAGIC,
        MAGIC[:-1],
        MAGIC + b"00000000\n",
        MAGIC + b"zzzzzzzz\n{}\n",
        sealed(b""),
        sealed(b"{}"),
        sealed(b"[" * 100_000 + b"\n"),
        sealed(b"\xff\xfe\n"),
        b"\x00" * 10_000,
        b"awesome-mm compiled catalog 1\n{}\n",
    ],
)
def test_bytes_that_are_no_compiled_catalog(compiled: bytes) -> None:
    """Garbage, fragments and other versions' files are damage."""
    with pytest.raises(Damaged):
        read(compiled)


def test_any_damage_is_noticed() -> None:
    """Whichever byte is another, and wherever the end is cut, the file is damaged."""
    compiled = compile_catalog(make_decoded(make_method()), "key")

    for place in range(len(compiled)):
        with pytest.raises(Damaged):
            read(compiled[:place])
        with pytest.raises(Damaged):
            read(compiled[:place] + bytes([compiled[place] ^ 0x20]) + compiled[place + 1 :])


def test_records_of_another_shape_are_an_error_with_a_way_out() -> None:
    """An entry that lacks what the model wants is told in words, with what to do."""
    content = content_of(compile_catalog(make_decoded(make_method()), "key"))
    catalog = Catalog(read(sealed(content.replace(b'"summary"', b'"summery"'))))

    with pytest.raises(CatalogInvalid, match=r"alpha\.summery: unknown key") as caught:
        catalog.entry("alpha")

    assert "Delete it" in caught.value.fix


def test_a_head_of_another_shape_is_an_error_with_a_way_out() -> None:
    """A head that lacks what the model wants is told in words."""
    content = content_of(compile_catalog(make_decoded(), "key"))
    catalog = Catalog(read(sealed(content.replace(b'"schema"', b'"scheme"'))))

    with pytest.raises(CatalogInvalid, match=r"catalog\.schema: is missing"):
        _ = catalog.head
