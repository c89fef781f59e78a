"""A catalog as bytes and back."""

import json
import zlib

import pytest

from awesome_mm.errors import CatalogInvalid
from awesome_mm.model.brief import brief_record
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.facts import Status
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.compiled import MAGIC, CompiledRecords, Damaged, compile_catalog
from awesome_mm.store.encode import encode
from awesome_mm.store.places import bundled_catalog

from ..factories import make_catalog, make_decoded, make_figure, make_method, make_stage, make_text

ENTRIES = (
    make_method("alpha", summary=make_text("One\ntwo\x1f\u2028\x00three", "一，二"), authors=("\x1b[31m", "é")),
    make_method("beta", stages=(make_stage(),), figures=(make_figure(headline=True),)),
    make_method("gamma", figures=(make_figure(status=Status.DISPUTED, reason=make_text()),)),
)


def read(compiled: bytes) -> CompiledRecords:
    """Return the compiled catalog that `compiled` is."""
    return CompiledRecords(compiled)


def sealed(front: bytes) -> bytes:
    """Return `front` as a compiled catalog's, with a sound checksum."""
    return MAGIC + b"%08x\n" % zlib.crc32(front) + front


def everything(records: CompiledRecords) -> tuple[object, ...]:
    """Return all that a compiled catalog holds, every part of it read."""
    opened = Catalog(records)
    return (
        opened.ids,
        tuple(opened),
        opened.briefs,
        list(opened.lines.holding("")),
        opened.spelling_words,
        opened.head,
        opened.terms.of("unit"),
    )


def test_entries_come_back_the_same() -> None:
    """Every entry is whole again, in order, whatever characters it holds."""
    catalog = make_catalog(*ENTRIES)

    assert tuple(catalog) == ENTRIES
    assert catalog.ids == ("alpha", "beta", "gamma")
    assert len(catalog) == 3


def test_entries_come_back_as_plain_data() -> None:
    """The records are what the entries are encoded as, in order."""
    assert list(make_catalog(*ENTRIES).records()) == json.loads(json.dumps([encode(entry) for entry in ENTRIES]))


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
    assert [number for number, _ in make_catalog(*ENTRIES).lines.holding("")] == [0, 1, 2]


def test_a_catalog_of_no_entries() -> None:
    """Nothing in, nothing out: no rows, no lines, no words."""
    catalog = make_catalog()

    assert (len(catalog), list(catalog), catalog.briefs, catalog.spelling_words) == (0, [], (), ())
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


SOUND = {"key": 1, "count": 0, "as_of": "x", "sections": [[0, 0]] * 8}
FRONTS: dict[str, object] = {
    "no table": [],
    "empty": {},
    "no sections": {key: value for key, value in SOUND.items() if key != "sections"},
    "no count": {key: value for key, value in SOUND.items() if key != "count"},
    "sections of no list": {**SOUND, "sections": 3},
    "sections of text": {**SOUND, "sections": [["a", 0]] * 9},
    "sections without checksum": {**SOUND, "sections": [[0]] * 9},
    "too few sections": {**SOUND, "sections": [[0, 0]] * 8},
    "too many sections": {**SOUND, "sections": [[0, 0]] * 10},
    "sections of nothing": {**SOUND, "sections": [None] * 9},
    "sections beyond the end": {**SOUND, "sections": [[9, 0]] * 9},
    "a count of text": {**SOUND, "count": "many"},
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
    """Wherever the end is cut, or a byte is another, nothing wrong comes out: opening or reading says that it is damaged."""
    compiled = compile_catalog(make_decoded(make_method()), "key")
    sound = everything(read(compiled))

    for place in range(len(compiled)):
        with pytest.raises(Damaged):
            read(compiled[:place])
        try:
            assert everything(read(compiled[:place] + bytes([compiled[place] ^ 0x20]) + compiled[place + 1 :])) == sound
        except Damaged:
            continue


def test_damage_inside_a_part_is_mended_from_a_sound_copy() -> None:
    """A reader that can make the catalog anew does so once, for whichever part it finds damaged."""
    compiled = compile_catalog(make_decoded(*ENTRIES), "key")
    start = compiled.index(b'"Beta"')
    damaged = compiled[:start] + b'"Bxta"' + compiled[start + 6 :]
    made: list[bytes] = []

    def remake() -> bytes:
        made.append(compiled)
        return compiled

    assert everything(CompiledRecords(damaged, remake)) == everything(read(compiled))
    assert len(made) == 1


def renaming(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Let records be written as another version might: with `new` where the model has `old`."""

    def renamed(value: object) -> object:
        written = encode(value)
        return {new if key == old else key: held for key, held in written.items()} if isinstance(written, dict) else written

    monkeypatch.setattr("awesome_mm.store.encode.encode", renamed)


def test_records_of_another_shape_are_an_error_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that lacks what the model wants is told in words, with what to do."""
    renaming(monkeypatch, "summary", "summery")
    catalog = Catalog(read(compile_catalog(make_decoded(make_method()), "key")))

    with pytest.raises(CatalogInvalid, match=r"alpha\.summery: unknown key") as caught:
        catalog.entry("alpha")

    assert "Delete it" in caught.value.fix


def test_a_head_of_another_shape_is_an_error_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A head that lacks what the model wants is told in words."""
    renaming(monkeypatch, "schema", "scheme")
    catalog = Catalog(read(compile_catalog(make_decoded(), "key")))

    with pytest.raises(CatalogInvalid, match=r"catalog\.schema: is missing"):
        _ = catalog.head
