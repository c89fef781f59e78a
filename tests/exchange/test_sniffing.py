"""What a text is, by its content."""

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.exchange.document import Document
from awesome_mm.exchange.sniffing import Form, ids_in, sniff

CITED = "# Sorters\n\n- [Alpha](https://example.org)\n\n## Cite\n\n```bibtex\n@misc{us,\n  title={Sorters}\n}\n```\n"


def form_of(text: str) -> Form:
    """Return the form that `text` is taken for."""
    return sniff(Document(path="p", text=text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# Sorters\n\n- [Alpha](https://example.org) sorts.\n", Form.MARKDOWN),
        ("[![Awesome](https://a.b/c.svg)](https://a.b)\n\n* Alpha\n", Form.MARKDOWN),
        ("Sorters\n=======\n\nAlpha\n-----\n\n- [Alpha](https://example.org)\n", Form.MARKDOWN),
        (CITED, Form.MARKDOWN),
        (CITED.replace("```bibtex\n", "").replace("```\n", ""), Form.MARKDOWN),
        ("| Name | Paper |\n|---|---|\n| A | 2401.00001 |\n", Form.MARKDOWN),
        ("@article{a,\n title = {A}\n}\n", Form.BIBTEX),
        ("% exported\n\n@Article ( a, title = {A [x](y)} )\n", Form.BIBTEX),
        ('A remark.\n@string{x = "y"}\n@misc{a, note={# no heading}}\n', Form.BIBTEX),
        ('[{"id": "a", "type": "book", "title": "A"}]', Form.CSL),
        ('{"items": [{"DOI": "10.1/x"}]}', Form.CSL),
        ('{"type": "book", "title": "A"}', Form.CSL),
        ("[]", Form.CSL),
        ('[{"id": "a", "type": "book", "title": "A"}, 7, {"id": "b"}]', Form.CSL),
        ("2401.00001\n# a remark\narXiv:2401.00002v3, https://arxiv.org/abs/2401.00003 # why\n", Form.IDS),
        ("2401.00001\n2401.00002\nno id\n", Form.IDS),
        ("2401.00001 is what we mean\n", Form.MARKDOWN),
    ],
)
def test_the_form_of_a_text(text: str, form: Form) -> None:
    """Lists, references and ids are told apart, whatever else stands in them."""
    assert form_of(text) is form


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        ("Sorters\n=======\n\n.. image:: x.png\n\n* `Alpha <https://a.b>`_ sorts.\n", "reStructuredText", "pandoc -f rst"),
        ("<!DOCTYPE html>\n<html><body># A</body></html>", "web page", "pandoc -f html"),
        ("[catalog]\nschema = 1\n", "catalog already", "--catalog"),
        ('{"catalog": {"schema": 1}}\n{"method": {}}\n', "catalog already", "--catalog"),
        ('{"a": 1}', "not CSL-JSON", "Zotero"),
        ('[{"id": "a"', "is none", "CSL-JSON"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(text: str, said: str, fix: str) -> None:
    """A form that is known but not read is named, with what would help."""
    with pytest.raises(WrongUsage, match=said) as caught:
        form_of(text)

    assert fix in caught.value.fix


def test_ids_with_their_lines() -> None:
    """Each id comes bare, with the line that it stands on."""
    words = ids_in("2401.00001v2 cs/0501001\n\n# none\nhttps://arxiv.org/pdf/2401.00003\n2401.1\n")

    assert [(word.line, word.arxiv_id) for word in words] == [(1, "2401.00001"), (1, "cs/0501001"), (4, "2401.00003"), (5, "")]
    assert words[-1].text == "2401.1"
