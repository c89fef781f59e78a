"""Catalog, language and format: given before or after the command, by the environment, or not at all."""

import json
from pathlib import Path

import pytest

from awesome_mm.cli.session import Session, locale_language
from awesome_mm.errors import WrongUsage
from tests.cli.catalogs import table, write_catalog
from tests.commands import call


@pytest.fixture
def two_catalogs(tmp_path: Path) -> tuple[str, str]:
    """Return the paths of a catalog with alpha and of one with beta."""
    return write_catalog(tmp_path / "a.toml", table("alpha")), write_catalog(tmp_path / "b.toml", table("beta"))


def ids(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the ids of the entries in the JSON answer."""
    outcome = call(capsys, *arguments)
    return [entry["id"] for entry in json.loads(outcome.out)["entries"]]


def test_a_catalog_may_be_given_before_or_after(two_catalogs: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """`--catalog` is understood on either side of the command; the one after it wins."""
    a, b = two_catalogs

    assert ids(capsys, "--catalog", a, "list", "--json") == ["alpha"]
    assert ids(capsys, "list", "--json", "--catalog", a) == ["alpha"]
    assert ids(capsys, "--catalog", a, "list", "--json", "--catalog", b) == ["beta"]


def test_the_environment_names_a_catalog(
    two_catalogs: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`AWESOME_MM_CATALOG` stands in for `--catalog`, which wins over it."""
    a, b = two_catalogs
    monkeypatch.setenv("AWESOME_MM_CATALOG", a)

    assert ids(capsys, "list", "--json") == ["alpha"]
    assert ids(capsys, "--catalog", b, "list", "--json") == ["beta"]


def test_a_catalog_may_be_called_like_a_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`--catalog list` names a file, not a command."""
    monkeypatch.chdir(tmp_path)
    write_catalog(Path("list"), table())

    assert ids(capsys, "--catalog", "list", "list", "--json") == ["alpha"]


def test_an_empty_path_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty path, as an unset shell variable gives, does not quietly mean the bundled catalog."""
    assert call(capsys, "list", "--catalog", "").code == 2


def test_a_language_may_be_given_before_or_after(capsys: pytest.CaptureFixture[str]) -> None:
    """`--lang` is understood on either side of the command; the one after it wins."""
    by_place = [
        call(capsys, *arguments.split(), "--format", "markdown").out
        for arguments in ("--lang zh categories", "categories --lang zh", "--lang zh categories --lang en", "categories")
    ]

    assert by_place[0] == by_place[1]
    assert by_place[2] == by_place[3] != by_place[0]


@pytest.mark.parametrize(
    ("arguments", "is_json"),
    [
        ("--json where", True),
        ("where --json", True),
        ("--format json where", True),
        ("--format JSON where", True),
        ("--json where --format tsv", False),
        ("--format tsv where --json", True),
        ("--format json where --format tsv", False),
        ("where --json --format tsv", True),
        ("where", False),
    ],
)
def test_a_format_may_be_given_before_or_after(arguments: str, is_json: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """`--format` and `--json` are understood on either side of the command; what stands after it wins, and `--json` beside `--format`."""
    outcome = call(capsys, *arguments.split())

    assert outcome.out.startswith("{") == is_json


def test_auto_is_tab_separated_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """Where standard output is no terminal, `auto` and no format at all are tab-separated text with a header."""
    plain, auto, tsv = (call(capsys, "list", *given).out for given in ((), ("--format", "auto"), ("--format", "tsv")))

    assert plain == auto == tsv
    assert tsv.startswith("id\tkind\tname\t")


@pytest.mark.parametrize(
    ("option", "value", "known"), [("--format", "jsn", "json"), ("--format", "", "json"), ("--lang", "fr", "zh"), ("--lang", "", "en")]
)
@pytest.mark.parametrize("before", [True, False])
def test_an_unknown_value_is_wrong_usage(option: str, value: str, known: str, before: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """A format or language there is not has exit code 2, and those there are are named."""
    outcome = call(capsys, *([option, value, "list"] if before else ["list", option, value]))

    assert outcome.code == 2
    assert repr(value) in outcome.err
    assert known in outcome.err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    """The first of LC_ALL, LC_MESSAGES and LANG that is set decides: Chinese where it is Chinese, else English."""
    assert locale_language(environment) == language


def test_the_option_beats_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--lang en` is English under a Chinese locale."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert Session.of({}, {}).language == "zh"
    assert Session.of({}, {"lang": "en"}).language == "en"


def test_a_session_checks_its_settings() -> None:
    """A session is not made of settings there are not."""
    with pytest.raises(WrongUsage, match="--format"):
        Session.of({"format": "xml"}, {})


def test_the_catalog_is_not_opened_unasked(tmp_path: Path) -> None:
    """A session of a catalog that does not exist is made without complaint."""
    assert Session.of({"catalog": str(tmp_path / "none.toml")}, {}).path == tmp_path / "none.toml"
    assert list(tmp_path.iterdir()) == []
