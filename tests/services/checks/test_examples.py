"""Every check finds what it says in its unsound example, and nothing is wrong with its sound one."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from awesome_mm.services.checks.finding import Check
from awesome_mm.services.checks.registry import CHECKS
from tests.cli.catalogs import HEAD
from tests.commands import call

OFFLINE = [check for check in CHECKS if not check.is_online]
# What an example of one check may not be spared by another: it shows how to write the thing, not a whole list.
AGE = {"record-old": ("--max-age", "90d")}


def write_example(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write the files of an example, a catalog with a head, and return those that are to be checked."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((HEAD + text) if name.endswith(".toml") else text, encoding="utf-8")
    return [name for name in files if name.startswith(("README", "catalog"))]


def codes_in(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the codes of what is found."""
    outcome = call(capsys, "lint", *arguments, "--format", "json")
    assert outcome.err == ""
    found = json.loads(outcome.out)["findings"]
    assert outcome.code == (1 if found else 0)
    return [one["code"] for one in found]


@pytest.mark.parametrize("check", OFFLINE, ids=lambda check: check.code)
def test_an_unsound_example_is_found(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the check shows as unsound is found by it, on a line of the file; what it shows as sound is clean throughout."""
    monkeypatch.chdir(tmp_path)
    select = ("--select", f"{check.code},link-empty" if check.code.startswith("ignore-") else check.code)
    unsound = write_example(Path("unsound"), check.unsound)
    sound = write_example(Path("sound"), check.sound)

    os.chdir("unsound")
    found = codes_in(capsys, *unsound, *select, *AGE.get(check.code, ()))
    os.chdir("../sound")
    clean = codes_in(capsys, *sound), codes_in(capsys, *sound, *select, *AGE.get(check.code, ()))

    assert check.code in found
    assert clean == ([], [])


def test_codes_are_words_and_each_is_one_checks() -> None:
    """Codes are stable names in small letters, and no two checks share one."""
    codes = [check.code for check in CHECKS]

    assert len(codes) == len(set(codes))
    assert all(code.replace("-", "").isalpha() and code.islower() for code in codes)
