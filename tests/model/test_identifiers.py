"""Identifiers in every form in which people write them, and nothing taken for one that is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.identifiers import arxiv_id_in, comparable_address, identifier_in
from awesome_mm.model.text import fold

quick = settings(max_examples=100, deadline=None)
months = st.integers(1, 12).map("{:02}".format)
modern_ids = st.builds("{:02}{}.{:05}".format, st.integers(15, 35), months, st.integers(0, 99_999))
early_ids = st.builds("{:02}{}.{:04}".format, st.integers(7, 14), months, st.integers(0, 9_999))
old_ids = st.builds(
    "{}/{:02}{}{:03}".format, st.sampled_from(["hep-th", "cs", "math.GT", "cond-mat"]), st.integers(91, 99), months, st.integers(0, 999)
)
WRITTEN = [
    "{}",
    " {}\n",
    "{}v3",
    "{}.pdf",
    "arXiv:{}",
    "arxiv: {}v2",
    "ARXIV {}",
    "arXiv：{}",
    "arXiv.{}",
    "arXiv:{} [cs.CV]",
    "(arXiv:{})",
    "see arXiv:{}.",
    "arXiv:{}, 2025",
    "arXiv：{}。",
    "http://arxiv.org/abs/{}",
    "https://arxiv.org/abs/{}v1",
    "https://www.arxiv.org/abs/{}",
    "https://export.arxiv.org/abs/{}",
    "https://arxiv.org/pdf/{}",
    "https://arxiv.org/pdf/{}v12.pdf",
    "https://arxiv.org/html/{}v1#S3.F2",
    "https://arxiv.org/abs/{}?context=cs.CL",
    "<https://arxiv.org/abs/{}>",
    "[paper](https://arxiv.org/abs/{})",
    "arxiv.org/abs/{}",
    "https://ar5iv.org/abs/{}",
    "https://ar5iv.labs.arxiv.org/html/{}",
    "https://huggingface.co/papers/{}",
    "https://hf.co/papers/{}",
    "https://www.alphaxiv.org/abs/{}",
    "https://doi.org/10.48550/arXiv.{}",
    "10.48550/arXiv.{}",
]


@pytest.mark.parametrize("written", WRITTEN)
@quick
@given(modern_ids | early_ids | old_ids)
def test_arxiv_id_in_every_written_form(written: str, arxiv_id: str) -> None:
    """An arXiv id of any age is found bare, prefixed, in prose and in addresses, without its version."""
    assert arxiv_id_in(written.format(arxiv_id)) == arxiv_id
    assert identifier_in(written.format(arxiv_id)) == arxiv_id.casefold()


def test_arxiv_id_in_full_width_digits() -> None:
    """An id typed in full-width digits is the id in ASCII."""
    assert arxiv_id_in("２４１２．０１１３７") == "2412.01137"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "oasis",
        "gpt-4.1",
        "2024.1234 images",
        "1920.1080",
        "2499.12345",
        "2400.12345",
        "12412.01137",
        "2412.011378",
        "1.2412.01137",
        "images/1234567",
        "https://github.com/arxiv/1234567",
        "3.5/1234567",
        "https://example.org/2412.01137",
        "10.1234/2412.01137",
        "the number 2412.01137 in prose",
        "arxiv",
        "https://arxiv.org/list/cs.CV/recent",
        "1e10",
        "字节跳动 2024",
    ],
)
def test_what_is_no_arxiv_id(text: str) -> None:
    """Numbers, versions, folders and other addresses are no arXiv ids."""
    assert arxiv_id_in(text) == ""


@pytest.mark.parametrize(
    "written",
    [
        "10.1145/3592133",
        "doi:10.1145/3592133",
        "DOI: 10.1145/3592133",
        "doi 10.1145/3592133.",
        "(doi:10.1145/3592133)",
        "https://doi.org/10.1145/3592133",
        "http://dx.doi.org/10.1145/3592133",
        "doi.org/10.1145/3592133",
        "https://doi.org/10.1145%2F3592133",
        "https://dl.acm.org/doi/10.1145/3592133",
        "https://dl.acm.org/doi/pdf/10.1145/3592133?download=true",
        "https://dl.acm.org/doi/10.1145/3592133#sec-1",
        "https://example.org/pdf/10.1145/3592133.pdf",
    ],
)
def test_doi_in_every_written_form(written: str) -> None:
    """A DOI is found bare, prefixed and in the addresses of resolvers and publishers."""
    assert identifier_in(written) == "10.1145/3592133"


def test_doi_keeps_its_own_brackets() -> None:
    """A bracket that belongs to the DOI stays."""
    assert identifier_in("10.1016/S0092-8674(00)80001-2") == "10.1016/s0092-8674(00)80001-2"


@pytest.mark.parametrize(
    "written",
    [
        "https://openreview.net/forum?id=aB_c-1",
        "openreview.net/pdf?id=aB_c-1",
        "https://openreview.net/forum?noteId=x&id=aB_c-1",
        "https://openreview.net/forum?id=aB_c-1&noteId=x#y",
    ],
)
def test_openreview_forum(written: str) -> None:
    """The forum's id is found wherever it stands in the address."""
    assert identifier_in(written) == "ab_c-1"


@pytest.mark.parametrize(
    "written",
    [
        "https://github.com/Some-Lab/Data.Kit",
        "http://www.github.com/some-lab/data.kit/",
        "github.com/some-lab/data.kit",
        "https://github.com/some-lab/data.kit.git",
        "git@github.com:some-lab/data.kit.git",
        "https://github.com/some-lab/data.kit/tree/main/scripts",
        "https://github.com/some-lab/data.kit#readme",
        "https://huggingface.co/datasets/some-lab/data.kit",
        "https://huggingface.co/some-lab/data.kit/tree/main",
        "https://hf.co/datasets/some-lab/data.kit",
    ],
)
def test_repository_in_every_written_form(written: str) -> None:
    """A repository is owner and name, whatever stands around them."""
    assert identifier_in(written) == "some-lab/data.kit"


def test_any_other_address_is_its_own_identifier() -> None:
    """A project page is known by its address, whatever its scheme, its fragment and a slash at its end."""
    written = ["https://open-bee.github.io", "http://www.open-bee.github.io/", "https://open-bee.github.io/#data"]

    assert {identifier_in(address) for address in written} == {"openbeegithubio"}


@pytest.mark.parametrize(
    "text", ["", " ", "oasis", "FLD-5B", "a/b", "gpt-4/vision", "50/50", "10.5/2", "2024..", "http://", "https:// x", "/", ".1"]
)
def test_what_has_no_identifier(text: str) -> None:
    """Names, fractions, ranges and half an address have none."""
    assert identifier_in(text) == ""


@quick
@given(st.text() | st.text(alphabet="10./:?&#=-_ avxirdoghtps%2F()"))
def test_identifiers_are_folded(text: str) -> None:
    """Whatever the text, its identifier is one that a search line can hold."""
    identifier = identifier_in(text)

    assert identifier == fold(identifier)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://arxiv.org/abs/2401.00001", "http://www.arxiv.org/pdf/2401.00001v2"),
        ("2401.00001", "https://arxiv.org/abs/2401.00001"),
        ("https://doi.org/10.1000/XYZ", "10.1000/xyz"),
        ("https://github.com/a/b", "http://www.github.com/A/b.git"),
        ("https://example.org/a/", "http://example.org/a"),
    ],
)
def test_two_forms_of_one_address(one: str, other: str) -> None:
    """Forms of an address that lead to the same place are compared as equal."""
    assert comparable_address(one) == comparable_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/tree/main/c"),
        ("https://github.com/a/b", "https://huggingface.co/datasets/a/b"),
        ("https://example.org/?id=1", "https://example.org/?id=2"),
    ],
)
def test_two_addresses(one: str, other: str) -> None:
    """A page of a repository, another host and another query lead elsewhere."""
    assert comparable_address(one) != comparable_address(other)
