"""Runs the command line as a user does, in this process (fast) or in one of its own (for signals, pipes and exit)."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from awesome_mm.cli.run import run


@dataclass(frozen=True)
class Outcome:
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> Outcome:
    """Run the command line on `arguments` in this process."""
    code = run(arguments)
    captured = capsys.readouterr()
    return Outcome(code, captured.out, captured.err)


def spawn(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line on `arguments` in a process of its own, output into pipes."""
    return subprocess.run(
        [sys.executable, "-m", "awesome_mm", *arguments],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )
