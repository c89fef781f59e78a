"""Turns to ask: a pause between their beginnings, one at a time, over all processes of a user."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from awesome_mm.sources.pacing import Busy, Pace


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(round(seconds, 3))
        self.now += seconds


def make_pace(folder: Path, clock: Clock) -> Pace:
    """Return a pace that goes by `clock`."""
    return Pace(folder, now=clock, sleep=clock.sleep)


def test_turns_are_a_pause_apart_from_beginning_to_beginning(tmp_path: Path) -> None:
    """What a request takes counts towards the pause."""
    clock = Clock()
    pace = make_pace(tmp_path, clock)

    for taken in (1.0, 5.0, 0.0):
        with pace.turn(3.0, 10):
            clock.now += taken

    assert clock.slept == [2.0]


def test_another_process_counts(tmp_path: Path) -> None:
    """A turn that another process began a second ago is waited for."""
    clock = Clock()
    with make_pace(tmp_path, clock).turn(3.0, 10):
        clock.now += 1

    with make_pace(tmp_path, clock).turn(3.0, 10):
        pass

    assert clock.slept == [2.0]


@pytest.mark.parametrize("note", ["9999999999", "nonsense", "", "nan", "inf", "-1"])
def test_a_note_that_cannot_be_costs_one_pause_at_most(note: str, tmp_path: Path) -> None:
    """A time to come, or none at all, makes nobody wait longer than a pause."""
    (tmp_path / "arxiv.last").write_text(note, encoding="utf-8")
    clock = Clock()

    with make_pace(tmp_path, clock).turn(3.0, 10):
        pass

    assert sum(clock.slept) <= 3.0


def test_a_folder_that_takes_nothing_is_no_error(tmp_path: Path) -> None:
    """Where no lock can be made, the turns of this process are still paced."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    clock = Clock()
    pace = make_pace(tmp_path / "file" / "cache", clock)

    for _ in range(2):
        with pace.turn(3.0, 10):
            pass

    assert clock.slept == [3.0]


HOLDER = """
import sys, time
from pathlib import Path
from awesome_mm.sources.pacing import Pace
with Pace(Path(sys.argv[1])).turn(0, 10):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def held_by_another(folder: Path, seconds: float) -> subprocess.Popen[str]:
    """Return a process that has its turn now, for so many seconds."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder), str(seconds)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_there_is_one_turn_at_a_time(tmp_path: Path) -> None:
    """A turn waits until that of another process is over."""
    with held_by_another(tmp_path, 0.6), Pace(tmp_path).turn(0, 10):
        began = time.time()

    assert began - float((tmp_path / "arxiv.last").read_text(encoding="ascii")) < 0.2


def test_patience_ends(tmp_path: Path) -> None:
    """A process that keeps its turn too long is named, not waited for."""
    with held_by_another(tmp_path, 30) as process:
        with pytest.raises(Busy, match="Another process"), Pace(tmp_path).turn(0, 0.2):
            pass
        process.kill()


def test_a_process_that_dies_lets_go(tmp_path: Path) -> None:
    """The turn of a killed process is free at once."""
    with held_by_another(tmp_path, 30) as process:
        process.kill()
        process.wait()
        with Pace(tmp_path).turn(0, 5):
            pass
