"""A paper's own bibliography: the keys it has for works, and what is put behind it."""

import re

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.exchange.own_bibliography import complete
from awesome_mm.exchange.reference import Reference, references
from awesome_mm.model.terms import Terms
from tests.factories import make_method

WORK = make_method(
    "oasis",
    name="Oasis",
    title="Oasis: One Image is All You Need",
    authors=("Letian Zhang",),
    published="2025-03",
    links={"arxiv": ("2503.08741",), "doi": ("10.1109/ICCV.2025.1",)},
)
KEY = "zhang2025oasis"


def wanted() -> list[Reference]:
    """Return the work as a reference."""
    return references([WORK], ["oasis"], Terms({}))


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{own, title={Something else}, eprint={2503.08741}, archivePrefix={arXiv}}",
        "@article{own, title={Else}, journal={arXiv preprint arXiv:2503.08741v2}}",
        "@article{own, title={Else}, url={https://arxiv.org/abs/2503.08741}}",
        "@inproceedings{own, title={Else}, doi={10.1109/iccv.2025.1}}",
        "@inproceedings{own, title={{Oasis}: One Image Is All {You} Need}}",
        "@string{a = {Oasis: One Image}}\n@misc{own, title = a # { is all you need}}",
    ],
)
def test_a_work_that_is_there_keeps_its_key(entry: str) -> None:
    """A work is found by arXiv id, DOI or title, however it is written, and nothing is added."""
    completed = complete(f"% mine\n{entry}\n", wanted())

    assert (completed.keys, completed.reused, completed.further) == ({"oasis": "own"}, 1, "")


def test_a_work_that_is_lacking_is_added() -> None:
    """What the file lacks is written behind it under the key that exports give."""
    completed = complete("@misc{other, title={Another Work}}", wanted())

    assert completed.keys == {"oasis": KEY}
    assert completed.reused == 0
    assert re.findall(r"@\w+\{(.*?),", completed.further) == [KEY]


@pytest.mark.parametrize("taken", [KEY, KEY.upper()])
def test_a_key_of_another_work_is_not_taken(taken: str) -> None:
    """A key that the file has for something else gets a number behind it; BibTeX tells no capitals apart."""
    completed = complete(f"@misc{{{taken}, title={{Another Work}}}} @misc{{{KEY}-2, title={{A Third}}}}", wanted())

    assert completed.keys == {"oasis": f"{KEY}-3"}
    assert completed.further.startswith(f"@misc{{{KEY}-3,")


@pytest.mark.parametrize(
    ("text", "is_modern"),
    [
        ("", False),
        ("@misc{a, title={A}, year={2024}}", False),
        ("@article{a, title={The date = unknown}, year=2024}", False),
        ("@online{a, title={A}}", True),
        ("@article{a,\n  title = {A},\n  journaltitle = {B}}", True),
        ("@article{a,\n  title = {A},\n  date = {2024-05}}", True),
    ],
)
def test_what_is_added_is_in_the_dialect_of_the_file(text: str, is_modern: bool) -> None:
    """A file that uses what only biblatex knows gets biblatex, any other BibTeX."""
    assert ("eprinttype" in complete(text, wanted()).further) == is_modern


def test_what_is_malformed_costs_nothing_else() -> None:
    """An entry that never ends hides no other, but nothing is put behind one that would swallow it."""
    with pytest.raises(WrongUsage, match="line 1"):
        complete("@misc{broken, title={Never\n", wanted())
    completed = complete("@misc{broken, title={Never\n\n@misc{own, title={Oasis: One Image is All You Need}}", wanted())

    assert completed.keys == {"oasis": "own"}
