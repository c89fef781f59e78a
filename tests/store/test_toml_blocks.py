"""The parts of a TOML text: headers and statements, and nothing that only looks like one."""

import pytest
from hypothesis import given

from awesome_mm.store.places import bundled_catalog
from awesome_mm.store.toml_blocks import Unscannable, blocks_of, elements_in, statements_in
from awesome_mm.store.toml_text import table_text
from tests.store.test_toml_text import VALUES

TRICKY = """\
top = 1 # [not.a.header]

# above
[method.alpha] # "behind"
en = '''
[method.beta]
it's'''
zh = \"\"\"
[method.gamma] \\\"\"\" '''
\"\"\"
list = [
  ["a", "#b]"], # ]
  { x = "]" },
]
links.code = ["x"]

[[ method . "be ta".stages ]]
a = "''' [method.delta]"
"""


def test_only_headers_open_blocks() -> None:
    """Brackets in texts, lists and comments are no headers, and three quotes inside a text open nothing."""
    blocks = blocks_of(TRICKY)

    assert [(block.keys, block.is_array) for block in blocks] == [
        ((), False),
        (("method", "alpha"), False),
        (("method", "be ta", "stages"), True),
    ]
    assert "".join(TRICKY[block.start : block.end] for block in blocks) == TRICKY


def test_what_stands_between_blocks_is_no_part_of_the_first() -> None:
    """Blank lines and comments before a header are behind the body of the block before it."""
    first = blocks_of(TRICKY)[0]

    assert TRICKY[first.body_start : first.body_end] == "top = 1 # [not.a.header]\n"


def test_statements_with_their_values() -> None:
    """Each key is found with its value, comments aside, whatever lines it takes."""
    alpha = blocks_of(TRICKY)[1]
    statements = list(statements_in(TRICKY, alpha))

    assert [statement.keys for statement in statements] == [("en",), ("zh",), ("list",), ("links", "code")]
    assert TRICKY[statements[3].value_start : statements[3].value_end] == '["x"]'
    assert TRICKY[statements[0].value_start : statements[0].value_end] == "'''\n[method.beta]\nit's'''"


def test_elements_of_a_list() -> None:
    """The elements stand apart, comments are none."""
    text = '["a,b", # "c"\n [1, 2], {x = 1}, 3]'

    assert [text[start:end] for start, end in elements_in(text, 0, len(text))] == ['"a,b"', "[1, 2]", "{x = 1}", "3"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_bundled_catalog(newline: str) -> None:
    """The blocks of a large file are the whole file, and its statements can be told apart."""
    text = bundled_catalog().read_text(encoding="utf-8").replace("\n", newline)
    blocks = blocks_of(text)

    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(list(statements_in(text, block)) for block in blocks if block.keys)


@given(VALUES)
def test_any_value_is_one_statement(value: object) -> None:
    """Whatever a value holds, a scan sees one key with it and the header behind."""
    text = f"{table_text((), {'account': value, 'last': 1})}\n[method.alpha]\n"
    if isinstance(value, dict):
        return

    assert blocks_of(text)[-1].keys == ("method", "alpha")


@pytest.mark.parametrize("text", ['a = "open\n', "a = [1\n", "a = ]\n", "[a\n"])
def test_what_is_no_toml(text: str) -> None:
    """A text whose parts cannot be told apart is refused, not guessed at."""
    with pytest.raises(Unscannable):
        list(statements_in(text, blocks_of(text)[0]))
