"""Bibliographies read into drafts."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.exchange.exporters import exporter
from awesome_mm.exchange.reference import references
from awesome_mm.exchange.references import read_bibtex, read_csl
from awesome_mm.model.draft import Draft
from awesome_mm.store.cache import open_catalog
from awesome_mm.store.catalog_file import load_catalog
from awesome_mm.store.new_catalog import write_new
from awesome_mm.store.places import bundled_catalog
from tests.factories import make_catalog, make_method

PAPER = r"""
% a comment of no account
@string{ponds = "Journal of " # {Ponds}}

@inproceedings{lovelace2031,
  title     = {{Tarn}: A Survey of {Still} Waters, \'Etudes},
  author    = {Lovelace, Ada and {The Pond Team} and K{\"o}rner, J. and others},
  booktitle = {Advances in Neural Information Processing Systems (NeurIPS)},
  year      = 2031, month = mar,
  eprint    = {2401.00001v2}, archivePrefix = {arXiv},
  doi       = "10.1000/182",
  url       = {https://github.com/a/tarn},
  abstract  = {It is still.},
  keywords  = {waters, surveys},
}
@article(b, title = "Brook", journal = ponds, year = {2030}, keywords = {waters})
"""


def test_an_entry_of_bibtex_is_a_work() -> None:
    """LaTeX leaves title and names; venue, date, ids and links come out of their fields."""
    draft = read_bibtex("refs.bib", PAPER)

    tarn, brook = draft.entries
    assert tarn.title == "Tarn: A Survey of Still Waters, Études"
    assert (tarn.name, tarn.id, tarn.kind.value) == ("Tarn", "tarn", "survey")
    assert (tarn.authors, tarn.authors_complete) == (("Ada Lovelace", "The Pond Team", "J. Körner"), False)
    assert tarn.published == "2031-03"
    assert tarn.venue is not None
    assert (tarn.venue.name, tarn.venue.year) == ("NeurIPS", 2031)
    assert tarn.links.by_kind() == {"arxiv": ("2401.00001",), "doi": ("10.1000/182",), "code": ("https://github.com/a/tarn",)}
    assert tarn.account is not None
    assert tarn.account.en == "It is still."
    assert brook.venue is not None
    assert brook.venue.name == "Journal of Ponds"
    assert draft.lines["tarn"] == "refs.bib:5"


def test_keywords_are_categories() -> None:
    """Where most works have some; else all stand in one."""
    assert {one: category.order for one, category in read_bibtex("x", PAPER).categories.items()} == {
        "waters": ("tarn", "brook"),
        "surveys": ("tarn",),
    }
    assert list(read_bibtex("x", "@misc{a, title={T}}").categories) == ["references"]


def test_a_preprint_server_is_no_venue() -> None:
    """Its id is found in the journal's name all the same."""
    draft = read_bibtex("x", "@article{a, title={T}, journal={arXiv preprint arXiv:2401.00002}, year={2024}}")

    assert draft.entries[0].venue is None
    assert draft.entries[0].links.arxiv == ("2401.00002",)


def test_what_is_malformed_is_skipped_with_its_line() -> None:
    """It costs no other entry."""
    draft = read_bibtex("refs.bib", "@misc{a, title = {open\n\n@misc{b, title={Brook}}\n@misc{c, author={Nobody}}\n")

    assert [entry.title for entry in draft.entries] == ["Brook"]
    assert [(one.line, one.text, one.reason) for one in draft.skipped] == [
        (1, "@misc{a, title = {open", "a brace or a quotation mark is not closed"),
        (4, "@misc{c, author={Nobody}}", "c has no title"),
    ]


BOMBS = {
    "braces": "@misc{a, title={" + "{" * 1_000_000,
    "entries that never end": "@misc{a, title={x\n" * 50_000,
    "nested braces": "@misc{a, title={" + "{" * 100_000 + "}" * 100_000 + "}}",
    "strings of strings": '@string{a="xxxxxxxxxx"}'
    + "".join(f"@string{{a{n}={' # '.join([f'a{n - 1}' if n else 'a'] * 10)}}}\n" for n in range(12))
    + "@misc{z,title=a11}",
    "blanks between names": "@misc{a, title={x}, author={" + " " * 400_000 + "}}",
    "one title": "@misc{a, title={T}}\n" * 50_000,
    "parts": "@misc{a, title={x}" + " # {y}" * 100_000 + "}",
    "long strings joined": "@string{s = {" + "x" * 240_000 + "}}@misc{a, title={T}, note = " + " # ".join(["s"] * 900) + "}",
    "a long string in many entries": "@string{s = {" + "x" * 400_000 + "}}" + "@misc{a, title={T}, abstract = s}\n" * 20_000,
    "spaces for people": "@misc{a, title={T}, author={" + " " * 400_000 + "}}",
    "works of one name": "@misc{a, title={T}}\n" * 20_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_bibtex_is_read_to_its_end(name: str) -> None:
    """What nobody wrote in good faith is skipped, and says so."""
    draft = read_bibtex("bomb.bib", BOMBS[name])

    assert draft.entries or draft.skipped


def test_what_is_malformed_hides_nothing_behind_it() -> None:
    """However many entries are not closed, a sound one behind them is read."""
    draft = read_bibtex("x", "@misc{a, title={x}\n" * 200 + "@misc{b, title={Brook}}")

    assert ([entry.title for entry in draft.entries], len(draft.skipped)) == (["Brook"], 200)


def test_strings_grow_to_a_bound() -> None:
    """What strings put into a whole file is counted, so that a small one does not fill the memory."""
    draft = read_bibtex("x", BOMBS["a long string in many entries"])

    assert len(draft.entries) < 20
    assert "the strings of the file grow too long" in {one.reason for one in draft.skipped}


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("date={n.d.}", None),
        ("date={20xx}, year=2024", "2024"),
        ("year={forthcoming}", None),
        ("year=2024, month=may", "2024-05"),
        ("year=2024, month={September}", "2024-09"),
        ('year=2024, month=1 # "~12"', "2024-01-12"),
        ('year=2024, month=may # " 12"', "2024-05-12"),
        ("year=2024, month={5--6}", "2024-05"),
        ("date={2024-03-05/2024-05-01}", "2024-03-05"),
    ],
)
def test_a_date_is_as_precise_as_it_is_given(fields: str, published: str | None) -> None:
    """What is no date is none, and the venue goes without a year then."""
    entry = read_bibtex("x", f"@article{{a, title={{T}}, journal={{Pond}}, {fields}}}").entries[0]

    assert entry.published == published
    assert entry.venue is not None
    assert entry.venue.year == (int(published[:4]) if published else None)


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("{Still Waters, Inc.} and de la {Cruz}, Ana", ("Still Waters, Inc.", "Ana de la Cruz")),
        ("Lovelace, III, Ada and {Brook and Pond}", ("Ada Lovelace III", "Brook and Pond")),
        (r"Erd{\H o}s,~P{\'a}l", ("Pál Erdős",)),
    ],
)
def test_people_are_called_as_they_call_themselves(written: str, people: tuple[str, ...]) -> None:
    """Braces keep the commas and the ``and`` of an organization."""
    assert read_bibtex("x", f"@misc{{a, title={{T}}, author={{{written}}}}}").entries[0].authors == people


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        (r"howpublished={\url{https://github.com/o/still\_water}}", {"code": ("https://github.com/o/still_water",)}),
        ("doi={https://doi.org/10.48550/arXiv.2401.00001}", {"arxiv": ("2401.00001",)}),
        (r"doi={10.1000/a\_b}", {"doi": ("10.1000/a_b",)}),
        ("eprint={2401.00001}", {"arxiv": ("2401.00001",)}),
        ("eprint={2401.00001}, eprinttype={pubmed}", {}),
        ("journal={CoRR}, volume={abs/2401.00001}", {"arxiv": ("2401.00001",)}),
    ],
)
def test_fields_lead_to_works(fields: str, links: dict[str, tuple[str, ...]]) -> None:
    """Ids and addresses lose what LaTeX needs; an eprint of another archive is no arXiv id."""
    assert read_bibtex("x", f"@misc{{a, title={{T}}, {fields}}}").entries[0].links.by_kind() == links


def test_keywords_in_chinese_are_categories_of_their_own() -> None:
    """That no id can be made of them makes them no single one."""
    categories = read_bibtex("x", "@misc{a, title={T}, keywords={水, 石}}\n@misc{b, title={U}, keywords={石}}").categories

    assert [(category.title.zh, len(category.order)) for category in categories.values()] == [("水", 1), ("石", 2)]


def test_an_abstract_is_no_markdown() -> None:
    """It makes no link, tag or heading where accounts are shown."""
    account = read_bibtex("x", "@misc{a, title={T}, abstract={# <b> [x](y) it_is}}").entries[0].account

    assert account is not None
    assert account.en == r"\# \<b> \[x](y) it_is"


def test_items_of_csl_json_are_works() -> None:
    """People, dates and ids are read; what has another type than it should is left out."""
    items = [
        {
            "title": "Brook: A Dataset",
            "author": [{"family": "Lovelace", "given": "Ada"}, {"literal": "Pond Team"}, 7],
            "issued": {"date-parts": [[2024, "3"]]},
            "container-title": "ICLR",
            "number": "arXiv:2401.00003",
            "DOI": "10.48550/arXiv.2401.00003",
            "URL": "https://github.com/a/brook",
        },
        {"title": 7},
        "no item",
    ]
    draft = read_csl("refs.json", json.dumps(items, indent=1))

    entry = draft.entries[0]
    assert (entry.name, entry.kind.value, entry.published) == ("Brook", "dataset", "2024-03")
    assert entry.authors == ("Ada Lovelace", "Pond Team")
    assert entry.links.by_kind() == {"arxiv": ("2401.00003",), "code": ("https://github.com/a/brook",)}
    assert [(one.line, one.text) for one in draft.skipped] == [(27, '{ "title": 7 }'), (30, '"no item"')]


def test_items_in_an_object_have_lines_too() -> None:
    """As they have in a list; where they cannot be found they are counted."""
    text = '{"style": "x",\n"items": [\n7,\n{"title": "T"}]}'

    assert [(one.line, one.text) for one in read_csl("x", text).skipped] == [(3, "7")]
    assert read_csl("x", '{"more": {},\n"items": [7]}').skipped[0].reason == "no item of CSL-JSON"


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Accepted as an oral", "Accepted as an oral"),
        ("arXiv:2401.00003v2 [cs.CV]", None),
        ("https://github.com/a/brook", None),
        ("further authors are not known", None),
    ],
)
def test_a_note_is_kept_where_it_says_something(note: str, kept: str | None) -> None:
    """It comes behind the abstract; an address alone is a link and no more."""
    account = read_csl("x", json.dumps([{"title": "T", "note": note}])).entries[0].account
    cited = read_bibtex("x", f"@misc{{a, title={{T}}, abstract={{It runs.}}, note={{{note}}}}}").entries[0].account

    assert (account and account.en) == kept
    assert cited is not None
    if kept:
        assert cited.en == f"It runs.\n\n{kept}"


@pytest.mark.parametrize(
    ("issued", "published"),
    [
        ({"date-parts": [["9" * 6_000]]}, None),
        ({"date-parts": [[True]]}, None),
        ({"date-parts": {"0": 1}}, None),
        ({"date-parts": [[2024, 13]]}, "2024"),
        ({"raw": "2024-03-01"}, "2024-03-01"),
        ({"literal": "March 2024"}, "2024-03"),
        ("2024-03", "2024-03"),
    ],
)
def test_a_date_of_csl_json_is_read_or_left_out(issued: object, published: str | None) -> None:
    """Neither a wrong type nor a number without end is an error."""
    assert read_csl("x", json.dumps([{"title": "T", "issued": issued}])).entries[0].published == published


def test_texts_of_csl_json_lose_their_tags() -> None:
    """Those of CSL and JATS go, and half a character; a dollar is money."""
    entry = read_csl("x", '{"items": [{"title": "<i>Brook</i> \\ud800 &amp; for $5", "abstract": "<jats:p>It runs.</jats:p>"}]}').entries[0]

    assert entry.title == "Brook & for $5"
    assert entry.account is not None
    assert entry.account.en == "It runs."


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "null", '{"title": {"a": 1}}'])
def test_what_is_no_csl_json_is_skipped(text: str) -> None:
    """Neither depth nor a wrong type is an error."""
    assert read_csl("x", text).entries == ()


@pytest.mark.parametrize(("form", "read"), [("bibtex", read_bibtex), ("biblatex", read_bibtex), ("csl-json", read_csl)])
def test_the_bundled_catalog_is_read_back_from_its_references(form: str, read: object) -> None:
    """Titles, people, ids and confirmed venues survive each format both ways."""
    catalog = open_catalog(bundled_catalog())
    entries = list(catalog)
    draft = (read_csl if form == "csl-json" else read_bibtex)("x", exporter(form)(references(entries, catalog.ids, catalog.terms)))

    def facts(entry: object) -> tuple[object, ...]:
        return (entry.title, entry.authors, entry.links.arxiv, entry.links.doi)  # type: ignore[attr-defined]

    named = [entry for entry in entries if entry.authors]
    assert [facts(entry) for entry in draft.entries if entry.title in {one.title for one in named}] == [facts(entry) for entry in named]
    assert len(draft.entries) == len(entries)


_TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Mn", "Co", "Cn")), min_size=1, max_size=30).filter(
    lambda text: (
        unicodedata.is_normalized("NFC", text)
        and any(map(str.isalnum, text))
        and not set(text) & set("$\\{}~“”‘’'`\"–—…×→∗")
        and "--" not in text
    )
)


@pytest.mark.parametrize(("form", "read"), [("bibtex", read_bibtex), ("biblatex", read_bibtex), ("csl-json", read_csl)])
@pytest.mark.parametrize("complete", [True, False])
def test_whether_all_authors_are_named_survives(form: str, read: Callable[[str, str], Draft], complete: bool) -> None:
    """Each format has its way to say that there are others."""
    entry = make_method("alpha", authors=("Ada Lovelace",), authors_complete=complete)
    text = exporter(form)(references([entry], ["alpha"], make_catalog(entry).terms))

    assert [one.authors_complete for one in read("x", text).entries] == [complete]


@given(_TITLES)
def test_any_title_survives_bibtex(title: str) -> None:
    """Letters of all scripts, signs of LaTeX and accents come back as they were."""
    entry = make_method("alpha", title=title, authors=("Ada Lovelace",))
    catalog = make_catalog(entry)
    text = exporter("biblatex")(references([entry], ["alpha"], catalog.terms))

    assert [one.title for one in read_bibtex("x", text).entries] == [" ".join(title.split())]


_STARTS = (
    "@misc{a, @article(b, @string{s= title={ author={ date={ year= doi={10.1/ url={https://a.org/ keywords={ journal={ abstract={ month="
)
_BITS = st.sampled_from([*_STARTS.split(), *'}{"(),#~$s', "\\", "2024", "Tarn, A and B", "水", "\x1b[0m", "\n"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.sampled_from(["2024", "https://a.org/x", "10.1000/x", "\x1b[0m"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["date-parts", "raw", "family", "given", "literal", "items"]), inner)
    ),
    max_leaves=6,
)
_ITEMS = st.lists(
    st.dictionaries(
        st.sampled_from(["title", "author", "issued", "DOI", "URL", "container-title", "number", "abstract", "note", "keyword"]), _JSON
    ).map(lambda item: {"title": "Tarn", **item}),
    max_size=4,
)


def _is_sound(draft: Draft) -> bool:
    """Whether the draft makes a catalog that can be written and read."""
    if not draft.entries:
        return True
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.toml"
        write_new(path, draft, "2024-01-02")
        return len(load_catalog(path).entries) == len(draft.entries)


@settings(deadline=None)
@given(st.lists(_BITS, max_size=40).map("".join), st.text(max_size=20))
def test_whatever_bibtex_holds_makes_a_sound_catalog(text: str, said: str) -> None:
    """Broken or odd, it is skipped or makes entries that can be written and read back."""
    assert _is_sound(
        read_bibtex("x", f"@misc{{z, title={{Tarn {said}}}, author={{{said}}}, date={{{said}}}, keywords={{{said}}}}}\n{text}")
    )


@settings(deadline=None)
@given(_ITEMS)
def test_whatever_csl_json_holds_makes_a_sound_catalog(items: list[dict[str, object]]) -> None:
    """Whatever types the fields have, what comes of them can be written and read back."""
    assert _is_sound(read_csl("x", json.dumps(items)))
