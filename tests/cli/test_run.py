"""From arguments to exit code: every error is a message, whatever the streams, the encoding and the texts are."""

import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_mm.cli.app import COMMANDS
from awesome_mm.cli.run import run
from awesome_mm.formats.registry import FORMATS
from tests.cli.catalogs import table, write_catalog
from tests.commands import call, spawn
from tests.loopback import unused_url

HOSTILE = "\x1b[31mred\x07\x9b2J\r\u202e\u2028end"
NO_FULL_DISK = not Path("/dev/full").exists()


def harmless(text: str) -> bool:
    """Whether `text` has no control character but line feeds and tabs, and no mark that turns text around."""
    kinds = {unicodedata.category(character) for character in text.replace("\n", "").replace("\t", "")}
    return kinds.isdisjoint({"Cc", "Zl", "Zp"}) and "\u202e" not in text


# ---- Exit codes and messages ----

WRONG = [
    (("serch", "oasis"), "search"),
    (("list", "--limt", "3"), "--limit"),
    (("list", "--format", "jsn"), "json"),
    (("list", "--category", "editting"), "editing"),
    (("list", "--kind", "metod"), "method"),
    (("list", "--sort", "publishd"), "published"),
    (("list", "--fields", "titel"), "title"),
    (("list", "--limit", "0"), "--limit"),
    (("list", "--limit", "many"), "--limit"),
    (("list", "--year", "soon"), "--year"),
    (("list", "oasis"), "oasis"),
    (("list", "--catalog"), "--catalog"),
    (("search",), "QUERY"),
    (("show",), "ENTRY"),
    (("--lang", "zh"), "--help"),
    (("--catalog", "search", "lst"), "list"),
    (("categories", "--category", "editing"), "--category"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, tuple) else None)
def test_wrong_usage_is_exit_code_2(arguments: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage says what is wrong, or what was perhaps meant, on standard error and nothing on standard output."""
    outcome = call(capsys, *arguments)

    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("awesome-mm: ")
    assert named in outcome.err


@pytest.mark.parametrize("arguments", [arguments for arguments, _ in WRONG if "--format" not in arguments], ids=" ".join)
def test_wrong_usage_may_be_json(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """With `--json` wrong usage is one JSON object on standard error, even where arguments could not be parsed."""
    outcome = call(capsys, "--json", *arguments)

    error = json.loads(outcome.err)["error"]
    assert outcome.code == 2
    assert list(error) == ["code", "message", "fix"]
    assert error["code"] == "usage"
    assert all(error.values())


def test_an_unknown_entry_is_exit_code_4(capsys: pytest.CaptureFixture[str]) -> None:
    """No entry of that name: the near names are given."""
    outcome = call(capsys, "show", "oasys")

    assert outcome.code == 4
    assert "'oasys'" in outcome.err
    assert "Oasis" in outcome.err


def test_an_unknown_entry_may_be_json(capsys: pytest.CaptureFixture[str]) -> None:
    """With `--format json` after the command the error is JSON."""
    outcome = call(capsys, "show", "oasis", "oasys", "--format", "json")

    error = json.loads(outcome.err)["error"]
    assert (outcome.code, outcome.out) == (4, "")
    assert (error["code"], "Oasis" in error["fix"]) == ("no-such-entry", True)


@pytest.mark.parametrize("command", ["list", "stats", "categories", "search x", "show x", "refresh"])
def test_every_fault_of_a_catalog_is_named(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unsound catalog is exit code 3 in every command, with each fault, its file and key."""
    faulty = [table("alpha", more='kindd = "x"'), table("beta", more="published = 13"), table("gamma", more='categories_ = ["x"]')]
    path = write_catalog(tmp_path / "own.toml", *faulty)

    outcome = call(capsys, *command.split(), "--catalog", path)

    assert (outcome.code, outcome.out) == (3, "")
    assert all(key in outcome.err for key in ("method.alpha.kindd", "method.beta.published", "method.gamma.categories_"))
    assert outcome.err.count(f"{path}:") >= 3


def test_where_answers_for_an_unsound_catalog(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where things lie matters most when the catalog is broken: the date is unknown then, the places are not."""
    path = write_catalog(tmp_path / "own.toml", table("alpha", more='kindd = "x"'))

    outcome = call(capsys, "where", "--catalog", path, "--json")

    assert outcome.code == 0
    assert json.loads(outcome.out)["as_of"] is None
    assert json.loads(outcome.out)["catalog"] == path


def test_faults_may_be_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--json` the faults are the lines of one message."""
    path = write_catalog(tmp_path / "own.toml", table("alpha", more='kindd = "x"'), table("beta", more="published = 13"))

    error = json.loads(call(capsys, "list", "--json", "--catalog", path).err)["error"]

    assert error["code"] == "catalog-invalid"
    assert len(error["message"].splitlines()) == 2


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"= 1", b"[catalog", b"a = " + b"[" * 5_000])
def test_an_unreadable_catalog_is_exit_code_3(content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A catalog that is missing or no TOML is named, with the next step."""
    path = tmp_path / "own.toml"
    if content is not None:
        path.write_bytes(content)

    outcome = call(capsys, "list", "--catalog", str(path))

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.startswith(f"awesome-mm: {path}: ")
    assert "--catalog" in outcome.err


@pytest.mark.parametrize("cache", ["a-file", "a-file/below", "/dev/null/below"])
def test_a_cache_folder_that_takes_nothing_is_no_error(
    cache: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be kept in the cache folder, the answer is the same."""
    (tmp_path / "a-file").write_text("")
    path = write_catalog(tmp_path / "own.toml", table())
    monkeypatch.setenv("AWESOME_MM_CACHE", str(tmp_path / cache))

    for _ in range(2):
        outcome = call(capsys, "list", "--catalog", path)
        assert (outcome.code, outcome.err) == (0, "")
        assert "\nalpha\t" in outcome.out


# ---- Streams ----


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a catalog whose list is much larger than a pipe holds."""
    folder = tmp_path_factory.mktemp("large")
    return write_catalog(folder / "large.toml", *(table(f"entry-{number}", name=f"Entry {number} " + "x" * 300) for number in range(400)))


@pytest.mark.parametrize("format", ["tsv", "json", "table"])
def test_a_closed_pipe_is_silent(format: str, large: str) -> None:
    """A reader that leaves after the first line is no error: no message, exit code 0."""
    process = subprocess.Popen(
        [sys.executable, "-m", "awesome_mm", "list", "--catalog", large, "--format", format], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()

    assert (process.wait(timeout=60), err) == (0, b"")


@pytest.mark.skipif(NO_FULL_DISK, reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["--version", "--help", "list -n 1", "list --json", "stats --format table"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_exit_code_6(command: str, unbuffered: str) -> None:
    """Output that cannot be written, be it a line or much, at once or in the end, is exit code 6 with a message and no traceback."""
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "awesome_mm", *command.split()],
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )

    assert finished.returncode == 6
    assert b"No space left" in finished.stderr
    assert b"Traceback" not in finished.stderr


@pytest.mark.skipif(NO_FULL_DISK, reason="there is no /dev/full here")
def test_a_full_disk_for_errors_keeps_the_code() -> None:
    """An error whose message cannot be written still has its exit code."""
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run([sys.executable, "-m", "awesome_mm", "show", "nobody"], stdout=full, stderr=full, check=False, timeout=60)

    assert finished.returncode == 4


@pytest.mark.parametrize(
    ("closed", "command", "code"), [("1", "list -n 1", 0), ("1", "--version", 0), ("2", "list -n 1", 0), ("2", "show nobody", 4)]
)
def test_a_stream_the_caller_closed_is_no_error(closed: str, command: str, code: int) -> None:
    """Without standard output or standard error the command runs to its exit code in silence."""
    finished = subprocess.run(
        ["sh", "-c", f'exec "$0" -m awesome_mm {command} {closed}>&-', sys.executable], capture_output=True, check=False, timeout=60
    )

    assert finished.returncode == code
    assert b"Traceback" not in finished.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp936"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
@pytest.mark.parametrize("format", ["tsv", "table"])
def test_output_is_utf8_whatever_the_console_speaks(environment: dict[str, str], format: str, tmp_path: Path) -> None:
    """Chinese text and emoji come out as UTF-8 under any locale and code page."""
    path = write_catalog(tmp_path / "own.toml", table(name="数据🎉"))

    finished = spawn("list", "--catalog", path, "--lang", "zh", "--format", format, environment=environment)

    assert (finished.returncode, finished.stderr) == (0, b"")
    assert "数据🎉" in finished.stdout.decode("utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii:strict"])
def test_errors_are_utf8_whatever_the_console_speaks(encoding: str) -> None:
    """A message that quotes Chinese text comes out under any code page."""
    finished = spawn("list", "--category", "数据🎉", environment={"PYTHONIOENCODING": encoding})

    assert finished.returncode == 2
    assert "数据🎉" in finished.stderr.decode("utf-8")


def test_a_query_that_is_no_text_is_answered() -> None:
    """Arguments that are no UTF-8 neither break the search nor the answer, which stays UTF-8 and JSON."""
    finished = subprocess.run(
        [sys.executable, "-m", "awesome_mm", "search", b"\xff\xfe", "--json"], capture_output=True, check=False, timeout=60
    )

    assert (finished.returncode, finished.stderr) == (0, b"")
    assert json.loads(finished.stdout.decode("utf-8"))["count"] == 0


# ---- Terminals ----


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Return what `arguments` show on a terminal 100 columns wide."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    settings_of_it = {**inherited, "TERM": "xterm-256color", **environment}
    with subprocess.Popen([sys.executable, "-m", "awesome_mm", *arguments], stdout=follower, stderr=follower, env=settings_of_it):
        os.close(follower)
        shown = bytearray()
        try:
            while chunk := os.read(leader, 65_536):
                shown += chunk
        except OSError:  # how Linux says that the other side has closed
            pass
    os.close(leader)
    return shown.decode()


def test_auto_is_a_table_on_a_terminal() -> None:
    """On a terminal the answer is a table in colour."""
    shown = on_a_terminal("list", "-n", "1", COLUMNS="100")

    assert "\t" not in shown
    assert "\x1b[" in shown


def test_no_color_is_honoured() -> None:
    """With `NO_COLOR` set there is no colour in the table."""
    shown = on_a_terminal("list", "-n", "3", COLUMNS="100", NO_COLOR="1")

    assert "\x1b[3" not in shown
    assert "\x1b[1;3" not in shown


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_columns_are_honoured(columns: int) -> None:
    """With `COLUMNS` set no line is wider."""
    from rich.cells import cell_len

    shown = on_a_terminal("list", COLUMNS=str(columns), NO_COLOR="1", TERM="dumb")

    assert max(cell_len(line) for line in shown.replace("\r", "").split("\n")) <= columns


@pytest.mark.parametrize("columns", ["0", "1", "-5", "many", "", "99999999999999999999"])
def test_odd_columns_are_no_error(columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A `COLUMNS` that means nothing, or next to nothing, breaks neither tables nor help."""
    monkeypatch.setenv("COLUMNS", columns)

    assert call(capsys, "show", "oasis", "--format", "table").code == 0
    assert call(capsys, "list", "--help").code == 0


# ---- Hostile texts ----


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"auto"}))
@pytest.mark.parametrize("command", ["list", "search red", "show alpha", "stats", "categories", "search qqqqq", "show qqqqq"])
def test_control_characters_of_a_catalog_stay_there(command: str, format: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever stands in a catalog's texts, no control character and no direction mark of it reaches the output."""
    text = "".join(f"\\u{ord(character):04x}" if not character.isalnum() else character for character in HOSTILE)
    more = f'authors = ["{text}"]\naliases = ["{text}"]\nnotes = [{{ topic = "idea", en = "{text}" }}]'
    path = write_catalog(tmp_path / "own.toml", table(name=text, more=more))
    Path(path).write_text(Path(path).read_text().replace("Image editing", text))

    outcome = call(capsys, *command.split(), "--catalog", path, "--format", format)

    assert outcome.code in (0, 4)
    assert harmless(outcome.out)
    assert harmless(outcome.err)


@pytest.mark.parametrize(
    "arguments",
    [
        (HOSTILE,),
        ("list", f"--{HOSTILE}"),
        ("list", HOSTILE),
        ("list", "--format", HOSTILE),
        ("list", "--lang", HOSTILE),
        ("list", "--sort", HOSTILE),
        ("list", "--fields", HOSTILE),
        ("list", "--limit", HOSTILE),
        ("list", "--catalog", HOSTILE),
        ("list", "--category", HOSTILE),
        ("list", "--kind", HOSTILE),
        ("list", "--year", HOSTILE),
        ("show", HOSTILE),
        ("refresh", HOSTILE),
        ("search", HOSTILE),
        ("search", HOSTILE, "--format", "table"),
        ("search", HOSTILE, "--explain", "--format", "markdown"),
        ("where", "--catalog", f"data\x1b[31m/{HOSTILE}"),
    ],
    ids=lambda arguments: " ".join(arguments).encode("unicode_escape").decode(),
)
@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_control_characters_of_arguments_stay_there(
    arguments: tuple[str, ...], json_too: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A message that quotes an argument has none of its control characters."""
    outcome = call(capsys, *json_too, *arguments)

    assert harmless(outcome.out)
    assert harmless(outcome.err)


def test_faults_that_quote_a_catalog_are_harmless(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Keys and values that a fault quotes lose their control characters."""
    path = write_catalog(tmp_path / "own.toml", table(more='"\\u001b[31mkey" = 1\npublished = "\\u001b[2J"'))

    outcome = call(capsys, "list", "--catalog", path)

    assert outcome.code == 3
    assert harmless(outcome.err)


WORDS = [
    *COMMANDS,
    "oasis",
    "--json",
    "--format",
    "--catalog",
    "--lang",
    "--limit",
    "--fields",
    "--year",
    "--",
    "-n",
    "2",
    "-h",
    "zh",
    "tsv",
    "2024..",
]


@given(arguments=st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=6))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_arguments_break_it(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the arguments are, the outcome is an exit code of the contract, and an error has its message."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)  # a word may name a folder to begin a catalog in
        patch.setenv("AWESOME_MM_CATALOG", write_catalog(tmp_path / "own.toml", table("oasis", more='links.arxiv = ["9901.00001"]')))
        patch.setenv("AWESOME_MM_ARXIV_URL", unused_url())
        patch.setenv("no_proxy", "127.0.0.1")
        outcome = call(capsys, *arguments)

    assert outcome.code in range(7)
    is_finding = outcome.code == 1 and "lint" in arguments
    assert bool(outcome.err) == (outcome.code != 0) or is_finding or outcome.err.startswith("Nothing found for ")
    assert harmless(outcome.out)
    assert harmless(outcome.err)


def test_output_that_is_no_file_is_written() -> None:
    """A caller that captures the output in memory gets it all."""
    held = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", held)
        code = run(["list", "-n", "1"])

    assert code == 0
    assert held.getvalue().startswith("id\t")
