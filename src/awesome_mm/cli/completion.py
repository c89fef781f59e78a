"""``awesome-mm completion``. Layer: cli."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import WrongUsage
from .complete import SHELLS
from .session import Session

_SCRIPTS = Path(__file__).with_name("completions")
Shell = Annotated[str, typer.Argument(metavar="SHELL", help=f"{', '.join(SHELLS)}.")]


def run(shell: Shell, session: Session) -> None:
    """Print the script by which SHELL completes words.

    Commands, options, entries, categories, organizations and models; the script's first lines say how to load it.
    """
    if shell not in SHELLS:
        raise WrongUsage(f"SHELL: {shell!r} is not known.", f"Known are {', '.join(SHELLS)}.")
    sys.stdout.write((_SCRIPTS / f"awesome-mm.{shell}").read_text(encoding="utf-8"))
