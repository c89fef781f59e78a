"""References in foreign formats."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.exchange.citation_keys import citation_keys
from awesome_mm.exchange.exporters import EXPORTERS, exporter
from awesome_mm.exchange.latex_text import escaped, in_ascii, protected
from awesome_mm.exchange.reference import Person, Reference, references, split_name
from awesome_mm.model.entry import ArxivRecord, Basis, Entry, Links, Venue
from awesome_mm.model.latex import readable
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.places import bundled_catalog
from tests.factories import make_catalog, make_method

HOSTILE = "\\input{/etc/passwd} {50% & $x_1$} #1 ~ ^ \x1b[31m\n@article{x,"


def written(form: str, *entries: Entry, chosen: tuple[str, ...] = ()) -> str:
    """Return `entries`, or those `chosen`, in a foreign format."""
    catalog = make_catalog(*entries)
    return exporter(form)(references(list(catalog), chosen or [entry.id for entry in entries], catalog.terms))


def paper(entry_id: str = "alpha", **given: Any) -> Entry:
    """Return a method that two people published."""
    people = {"authors": ("Ada Lovelace", "Guido van der Berg"), "published": "2024-12-02", "links": Links(arxiv=("2412.00001",))}
    return make_method(entry_id, **{**people, **given})


def bundled(form: str) -> str:
    """Return the bundled catalog in a foreign format."""
    catalog = open_catalog(bundled_catalog())
    return exporter(form)(references(list(catalog), catalog.ids, catalog.terms))


def test_bibtex_prefers_the_published_version_and_keeps_the_preprint() -> None:
    """Venue and its year stand in the fields, id and class of the preprint beside them."""
    record = ArxivRecord(basis=Basis.CONFIRMED, category="cs.CV")
    entry = paper(title="Alpha: GPT-4V in 3D Scenes", venue=Venue(name="ICCV", year=2025), arxiv=record)

    assert written("bibtex", entry) == (
        "@inproceedings{lovelace2024alpha,\n"
        "  title         = {{Alpha}: {GPT-4V} in {3D} Scenes},\n"
        "  author        = {Lovelace, Ada and van der Berg, Guido},\n"
        "  booktitle     = {ICCV},\n"
        "  year          = {2025},\n"
        "  eprint        = {2412.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "  primaryClass  = {cs.CV},\n"
        "  url           = {https://arxiv.org/abs/2412.00001},\n"
        "}\n"
    )


def test_what_is_only_recalled_is_a_note() -> None:
    """A venue that nobody confirmed makes no published version."""
    text = written("bibtex", paper(venue=Venue(name="ICCV", year=2025, basis=Basis.RECALLED)))

    assert text.startswith("@misc{")
    assert "booktitle" not in text
    assert "note          = {ICCV 2025 by memory, not confirmed}" in text


def test_journals_unknown_people_and_partial_dates() -> None:
    """A journal makes an article, a lacking name others, a month its macro; who is an organization stays in braces."""
    journal = paper("a", venue=Venue(name="TMLR", year=2025), authors_complete=False)
    group = paper("b", authors=(), organizations=("bytedance",), published="2024-12")
    nobody = paper("c", authors=(), organizations=(), published=None, links=Links(code=("https://github.com/a/b_c",)))
    text = written("bibtex", journal, group, nobody)

    assert "@article{lovelace2024method," in text
    assert "and others}" in text
    assert "author        = {{ByteDance}}" in text
    assert "month         = dec," in text
    assert "key           = {C: A Method for Making Data}" in text
    assert r"howpublished  = {\url{https://github.com/a/b_c}}" in text


def test_biblatex_has_dates_and_online_sources() -> None:
    """The day stands whole; a preprint is a source on the net."""
    text = written("biblatex", paper(title="Über Alpha"))

    assert text.startswith("@online{")
    assert "{Über Alpha}" in text
    assert "date          = {2024-12-02}" in text
    assert "eprinttype    = {arxiv}" in text


def test_keys_do_not_depend_on_the_selection() -> None:
    """Two works of one author, year and word are told apart by a letter, whichever is exported."""
    first, second = paper("a", title="Alpha One"), paper("b", title="Alpha Two")

    assert citation_keys([first, second]) == {"a": "lovelace2024alpha", "b": "lovelace2024alphaa"}
    assert "{lovelace2024alphaa," in written("bibtex", first, second, chosen=("b",))


def test_a_letter_makes_no_key_of_another_work() -> None:
    """A title that begins with another's word and letter is told apart all the same."""
    entries = paper("a", title="Alpha One"), paper("b", title="Alpha Two"), paper("c", title="Alphaa Three")

    assert list(citation_keys(entries).values()) == ["lovelace2024alpha", "lovelace2024alphaa", "lovelace2024alphaaa"]


@given(st.lists(st.sampled_from(("Alpha", "Alphaa", "Alphab", "Alphaaa", "Beta")), max_size=40), st.integers(0, 40))
def test_keys_are_unique_and_stay(titles: list[str], begin: int) -> None:
    """No two works share a key, and works that come later change none."""
    entries = [paper(f"work-{place}", title=title) for place, title in enumerate(titles)]
    keys = citation_keys(entries)

    assert len(set(keys.values())) == len(entries)
    assert citation_keys(entries[:begin]).items() <= keys.items()


def test_the_keys_of_the_bundled_catalog_are_unique() -> None:
    """Each is ASCII without spaces."""
    keys = list(citation_keys(list(open_catalog(bundled_catalog()))).values())

    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ada Lovelace", Person("Lovelace", "Ada")),
        ("Guido van der Berg", Person("van der Berg", "Guido")),
        ("Lovelace, Ada", Person("Lovelace", "Ada")),
        ("John Smith Jr.", Person("Smith", "John Jr.")),
        ("张三", Person("张三", "")),
        ("OpenAI", Person("OpenAI", "")),
        ("The Otter Team", Person("The Otter Team", "")),
        ("Otter Team", Person("Otter Team", "")),
    ],
)
def test_names_are_split(name: str, person: Person) -> None:
    """Particles go with the family; a name of one word stays whole."""
    assert split_name(name) == person


def test_csl_json_gives_parts_of_names_and_dates() -> None:
    """Types, people and dates are those of the schema."""
    item = json.loads(written("csl-json", paper(venue=Venue(name="ICCV", year=2025))))[0]

    assert item["type"] == "paper-conference"
    assert item["author"][1] == {"family": "van der Berg", "given": "Guido"}
    assert item["issued"] == {"date-parts": [[2025]]}
    assert item["number"] == "arXiv:2412.00001"


def test_ris_lines_end_as_the_format_asks() -> None:
    """Every record begins with its type and ends, lines with CR and LF."""
    text = written("ris", paper())

    assert text.startswith("TY  - UNPB\r\n")
    assert text.endswith("ER  - \r\n\r\n")
    assert "DA  - 2024/12/02\r\n" in text
    assert "\n" not in text.replace("\r\n", "")


def test_accents_become_commands_for_old_programs() -> None:
    """Other scripts stay as they are."""
    assert in_ascii("Éva Çelik, Ørsted & Łukasz í “x” 图") == r"{\'E}va {\c{C}}elik, {\O}rsted \& {\L}ukasz {\'{\i}} ``x'' 图"
    assert escaped("É_1") == r"É\_1"


@pytest.mark.parametrize("text", ["Ąęįų", "Łukasz Æsir Åse å ı", "Éva Çelik Øster ß", "Nguyễn Thế Vặng", "× → ∗"])
def test_letters_written_as_commands_are_read_back(text: str) -> None:
    """What classic BibTeX is given in commands is the same text again."""
    assert in_ascii(text).isascii()
    assert readable(in_ascii(text)) == text


def test_a_key_stays_when_a_work_is_added_before_its_own() -> None:
    """In a folder the order is that of the file names; which work came first is told by the day it was added."""
    old = paper("b", title="Alpha One", added="2026-01-01")
    new = paper("a", title="Alpha Two", added="2026-02-01")

    assert citation_keys([new, old]) == {"b": "lovelace2024alpha", "a": "lovelace2024alphaa"}


def test_signs_of_mathematics_become_commands() -> None:
    """Greek letters, relations and letters of formulas are set by engines that know no Unicode."""
    assert in_ascii("Σλ ≥ 𝐷") == r"$\Sigma$$\lambda$ $\geq$ D"


def test_names_keep_their_capitals() -> None:
    """What stands before a colon is a name, and so is a word with a number."""
    named = protected("Florence: Tuning Llama with Florence-2")

    assert [word for word, is_name in named if is_name] == ["Florence", "Florence-2"]


@pytest.mark.parametrize("form", EXPORTERS)
def test_hostile_text_stays_text(form: str) -> None:
    """Commands, braces and control characters of a title neither run nor end anything."""
    text = written(form, paper(title=HOSTILE, authors=(HOSTILE, "A and B"), venue=Venue(name=HOSTILE, year=2025)))

    assert "\x1b" not in text
    if form in ("bibtex", "biblatex"):
        assert text.count("{") == text.count("}")
        assert text.count("\n@") == 0
    if form in ("bibtex", "biblatex", "latex"):
        assert "\\input" not in text
    if form == "ris":
        assert text.count("TY  - ") == 1


@pytest.mark.parametrize("form", EXPORTERS)
def test_every_work_of_the_bundled_catalog_is_written(form: str) -> None:
    """Each format holds each work, the same bytes every time."""
    catalog = open_catalog(bundled_catalog())
    every: list[Reference] = references(list(catalog), catalog.ids, catalog.terms)

    assert bundled(form) == bundled(form)
    if form not in ("latex", "text"):
        assert all(reference.key in bundled(form) for reference in every)


@pytest.mark.skipif(not shutil.which("bibtex"), reason="no BibTeX is installed")
def test_bibtex_itself_reads_the_bundled_catalog(tmp_path: Path) -> None:
    """The program finds no error and nothing to warn of but fields that nobody knows."""
    (tmp_path / "refs.bib").write_text(bundled("bibtex"), encoding="utf-8")
    (tmp_path / "paper.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n", encoding="utf-8")

    outcome = subprocess.run(["bibtex", "paper"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert outcome.returncode == 0, outcome.stdout
    complaints = [line for line in outcome.stdout.split("\n") if "Warning" in line or "error" in line.lower()]
    assert [line for line in complaints if "empty" not in line] == []


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="no LaTeX is installed")
def test_latex_itself_sets_the_table(tmp_path: Path) -> None:
    """The longtable of the bundled catalog compiles with the packages it names."""
    (tmp_path / "table.tex").write_text(bundled("latex"), encoding="utf-8")
    head = "\\documentclass{article}\\usepackage{array,booktabs,longtable}\\usepackage[hidelinks]{hyperref}"
    (tmp_path / "paper.tex").write_text(f"{head}\\begin{{document}}\\input{{table}}\\end{{document}}\n", encoding="utf-8")

    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
    outcome = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)

    assert outcome.returncode == 0, outcome.stdout[-2000:]


def scalar(line: str) -> str:
    """Return what the double-quoted scalar at the end of a line of YAML says."""
    quoted = line.partition(": ")[2]
    assert re.fullmatch(r'"(?:[^"\\]|\\["\\])*"', quoted), line
    return re.sub(r"\\(.)", r"\1", quoted[1:-1])


def test_typst_gets_parts_of_names_and_ids() -> None:
    """People, ids and where a work came out stand in Hayagriva's own fields; titles keep their capitals."""
    journal = paper(venue=Venue(name="TMLR", year=2025, track="Survey"), links=Links(arxiv=("2412.00001",), doi=("10.1000/x",)))

    assert written("typst", journal) == (
        "lovelace2024alpha:\n"
        "  type: article\n"
        '  title: "{Alpha: A Method for Making Data}"\n'
        "  author:\n"
        '    - name: "Lovelace"\n'
        '      given-name: "Ada"\n'
        '    - name: "van der Berg"\n'
        '      given-name: "Guido"\n'
        "  date: 2025\n"
        "  serial-number:\n"
        '    doi: "10.1000/x"\n'
        '    arxiv: "2412.00001"\n'
        '  url: "https://arxiv.org/abs/2412.00001"\n'
        "  parent:\n"
        "    type: periodical\n"
        '    title: "{TMLR (Survey)}"\n'
    )


def test_typst_of_other_works() -> None:
    """Preprints lie in a repository, what has an address alone is of the web; who is not known is told in a note."""
    text = written(
        "typst", paper("a", authors_complete=False), paper("b", authors=(), published=None, links=Links(page=("https://b.org/",)))
    )

    assert '  parent:\n    type: repository\n    title: "{arXiv}"\n' in text
    assert '  note: "further authors are not known"\n' in text
    assert '"b":\n  type: web\n  title: "{B: A Method for Making Data}"\n  url: "https://b.org/"\n' in text
    assert written("typst") == "{}\n"


def test_typst_reads_hostile_texts_as_texts() -> None:
    """Whatever stands in a text is one scalar of YAML, and of what Hayagriva reads in titles nothing is left unescaped."""
    hostile = 'a: "b" \\ {c} $d$ #x - [y]\n  type: book\x1b\u2028%@`'
    text = written("typst", paper(title=hostile, authors=(hostile, "X, Y"), venue=Venue(name=hostile, year=2025)))

    assert all(re.fullmatch(r"(?:\S+:|\s+(?:- )?[a-z-]+:(?: (?:[a-z]+|[\d-]+|\".*\"))?)", line) for line in text.splitlines())
    titles = [scalar(line) for line in text.splitlines() if line.lstrip().startswith("title: ")]
    assert titles == [r'{a: "b" \\ \{c\} \$d\$ #x - [y]   type: book %@`}'] * 2


@given(st.text(max_size=40))
def test_any_title_is_one_line_of_yaml(title: str) -> None:
    """No character ends a scalar before its end, and none stands in it that YAML forbids."""
    [line] = [one for one in written("typst", paper(title=f"x{title}")).split("\n") if one.startswith("  title: ")]

    assert line.isprintable()
    assert re.fullmatch(r'  title: "(?:[^"\\]|\\["\\]|\\U[0-9A-F]{8})*"', line)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (
            {"venue": Venue(name="ICCV", year=2025)},
            "Ada Lovelace and Guido van der Berg. Alpha: A Method for Making Data. ICCV, 2025. arXiv:2412.00001 https://arxiv.org/abs/2412.00001",
        ),
        (
            {"title": "Is It So?", "authors": ("Ada Lovelace",), "authors_complete": False},
            "Ada Lovelace, et al. Is It So? arXiv:2412.00001, 2024. https://arxiv.org/abs/2412.00001",
        ),
        (
            {"authors": tuple(f"A B{number}" for number in range(9)), "links": Links(doi=("10.1000/x",)), "published": None},
            "A B0, A B1, A B2, et al. Alpha: A Method for Making Data. doi:10.1000/x https://doi.org/10.1000/x",
        ),
        ({"authors": (), "links": Links(), "published": "2024"}, "Alpha: A Method for Making Data. 2024."),
    ],
)
def test_lines_of_text(given: dict[str, Any], line: str) -> None:
    """A reference for a mail is one line: who, what, where and when, and the address."""
    assert written("text", paper(**given)) == f"{line}\n"


def test_hostile_lines_of_text_are_lines() -> None:
    """A work stays on its line whatever it is called."""
    assert written("text", paper(title=HOSTILE, authors=(HOSTILE,))).count("\n") == 1
