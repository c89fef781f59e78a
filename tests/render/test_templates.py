"""Tests of templates: what they print is escaped, what a maintainer puts in their place is used, and what fails says where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from awesome_mm.errors import TemplateInvalid, WrongUsage
from awesome_mm.render.paper_list import render_list
from awesome_mm.render.templates import NAMES, SHIPPED, Markdown, Templates
from tests.factories import make_catalog, make_method
from tests.render.pages import links_of


def templates(folder: Path, text: str, name: str = "entry.md.j2") -> Templates:
    """Return the templates with one of them replaced."""
    (folder / name).write_text(text, encoding="utf-8")
    return Templates(folder)


def test_every_template_is_shipped() -> None:
    """The names that are known are those of the files."""
    assert {path.name for path in SHIPPED.iterdir()} == set(NAMES)


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ text }}", r"\[a\](b) \<i\>"),
        ("{{ text|inside }}", r"\[a\](b) \<i\>"),
        ("{{ text|markdown }}", "[a](b) <i>"),
        ("{{ ready }}", "*ready*"),
        ("{{ 'a_b' }}", r"a\_b"),
        ("{% set x %}{{ ready }}{% endset %}{{ x|markdown }}", "*ready*"),
        ("[x]({{ 'https://example.org/a b)' |target }})", r"[x](https://example.org/a%20b\))"),
        ("[x]({{ 'https://example.org/?a&copy;b' |target }})", r"[x](https://example.org/?a\&copy;b)"),
        ("{{ 3 }}", "3"),
    ],
)
def test_what_is_printed_is_escaped(template: str, printed: str, tmp_path: Path) -> None:
    """Text is escaped without being asked for, Markdown is not."""
    assert templates(tmp_path, template).fill("entry", text="[a](b) <i>", ready=Markdown("*ready*")) == printed


@given(path=some.text('abz019()\\&;*_<>" #?=/%é数', max_size=12))
def test_a_target_leads_where_the_address_does(path: str) -> None:
    """However an address is written, the link leads there and ends there."""
    target = Templates()._environment.filters["target"](f"https://example.org/{path}")

    [link] = links_of(f"[x]({target})")
    assert link == f"https://example.org/{path}" or "%" in path


def test_a_folder_replaces_what_it_holds(tmp_path: Path) -> None:
    """Templates that are not there are ours."""
    files = render_list(make_catalog(make_method("alpha")), templates(tmp_path, "## Entry {{ entry.name }}\n\nMine: {{ entry.title }}"))

    assert "\n## Entry Alpha\n\nMine: Alpha: A Method for Making Data\n" in files["categories/editing.md"]
    assert "(categories/editing.md#entry-alpha)" in files["README.md"]


def test_a_file_replaces_one(tmp_path: Path) -> None:
    """A single file takes the place of the template whose name it bears."""
    path = tmp_path / "reference.md.j2"
    path.write_text("see there", encoding="utf-8")
    files = render_list(make_catalog(make_method("alpha", categories=("text", "editing")), make_method("beta")), Templates(path))

    assert "\n\nsee there\n\n" in files["categories/editing.md"]


def test_a_template_without_headings_leads_to_the_page(tmp_path: Path) -> None:
    """Where an entry has no heading, the link leads to its page."""
    files = render_list(make_catalog(make_method("alpha")), templates(tmp_path, "{{ entry.name }}"))

    assert "[details](categories/editing.md)" in files["README.md"]


def test_a_frame_that_prints_no_body_loses_nothing(tmp_path: Path) -> None:
    """The entries stand behind it."""
    files = render_list(make_catalog(make_method("alpha")), templates(tmp_path, "# Mine", "category.md.j2"))

    assert files["categories/editing.md"].startswith("# Mine\n\n## Alpha\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\n{{ entry.nothing }}", r"entry\.md\.j2:2: .*no attribute 'nothing'"),
        ("a\n\n{% if %}", r"entry\.md\.j2:3: "),
        ("{{ unknown }}", r"entry\.md\.j2:1: 'unknown' is undefined"),
        ("{% include 'gone.md.j2' %}", r"gone\.md\.j2"),
        ("{% include '../../secret' %}", r"secret"),
        ("{{ ''.__class__.__mro__ }}", r"entry\.md\.j2:1: access to attribute '__class__' of 'str' object is unsafe"),
        ("{{ entry.links.append(1) }}", r"entry\.md\.j2:1: "),
        ("\n{{ 1 // 0 }}", r"entry\.md\.j2:2: "),
        ("{{ 1 + 'a' }}", r"entry\.md\.j2:1: "),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", r"recursion"),
        ("{% for a in range(100001) %}{% endfor %}", r"entry\.md\.j2:1: Range too big"),
        ("{% for a in range(60000) %}{{ 'x' * 1000 }}{% endfor %}", r"prints more than 50,000,000 characters"),
        ("{{ entry.name|nothing }}", r"entry\.md\.j2:1: No filter named 'nothing'"),
    ],
)
def test_a_template_that_fails_says_where(text: str, problem: str, tmp_path: Path) -> None:
    """The error names the file and the line, and where to read what a template may use."""
    with pytest.raises(TemplateInvalid, match=problem) as raised:
        render_list(make_catalog(make_method("alpha")), templates(tmp_path, text))

    assert "docs/commands.md" in raised.value.fix
    assert raised.value.exit_code == 2


def test_a_template_that_is_no_text_fails(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are told of, not raised."""
    (tmp_path / "entry.md.j2").write_bytes(b"\xff\xfe")

    with pytest.raises(TemplateInvalid):
        Templates(tmp_path).fill("entry")


@pytest.mark.parametrize("name", ["", "notes.md", "gone"])
def test_templates_that_mean_nothing_are_wrong_usage(name: str, tmp_path: Path) -> None:
    """A folder without templates, a file of another name and a path to nothing name those that there are."""
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")

    with pytest.raises(WrongUsage) as raised:
        Templates(tmp_path / name)

    assert all(known in raised.value.fix for known in NAMES)
