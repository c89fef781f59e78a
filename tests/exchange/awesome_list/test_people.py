"""Names of authors."""

import pytest

from awesome_mm.exchange.awesome_list.people import Authors, authors_in


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Ada Lovelace, Alan M. Turing and Grace van der Berg.", Authors(("Ada Lovelace", "Alan M. Turing", "Grace van der Berg"))),
        ("Ada Lovelace et al.", Authors(("Ada Lovelace",), complete=False)),
        ("Laskar et al", Authors(("Laskar",), complete=False)),
        ("张三、李四 等", Authors(("张三", "李四"), complete=False)),
        ("Ada Lovelace*, Éva Kovács†", Authors(("Ada Lovelace", "Éva Kovács"))),
        ("We make water, and sell it", Authors()),
        ("CVPR 2024", Authors()),
        ("Oral", Authors()),
        (
            "Ada Lovelace, Alan Turing, Grace van der Berg, Éva kovács",
            Authors(("Ada Lovelace", "Alan Turing", "Grace van der Berg", "Éva kovács")),
        ),
        ("Ada Lovelace, Éva kovács", Authors()),
        ("Ada Lovelace, Alan Turing (equal contribution)", Authors(("Ada Lovelace", "Alan Turing"))),
        ("Ada Lovelace1,2, Alan Turing2*", Authors(("Ada Lovelace", "Alan Turing"))),
        ("Lovelace, Ada and Turing, Alan and Kovács, Éva", Authors(("Ada Lovelace", "Alan Turing", "Éva Kovács"))),
        ("Lovelace, Ada et al", Authors(("Ada Lovelace",), complete=False)),
        ("", Authors()),
    ],
)
def test_people_are_told_from_other_words(written: str, authors: Authors) -> None:
    """Where any part is no name, nobody is named; others than those given make the names incomplete."""
    assert authors_in(written) == authors
