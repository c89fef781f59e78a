"""Whatever the catalog says is right in every form in which bibliographies say it."""

import pytest

from awesome_mm.exchange.citations.bibliographies import read_bibliography
from awesome_mm.exchange.citations.items import items_in
from awesome_mm.exchange.citations.latex import read_paper
from awesome_mm.exchange.citations.markdown import read_page
from awesome_mm.exchange.exporters import exporter
from awesome_mm.exchange.reference import references
from awesome_mm.model.citations import Citation, Cited, Form
from awesome_mm.model.entry import Basis, Entry
from awesome_mm.services.citing.checking import check
from awesome_mm.services.citing.judging import judge
from awesome_mm.services.citing.shelf import Shelf
from awesome_mm.services.citing.verdicts import Status, Verdict
from tests import bundled
from tests.services.citing.styles import ITEMS, STYLES, Style

PAPERS = [entry for entry in bundled.decoded().entries if entry.links.arxiv and entry.authors and entry.published]
SHELF = Shelf(bundled.decoded().entries)


def expected(entry: Entry, citation: Citation) -> Status:
    """Return what a citation is at best: one as a preprint of what has come out is told so."""
    has_come_out = entry.venue is not None and entry.venue.basis is not Basis.RECALLED
    return Status.PUBLISHED if citation.is_preprint and has_come_out else Status.RIGHT


def told(verdict: Verdict) -> list[str]:
    """Return what is found fault with."""
    return [fault.message.said("en") for fault in verdict.faults]


def exported(form: str) -> str:
    """Return the bundled catalog in a foreign format."""
    catalog = bundled.catalog()
    return exporter(form)(references(list(catalog), catalog.ids, catalog.terms))


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csl-json"])
def test_every_entry_is_right_as_it_is_exported(form: str) -> None:
    """In every format that is read back each entry is itself, and nothing is found fault with."""
    works = tuple(one for one in read_bibliography("refs", exported(form)) if isinstance(one, Citation))
    verdicts = check(Cited(citations=works), SHELF)

    assert {one.entry: (one.status, told(one)) for one in verdicts} == dict.fromkeys(bundled.IDS, (Status.RIGHT, []))
    assert len(works) == len(verdicts)


def test_every_entry_with_an_address_is_right_in_a_list_of_text() -> None:
    """Lines of text lead to their works by address and id."""
    verdicts = check(Cited(citations=read_page("mail.md", exported("text")).links), SHELF)

    assert {one.status for one in verdicts} == {Status.RIGHT}
    assert {one.entry for one in verdicts} == {entry.id for entry in bundled.decoded().entries if entry.links.by_kind()}


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@pytest.mark.parametrize("entry", PAPERS, ids=lambda entry: entry.id)
def test_every_style_is_right(entry: Entry, style: Style) -> None:
    """However a work is written down, it is known, and nothing that is so is found fault with."""
    [citation] = read_bibliography("refs.bib", style(entry))
    assert isinstance(citation, Citation)
    verdict = judge(citation, SHELF)

    assert (verdict.entry, verdict.status) == (entry.id, expected(entry, citation)), told(verdict)


@pytest.mark.parametrize("style", ITEMS, ids=lambda style: style.__name__)
@pytest.mark.parametrize("entry", PAPERS, ids=lambda entry: entry.id)
def test_every_item_is_right(entry: Entry, style: Style) -> None:
    """In running text a work is known by its id or by the title that it holds."""
    paper = read_paper(f"\\begin{{thebibliography}}{{9}}\n{style(entry)}\n\n\\end{{thebibliography}}\n")
    [citation] = items_in("paper.tex", paper)
    verdict = judge(citation, SHELF)

    assert citation.form is Form.TEXT
    assert (verdict.entry, verdict.status) == (entry.id, expected(entry, citation)), told(verdict)


@pytest.mark.parametrize("entry", PAPERS, ids=lambda entry: entry.id)
def test_every_title_links_its_paper(entry: Entry) -> None:
    """On a page the title or the name may lead to the paper in any of its forms."""
    arxiv_id = entry.links.arxiv[0]
    page = read_page(
        "README.md",
        f"- [**{entry.title}**](https://arxiv.org/abs/{arxiv_id}v2)\n- {entry.name} ([PDF](https://arxiv.org/pdf/{arxiv_id}.pdf))\n"
        f"- [{entry.name}](https://huggingface.co/papers/{arxiv_id}), [arXiv:{arxiv_id}](http://arxiv.org/abs/{arxiv_id})\n",
    )

    assert [(one.entry, one.status) for one in check(Cited(citations=page.links), SHELF)] == [(entry.id, Status.RIGHT)] * 4
