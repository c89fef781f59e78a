"""The entry point: answers ``--version`` by itself, hands everything else to the command line, and leaves.

The import of typer alone is most of a run's time, so nothing is imported before it is known to be needed; and a process that
has written its answer ends at once instead of tearing down every module (docs/decisions/0002-leave-at-once.md).
"""

import os
import sys

from . import __version__


def main() -> None:
    """Run the command line on the process's arguments and end the process with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"awesome-mm {__version__}\n")
        return
    import gc

    gc.disable()  # a short run collects nothing worth the time; large catalogs are read once
    from .cli.run import run

    code = run(arguments)
    os._exit(code)


if __name__ == "__main__":
    main()
