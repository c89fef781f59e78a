"""Opening a catalog: the cache saves time and never says anything else than the TOML."""

import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.errors import CatalogInvalid
from awesome_mm.model.catalog import Catalog
from awesome_mm.store.cache import cached_place, open_catalog
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.compiled import MAGIC, CompiledRecords, compile_catalog

from ..factories import make_decoded, make_method
from .written import as_lines, catalog, entry, write

many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a catalog with one entry, alpha."""
    return write(tmp_path / "catalog.toml", catalog(entry("alpha")))


def key_of(path: Path) -> list[object]:
    """Return the key under which the catalog at `path` is cached."""
    key: list[object] = CompiledRecords(cached_place(path).read_bytes()).key
    return key


def everything(opened: Catalog) -> tuple[object, ...]:
    """Return all that a catalog holds, every part of it read."""
    words = opened.terms.name("category", "editing", "zh")
    return opened.ids, tuple(opened), opened.briefs, list(opened.lines.holding("")), opened.spelling_words, opened.head, words


def survey_of(tmp_path: Path, *ids: str) -> Path:
    """Return a folder with a file for the words and one for each of `ids`, in both forms in turns."""
    folder = tmp_path / "survey"
    write(folder / "catalog.toml", catalog())
    for place, one in enumerate(ids):
        text = entry(one)
        write(folder / f"{one}.jsonl", as_lines(text)) if place % 2 else write(folder / f"{one}.toml", text)
    return folder


def plant(path: Path, key: object) -> None:
    """Put into the cache, under `key`, another catalog than the one at `path`: its entry is called planted."""
    cached_place(path).write_bytes(compile_catalog(make_decoded(make_method("planted")), key))


def test_the_first_opening_makes_the_cache(path: Path) -> None:
    """What was compiled once lies in the cache folder."""
    assert not cached_place(path).exists()

    assert open_catalog(path).ids == ("alpha",)

    assert CompiledRecords(cached_place(path).read_bytes()).ids == ("alpha",)


def test_the_second_opening_reads_the_cache_alone(path: Path) -> None:
    """Where the cache fits, the TOML is not read."""
    open_catalog(path)
    plant(path, key_of(path))

    assert open_catalog(path).ids == ("planted",)


def test_both_openings_give_the_same(path: Path) -> None:
    """A catalog from the cache is the one that was compiled."""
    first, second = open_catalog(path), open_catalog(path)

    assert everything(first) == everything(second)


@many
@given(st.data())
def test_a_flipped_bit_is_healed(path: Path, data: st.DataObject) -> None:
    """Whichever bit of the cache is another, all that is read of the catalog is right, and the next opening finds it so too."""
    expected = everything(open_catalog(path))
    sound = cached_place(path).read_bytes()
    place = data.draw(st.integers(0, len(sound) - 1))
    damaged = bytearray(sound)
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    cached_place(path).write_bytes(damaged)

    assert [everything(open_catalog(path)) for _ in range(2)] == [expected] * 2


@many
@given(st.data())
def test_a_truncated_cache_is_healed(path: Path, data: st.DataObject) -> None:
    """Wherever the cache is cut off, it is made anew."""
    open_catalog(path)
    sound = cached_place(path).read_bytes()
    cached_place(path).write_bytes(sound[: data.draw(st.integers(0, len(sound) - 1))])

    assert open_catalog(path).entry("alpha").name == "Alpha"
    assert cached_place(path).read_bytes() == sound


@many
@given(st.binary(max_size=200), st.booleans())
def test_garbage_in_the_cache_is_healed(path: Path, garbage: bytes, is_sealed: bool) -> None:
    """Whatever bytes lie in the cache, with a right checksum or without, the catalog opens."""
    open_catalog(path)
    cached_place(path).write_bytes(MAGIC + b"%08x\n" % zlib.crc32(garbage) + garbage if is_sealed else garbage)

    assert open_catalog(path).ids == ("alpha",)


def test_a_changed_catalog_is_read_anew(path: Path) -> None:
    """What was added to the TOML is there at once."""
    open_catalog(path)
    write(path, catalog(entry("alpha"), entry("beta")))

    assert open_catalog(path).ids == ("alpha", "beta")


@pytest.mark.skipif(os.name == "nt", reason="the system keeps no time of the last change of state")
def test_a_change_that_hides_is_noticed(path: Path) -> None:
    """A file of the same size and time of change, restored by a tool, is read anew all the same."""
    open_catalog(path)
    before = path.stat()
    write(path, catalog(entry("gamma")))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size

    assert open_catalog(path).ids == ("gamma",)


def test_files_added_to_a_folder_and_taken_away(tmp_path: Path) -> None:
    """A folder's catalog follows its files."""
    folder = tmp_path / "survey"
    write(folder / "catalog.toml", catalog(entry("alpha")))
    assert open_catalog(folder).ids == ("alpha",)

    added = write(folder / "beta.toml", entry("beta"))
    assert open_catalog(folder).ids == ("beta", "alpha")

    added.unlink()
    assert open_catalog(folder).ids == ("alpha",)


def test_the_second_opening_of_a_folder_reads_the_cache_alone(tmp_path: Path) -> None:
    """Where no file of a folder has changed, none is read."""
    folder = survey_of(tmp_path, "alpha", "beta")
    open_catalog(folder)
    plant(folder, key_of(folder))

    assert open_catalog(folder).ids == ("planted",)


CHANGES: dict[str, Callable[[Path], object]] = {
    "written": lambda folder: write(folder / "alpha.toml", entry("gamma")),
    "longer": lambda folder: write(folder / "beta.jsonl", as_lines(entry("beta") + entry("delta"))),
    "added": lambda folder: write(folder / "deep" / "er" / "gamma.ndjson", as_lines(entry("gamma"))),
    "gone": lambda folder: (folder / "beta.jsonl").unlink(),
    "renamed": lambda folder: (folder / "alpha.toml").rename(folder / "zeta.toml"),
    "moved": lambda folder: os.renames(folder / "beta.jsonl", folder / "deep" / "beta.jsonl"),
    "hidden": lambda folder: (folder / "alpha.toml").rename(folder / ".alpha.toml"),
    "swapped": lambda folder: (folder / "alpha.toml").replace(folder / "catalog2.toml"),
    "touched": lambda folder: os.utime(folder / "alpha.toml", ns=(1, 1)),
    "other rights": lambda folder: (folder / "alpha.toml").chmod(0o400),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_happens_to_a_file_of_a_folder_is_noticed(tmp_path: Path, change: Callable[[Path], object]) -> None:
    """A file that is another, or stands elsewhere, or may be read by others makes the cache stale."""
    folder = survey_of(tmp_path, "alpha", "beta")
    open_catalog(folder)
    plant(folder, key_of(folder))

    change(folder)

    assert open_catalog(folder).ids == tuple(one.id for one in load_catalog(folder).entries)


@pytest.mark.skipif(os.name == "nt", reason="the system keeps no time of the last change of state")
def test_a_change_that_hides_in_a_folder_is_noticed(tmp_path: Path) -> None:
    """A file of a folder, of the same size and time of change, is read anew all the same."""
    folder = survey_of(tmp_path, "alpha")
    open_catalog(folder)
    before = (folder / "alpha.toml").stat()
    write(folder / "alpha.toml", entry("gamma"))
    os.utime(folder / "alpha.toml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (folder / "alpha.toml").stat().st_size == before.st_size

    assert open_catalog(folder).ids == ("gamma",)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system knows no such rights")
@pytest.mark.parametrize("right", ["geteuid", "getegid", "getgroups"])
def test_another_asker_is_not_answered_from_memory(tmp_path: Path, right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one user could read of a folder is not shown to another who has the same cache, nor after leaving a group."""
    folder = survey_of(tmp_path, "alpha")
    open_catalog(folder)
    plant(folder, key_of(folder))
    monkeypatch.setattr(os, right, lambda: [4_321] if right == "getgroups" else 4_321)

    assert open_catalog(folder).ids == ("alpha",)


def test_the_key_of_a_folder_is_short(tmp_path: Path) -> None:
    """However many files there are, what the cache is known by takes no time to read."""
    folder = survey_of(tmp_path, *(f"e{number}" for number in range(300)))

    assert len(open_catalog(folder)) == 300
    assert len(str(key_of(folder))) < 1_000


@pytest.mark.parametrize("part", [0, 1, 2])
def test_another_version_code_or_file_is_compiled_anew(path: Path, part: int) -> None:
    """A cache made by another version, by other code of this version, or from other files is none."""
    open_catalog(path)
    key = key_of(path)
    plant(path, [*key[:part], "another", *key[part + 1 :]])

    assert open_catalog(path).ids == ("alpha",)
    assert key_of(path) == key


def test_catalogs_of_one_name_have_caches_of_their_own(tmp_path: Path) -> None:
    """Two files called alike in two folders do not meet in the cache."""
    paths = [write(tmp_path / one / "catalog.toml", catalog(entry(one))) for one in ("a", "b")]

    assert [open_catalog(path).ids for path in paths * 2] == [("a",), ("b",)] * 2


@pytest.mark.parametrize("content", ["", "[", "[method.alpha]"])
def test_a_broken_catalog_leaves_no_cache(path: Path, content: str) -> None:
    """A fault is told every time, never what was there before."""
    open_catalog(path)
    write(path, content)

    for _ in range(2):
        with pytest.raises(CatalogInvalid):
            open_catalog(path)


def test_a_missing_catalog_is_told_though_its_cache_is_there(path: Path) -> None:
    """What is gone is gone."""
    open_catalog(path)
    path.unlink()

    with pytest.raises(CatalogInvalid, match="No such file"):
        open_catalog(path)


def test_every_lost_link_of_a_folder_is_told(tmp_path: Path) -> None:
    """What cannot be looked at is named file by file."""
    folder = tmp_path / "survey"
    write(folder / "catalog.toml", catalog())
    for name in ("a.toml", "b.toml"):
        (folder / name).symlink_to("nothing")

    with pytest.raises(CatalogInvalid) as caught:
        open_catalog(folder)

    assert caught.value.faults == tuple(f"{folder / name}: No such file or directory" for name in ("a.toml", "b.toml"))


@pytest.mark.parametrize("name", ["x\0y.toml", "x" * 5_000])
def test_an_impossible_path(tmp_path: Path, name: str) -> None:
    """A path that no file can have is told like any missing one."""
    with pytest.raises(CatalogInvalid):
        open_catalog(tmp_path / name)


def test_a_cache_folder_that_is_a_file(path: Path, tmp_path: Path) -> None:
    """Where no folder can be made, the catalog opens without one."""
    (tmp_path / "cache").write_text("not a folder")

    assert [open_catalog(path).ids for _ in range(2)] == [("alpha",)] * 2
    assert (tmp_path / "cache").read_text() == "not a folder"


def test_a_folder_where_the_cache_should_lie(path: Path) -> None:
    """What stands in the way is left alone, and nothing is left beside it."""
    cached_place(path).mkdir(parents=True)

    assert [open_catalog(path).ids for _ in range(2)] == [("alpha",)] * 2
    assert list(cached_place(path).parent.iterdir()) == [cached_place(path)]


def test_a_catalog_that_may_no_longer_be_read(path: Path) -> None:
    """What a user may not read is not answered from the cache, however fresh that is."""
    open_catalog(path)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions do not bind this user")

    with pytest.raises(CatalogInvalid, match="Permission denied"):
        open_catalog(path)


def test_a_folder_with_a_file_that_may_no_longer_be_read(tmp_path: Path) -> None:
    """One file of a folder that a user may not read, or a folder inside it, keeps the whole from being answered from the cache."""
    folder = survey_of(tmp_path, "alpha")
    inner = write(folder / "deep" / "beta.toml", entry("beta")).parent
    open_catalog(folder)
    for hidden, rights in ((folder / "alpha.toml", 0o600), (inner, 0o700)):
        hidden.chmod(0)
        if os.access(hidden, os.R_OK):
            pytest.skip("permissions do not bind this user")
        with pytest.raises(CatalogInvalid, match="Permission denied"):
            open_catalog(folder)
        hidden.chmod(rights)

    assert open_catalog(folder).ids == ("alpha", "beta")


def test_a_cache_that_may_not_be_touched(path: Path) -> None:
    """A folder that may not be written, and a file that may not be read, are no error."""
    place = cached_place(path)
    place.parent.mkdir(parents=True)
    place.parent.chmod(0o500)
    if os.access(place.parent, os.W_OK):
        pytest.skip("permissions do not bind this user")
    assert open_catalog(path).ids == ("alpha",)
    assert not place.exists()

    place.parent.chmod(0o700)
    open_catalog(path)
    place.chmod(0)
    assert open_catalog(path).ids == ("alpha",)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system has no folder that nobody may write to")
def test_a_cache_folder_that_cannot_be_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the superuser's missing permission is an error."""
    monkeypatch.setenv("AWESOME_MM_CACHE", "/proc/self/cache")

    assert [open_catalog(path).ids for _ in range(2)] == [("alpha",)] * 2


def test_a_missing_cache_folder_is_made(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache folder is made with all its parents."""
    monkeypatch.setenv("AWESOME_MM_CACHE", str(tmp_path / "deep" / "er" / "cache"))

    open_catalog(path)

    assert cached_place(path).is_relative_to(tmp_path / "deep" / "er")
    assert cached_place(path).exists()


@pytest.mark.parametrize("name", ["数据.toml", "x" * 250 + ".toml", "图" * 80 + ".toml", ".toml", "a b\n.toml"])
def test_odd_names_are_cached(tmp_path: Path, name: str) -> None:
    """Long, foreign and broken names of catalogs find their place in the cache."""
    path = write(tmp_path / name, catalog(entry("alpha")))

    open_catalog(path)
    plant(path, key_of(path))

    assert open_catalog(path).ids == ("planted",)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text here")
def test_a_name_that_is_no_text_is_cached(tmp_path: Path) -> None:
    """A path that is no UTF-8 opens like any other."""
    path = write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.toml")), catalog(entry("alpha")))

    assert [open_catalog(path).ids for _ in range(2)] == [("alpha",)] * 2
    assert cached_place(path).exists()


def test_a_catalog_of_no_entries(path: Path) -> None:
    """Nothing is compiled, cached and read back as nothing."""
    write(path, catalog())

    for _ in range(2):
        opened = open_catalog(path)
        assert (len(opened), tuple(opened), opened.briefs, opened.spelling_words) == (0, (), (), ())


def test_ten_thousand_entries(path: Path) -> None:
    """A catalog two hundred times the size of the survey is compiled and read back whole."""
    write(path, catalog(*(entry(f"entry-{number}") for number in range(10_000))))

    for _ in range(2):
        opened = open_catalog(path)
        assert len(opened) == len(opened.briefs) == sum(1 for _ in opened.lines.holding("")) == 10_000
        assert opened.entry("entry-9999").name == "Entry-9999"


def test_processes_that_make_the_cache_at_once(path: Path) -> None:
    """Each opens the whole catalog, and what they leave is one sound file."""
    write(path, catalog(*(entry(f"entry-{number}") for number in range(500))))
    script = f"""
from pathlib import Path
from awesome_mm.store.cache import open_catalog
print(len(open_catalog(Path({str(path)!r})).briefs))
"""

    processes = [subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]

    assert [process.communicate(timeout=60) for process in processes] == [(f"500{os.linesep}".encode(), b"")] * 4
    assert list(cached_place(path).parent.iterdir()) == [cached_place(path)]
    plant(path, key_of(path))
    assert open_catalog(path).ids == ("planted",)
