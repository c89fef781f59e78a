"""Bibliographies as citations."""

import json

from awesome_mm.exchange.citations.bibliographies import key_in, read_bibliography
from awesome_mm.model.citations import Citation, Form
from awesome_mm.model.draft import Skipped


def read(text: str) -> Citation:
    """Return the one entry of a bibliography."""
    [found] = read_bibliography("refs.bib", text)
    assert isinstance(found, Citation)
    return found


def test_an_entry() -> None:
    """Key, title, people, year, venue and ids are read, and on which line it begins."""
    one = read(
        "\n@inproceedings{Key1, title={{A} {\\'E}t\\'e}, author={Lovelace, Ada and others}, booktitle={CVPR},\n"
        " year=2024, eprint={2401.00001v3}}"
    )

    assert (one.path, one.line, one.form, one.key, one.title) == ("refs.bib", 2, Form.REFERENCE, "Key1", "A Été")
    assert (one.authors, one.are_all, one.years, one.venue) == (("Ada Lovelace",), False, ("2024",), "CVPR")
    assert (one.links.arxiv, one.is_preprint) == (("2401.00001",), False)


def test_preprints() -> None:
    """An entry that names arXiv and no venue is a preprint; one that names neither is not known to be."""
    assert read("@article{x, title={T}, journal={CoRR}, volume={abs/2401.00001}}").is_preprint
    assert read("@misc{x, title={T}, howpublished={arXiv e-prints}}").is_preprint
    assert not read("@misc{x, title={T}, url={https://example.org/}}").is_preprint
    assert not read("@article{x, title={T}, journal={TMLR}, note={arXiv:2401.00001}}").is_preprint


def test_other_papers_that_are_named() -> None:
    """An abstract names other papers, and so does a note where another field gives the id."""
    with_note = "@misc{x, title={T}, eprint={2401.00001}, note={extends arXiv:2401.00002}, abstract={https://arxiv.org/abs/2401.00003}}"

    assert read(with_note).links.arxiv == ("2401.00001",)
    assert read("@misc{x, title={T}, note={arXiv:2401.00002}}").links.arxiv == ("2401.00002",)


def test_others_who_are_not_named() -> None:
    """Whoever writes et al. into a field means others."""
    one = read("@misc{x, title={T}, author={Ada Lovelace and et al.}}")
    other = read("@misc{x, title={T}, author={Ada Lovelace et al.}}")

    assert (one.authors, one.are_all) == (other.authors, other.are_all) == (("Ada Lovelace",), False)


def test_csl_json() -> None:
    """Items of CSL-JSON have their ids as keys."""
    item = {
        "id": "k",
        "title": "T",
        "author": [{"family": "Lovelace", "given": "Ada"}],
        "issued": {"date-parts": [[2024]]},
        "number": "arXiv:1",
    }

    [one] = read_bibliography("refs.json", json.dumps([item]))

    assert isinstance(one, Citation)
    assert (one.key, one.title, one.authors, one.years) == ("k", "T", ("Ada Lovelace",), ("2024",))


def test_what_cannot_be_read() -> None:
    """A broken entry and one without a title are told with line, beginning and reason; others are read."""
    found = list(read_bibliography("refs.bib", "@misc{a, year=2024}\n@misc{b, title={never closed\n@misc{c, title={C}}\n"))

    assert [(one.line, one.text, one.reason) for one in found if isinstance(one, Skipped)] == [
        (1, "@misc{a, year=2024}", "a has no title"),
        (2, "@misc{b, title={never closed", "a brace or a quotation mark is not closed"),
    ]
    assert [one.key for one in found if isinstance(one, Citation)] == ["c"]
    assert key_in("@misc{b, title={never closed") == "b"
    assert key_in("nothing") == ""
