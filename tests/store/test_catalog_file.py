"""Catalogs on disk: whatever lies there, it is read, or every fault of it is named with its place."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.errors import CatalogInvalid
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.listing import catalog_files
from awesome_mm.store.places import bundled_catalog

from .written import HEAD, WORDS, catalog, entry, faults_at, loads_or_is_at_fault, write


def test_a_catalog_in_one_file(tmp_path: Path) -> None:
    """Head, words and entries of a file are read, in the order of the file."""
    loaded = load_catalog(write(tmp_path / "catalog.toml", catalog(entry("beta"), entry("alpha"))))

    assert loaded.head.as_of == "2026-01-02"
    assert list(loaded.vocabularies.category) == ["methods", "editing"]
    assert [one.id for one in loaded.entries] == ["beta", "alpha"]


def test_the_bundled_catalog_loads() -> None:
    """The catalog that ships with the package has no fault."""
    assert load_catalog(bundled_catalog()).entries


def test_a_catalog_in_a_folder(tmp_path: Path) -> None:
    """All TOML files below a folder make one catalog, read in the order of their paths."""
    write(tmp_path / "b.toml", entry("beta"))
    write(tmp_path / "a" / "deep" / "z.toml", entry("zeta"))
    write(tmp_path / "head.toml", HEAD)
    write(tmp_path / "words.toml", WORDS)
    write(tmp_path / "notes.md", "not TOML")

    assert [one.id for one in load_catalog(tmp_path).entries] == ["zeta", "beta"]


def test_hidden_files_are_no_part_of_a_catalog(tmp_path: Path) -> None:
    """What an editor or a version control keeps beside the files is left alone."""
    write(tmp_path / "catalog.toml", catalog(entry()))
    write(tmp_path / ".git" / "config.toml", "[")
    (tmp_path / ".#catalog.toml").symlink_to("nobody@nowhere")

    assert catalog_files(tmp_path) == [tmp_path / "catalog.toml"]


def test_a_catalog_without_entries(tmp_path: Path) -> None:
    """A head alone is a catalog."""
    loaded = load_catalog(write(tmp_path / "catalog.toml", HEAD))

    assert loaded.entries == ()
    assert dict(loaded.vocabularies.category) == {}


@pytest.mark.parametrize("encode", [lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: text.replace("\n", "\r\n").encode()])
def test_a_file_as_windows_writes_it(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    """A byte order mark and line ends of two characters make no difference."""
    path = tmp_path / "catalog.toml"
    path.write_bytes(encode(catalog(entry("alpha", 'account = """one\ntwo"""'))))

    account = load_catalog(path).entries[0].account
    assert account is not None
    assert account.en == "one\ntwo"


def test_line_numbers_in_a_file_as_windows_writes_it(tmp_path: Path) -> None:
    """Lines are counted as an editor counts them."""
    path = tmp_path / "catalog.toml"
    path.write_bytes(("\ufeff" + HEAD + "[method.alpha]\n").replace("\n", "\r\n").encode())

    assert faults_at(path)[0] == "CATALOG:5: method.alpha.name: is missing"


def test_a_missing_path(tmp_path: Path) -> None:
    """A path that leads nowhere is named, with the next step."""
    with pytest.raises(CatalogInvalid) as caught:
        load_catalog(tmp_path / "none.toml")

    assert caught.value.faults == (f"{tmp_path / 'none.toml'}: No such file or directory",)
    assert "--catalog" in caught.value.fix


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without files of a catalog is none."""
    write(tmp_path / "a" / "notes.md", "")

    assert faults_at(tmp_path) == ("CATALOG: the folder holds no .toml, .jsonl or .ndjson file",)


@pytest.mark.parametrize("name", ["x\0y.toml", "x" * 5_000, "head.toml/inside.toml"])
def test_an_impossible_path(tmp_path: Path, name: str) -> None:
    """A path that no file can have is a fault like any other."""
    write(tmp_path / "head.toml", HEAD)

    assert len(faults_at(tmp_path / name)) == 1


def test_an_unreadable_file_and_folder(tmp_path: Path) -> None:
    """What may not be read is named, and is never passed over in silence."""
    file = write(tmp_path / "a" / "catalog.toml", catalog())
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("permissions do not bind this user")
    assert faults_at(file) == ("CATALOG: Permission denied",)

    file.parent.chmod(0)
    assert faults_at(file) == ("CATALOG: Permission denied",)
    assert faults_at(tmp_path) == ("CATALOG/a: Permission denied",)
    file.parent.chmod(0o700)


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    """A folder called x.toml is a folder."""
    write(tmp_path / "x.toml" / "catalog.toml", catalog(entry()))

    assert load_catalog(tmp_path).entries[0].id == "alpha"
    assert load_catalog(tmp_path / "x.toml").entries[0].id == "alpha"


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    """A link to itself, to nothing, and to a folder above: the first two are faults, the third is not followed."""
    write(tmp_path / "catalog.toml", catalog())
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nothing")
    (tmp_path / "above").symlink_to(tmp_path, target_is_directory=True)

    faults = faults_at(tmp_path)

    assert [fault.split(": ")[0] for fault in faults] == ["CATALOG/gone.toml", "CATALOG/loop.toml"]
    assert len(faults_at(tmp_path / "loop.toml")) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is no regular file is a fault; nothing waits for it to be written."""
    os.mkfifo(tmp_path / "pipe.toml")

    assert faults_at(tmp_path / "pipe.toml") == ("CATALOG: not a regular file",)
    assert faults_at(tmp_path) == ("CATALOG/pipe.toml: not a regular file",)


def test_a_huge_file(tmp_path: Path) -> None:
    """A file beyond any catalog's size is not read."""
    path = tmp_path / "catalog.toml"
    with path.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024 + 1)

    assert faults_at(path) == ("CATALOG: larger than 64 MiB",)


BROKEN = {
    "nul": HEAD + 'licence = "a\0"',
    "control": HEAD + 'licence = "\x1b[31m"',
    "carriage return": HEAD + "a = 1\rb = 2",
    "half a line": HEAD + "licence =",
    "key twice": HEAD + "schema = 1",
    "table twice": HEAD + HEAD,
    "surrogate": HEAD + 'licence = "\\ud800"',
    "arrays": "x = " + "[" * 100_000,
    "closed arrays": "x = " + "[" * 5_000 + "]" * 5_000,
    "tables": "x = " + "{a=" * 100_000,
    "dotted key": ".".join(["a"] * 20_000) + " = ",
    "long number": "x = " + "1" * 5_000,
    "no such day": "x = 2023-02-29",
    "text": "# A survey\n\n- [paper](https://x.org)",
    "open string": 'x = """',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file(tmp_path: Path, text: str) -> None:
    """What is no TOML is one fault that begins with the file."""
    path = tmp_path / "catalog.toml"
    path.write_bytes(text.encode())

    (fault,) = faults_at(path)

    assert fault.startswith("CATALOG: ")
    assert len(fault) < 200


@pytest.mark.parametrize("content", [HEAD.encode("utf-16"), b"# \xff\xfe", "名 = 1".encode("gb18030"), HEAD.encode()[:30] + b"\xe5\xad"])
def test_a_file_in_another_encoding(tmp_path: Path, content: bytes) -> None:
    """Bytes that are not UTF-8 are named by their place."""
    path = tmp_path / "catalog.toml"
    path.write_bytes(content)

    (fault,) = faults_at(path)

    assert fault.startswith("CATALOG: byte ")
    assert fault.endswith(" is not UTF-8")


def test_a_broken_file_hides_no_fault_of_the_others(tmp_path: Path) -> None:
    """Unreadable, malformed and half-valid files are all named, and what the broken ones may hold is not missed elsewhere."""
    write(tmp_path / "a.toml", entry("alpha", "published = 2024"))
    write(tmp_path / "b.toml", "[method.beta]\nname =\n")
    (tmp_path / "c.toml").write_bytes(b"\xff")
    write(tmp_path / "d.toml", entry("delta", "autors = []"))
    write(tmp_path / "e.toml", entry("epsilon", 'relations = [{ kind = "uses", to = "beta" }]'))

    assert faults_at(tmp_path) == (
        "CATALOG/b.toml: Invalid value (at line 2, column 7)",
        "CATALOG/c.toml: byte 0 is not UTF-8",
        'CATALOG/a.toml:7: method.alpha.published: 2024 is not a date, or a string "2024" or "2024-12"',
        "CATALOG/d.toml:7: method.delta.autors: unknown key (did you mean authors?)",
    )


def test_faults_of_all_kinds_at_once(tmp_path: Path) -> None:
    """Wrong types, unknown words, names that lead nowhere: one run tells them all."""
    alpha = entry("alpha", 'needs = ["gpu"]')
    beta = entry("beta", 'also_in = ["nowhere"]')
    text = catalog(alpha, beta, "[category.x]\nparent = 1\n", "[zzz]\n")

    faults = faults_at(write(tmp_path / "catalog.toml", text))

    assert [fault.split(": ")[1] for fault in faults] == [
        "zzz",
        "category.x.title",
        "category.x.parent",
        "method.alpha.needs[0]",
        "method.beta.also_in[0]",
    ]


def test_one_thing_in_two_files(tmp_path: Path) -> None:
    """A head, a word or an entry that two files define is named with both."""
    write(tmp_path / "a.toml", catalog(entry()))
    write(tmp_path / "b.toml", "\n" + HEAD + '[unit.image]\nname = "pictures"\n' + entry())

    assert faults_at(tmp_path) == (
        "CATALOG/b.toml:2: catalog: is defined in CATALOG/a.toml as well",
        "CATALOG/b.toml:6: unit.image: is defined in CATALOG/a.toml as well",
        "CATALOG/b.toml:9: method.alpha: is defined in CATALOG/a.toml as well",
    )


def test_empty_tables_may_stand_in_two_files(tmp_path: Path) -> None:
    """A section's own header defines nothing."""
    write(tmp_path / "a.toml", catalog() + "[method]\n" + entry())
    write(tmp_path / "b.toml", "[method]\n[unit]\n")

    assert len(load_catalog(tmp_path).entries) == 1


@pytest.mark.parametrize("section", ["catalog", "category", "unit", "method", "insight"])
@pytest.mark.parametrize("written", ["{} = 3", '{} = "x"', "{} = []", "{} = 2024-01-02", "[[{}]]\nname = 'x'", "{} = [[1], {{}}]"])
def test_a_section_that_is_no_table(tmp_path: Path, section: str, written: str) -> None:
    """A section that is a value or a list of tables is a fault of its own."""
    text = catalog(entry()) if section not in ("catalog", "category", "unit", "method") else ""
    path = write(tmp_path / "catalog.toml", written.format(section) + "\n" + text)

    faults = [fault for fault in faults_at(path) if f" {section}: " in fault]

    assert len(faults) == 1
    assert faults[0].endswith("is not a table")


@pytest.mark.parametrize("first", ["method = 3", "[[method]]\nname = 'x'", 'method = "x"', "[method]\nalpha = 3"])
@pytest.mark.parametrize("names", [("a.toml", "z.toml"), ("z.toml", "a.toml")])
def test_a_section_that_is_a_table_in_one_file_only(tmp_path: Path, first: str, names: tuple[str, str]) -> None:
    """In whatever order the files are read, the one where the section is no table is at fault."""
    write(tmp_path / names[0], first)
    write(tmp_path / names[1], catalog(entry("beta")))

    (fault,) = faults_at(tmp_path)

    assert fault.startswith(f"CATALOG/{names[0]}:")
    assert fault.endswith("is not a table")


def test_an_entry_that_is_no_table(tmp_path: Path) -> None:
    """Values and lists where an entry must stand are faults."""
    path = write(tmp_path / "catalog.toml", catalog() + "[method]\nalpha = 1\nbeta = [{ name = 'x' }]\n")

    assert [fault.split(": ", 1)[1] for fault in faults_at(path)] == [
        "method.alpha: 1 is not a table",
        "method.beta: a list is not a table",
    ]


def test_an_unknown_section(tmp_path: Path) -> None:
    """A section that no catalog has is met with the one that was meant, or with all."""
    path = write(tmp_path / "catalog.toml", catalog() + "[methods.alpha]\n[zzz]\n")

    assert faults_at(path)[0] == "CATALOG: methods: unknown table (did you mean method?)"
    assert faults_at(path)[1].startswith("CATALOG:32: zzz: unknown table; known are catalog, category, ")


def test_a_catalog_without_a_head(tmp_path: Path) -> None:
    """Without its head a file is no catalog."""
    assert faults_at(write(tmp_path / "catalog.toml", "")) == ("CATALOG: catalog: is missing; this table holds schema, title and as_of",)


def test_another_schema(tmp_path: Path) -> None:
    """A catalog of a schema to come is refused."""
    path = write(tmp_path / "catalog.toml", HEAD.replace("schema = 1", "schema = 2"))

    assert faults_at(path) == ("CATALOG:2: catalog.schema: 2 is not 1, the schema this version reads",)


@pytest.mark.parametrize("key", ["id", "kind"])
def test_an_entry_has_its_id_and_kind_from_its_header(tmp_path: Path, key: str) -> None:
    """What the header says may not stand inside as well, where it might say another thing."""
    path = write(tmp_path / "catalog.toml", catalog(entry("alpha", f'{key} = "dataset"')))

    assert faults_at(path) == (f"CATALOG:37: method.alpha.{key}: is given by the table's header and may not stand inside",)


def test_an_id_with_a_dot(tmp_path: Path) -> None:
    """An id in quotes is shown in quotes."""
    path = write(tmp_path / "catalog.toml", catalog(entry().replace("method.alpha", 'method."llava-1.5"')))

    assert faults_at(path) == ("CATALOG:32: method.\"llava-1.5\".id: 'llava-1.5' is not lower-case letters, digits and single hyphens",)


def test_bottomless_steps(tmp_path: Path) -> None:
    """Stages nested by header after header end in a fault."""
    headers = "".join(f'[[method.alpha.stages{".steps" * depth}]]\nid = "s{depth}"\n' for depth in range(100))

    faults = faults_at(write(tmp_path / "catalog.toml", catalog(entry("alpha", headers))))

    assert len([fault for fault in faults if fault.endswith("is nested too deeply")]) == 1


def test_faults_beyond_count(tmp_path: Path) -> None:
    """The first fifty faults are shown, the others counted."""
    path = write(tmp_path / "catalog.toml", catalog(*(entry(f"e{number}", "x = 1") for number in range(60))))

    faults = faults_at(path)

    assert len(faults) == 51
    assert faults[-1] == "... and 10 more faults"


values = st.recursive(
    st.sampled_from(["1", "1.5", "true", '"x"', '""', "2024-01-02", "nan", '"2024"', "'editing'"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(st.sampled_from("en zh id name title kind value unit quantity steps".split()), inner, max_size=3).map(
            lambda table: "{ " + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
        )
    ),
    max_leaves=6,
)
KEYS = [
    *(
        "catalog",
        "catalog.schema",
        "category",
        "category.editing",
        "unit",
        "unit.image.name",
        "method",
        "method.alpha",
        "method.beta.stages",
    ),
    *("method.alpha.stages", "method.alpha.links", "method.alpha.links.arxiv", "dataset.alpha.figures", "method.alpha.arxiv", "x"),
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=5), st.booleans())
def test_any_toml_loads_or_is_at_fault(tmp_path: Path, lines: dict[str, str], with_head: bool) -> None:
    """Whatever TOML is written, alone or beside a sound file, it is a catalog or a list of faults."""
    write(tmp_path / "a.toml", "\n".join(f"{key} = {value}" for key, value in lines.items()))
    (tmp_path / "b.toml").unlink(missing_ok=True)
    if with_head:
        write(tmp_path / "b.toml", catalog(entry("gamma")))

    assert loads_or_is_at_fault(tmp_path)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 800))
def test_any_bytes_load_or_are_at_fault(tmp_path: Path, noise: bytes, place: int) -> None:
    """Whatever bytes get into a file, it is a catalog or a list of faults."""
    sound = catalog(entry()).encode()
    path = tmp_path / "catalog.toml"
    path.write_bytes(sound[:place] + noise + sound[place:])

    assert loads_or_is_at_fault(path)
