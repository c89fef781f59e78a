"""The entry point: answers ``--version`` and shells by itself, hands everything else to the command line, and leaves.

The import of typer alone is most of a run's time, so nothing is imported before it is known to be needed; and a process that
has written its answer ends at once instead of tearing down every module (docs/decisions/0002-leave-at-once.md).
"""

import os
import sys

from . import VERSION_LINE


def main() -> None:
    """Run the command line on the process's arguments and end the process with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"] and _is_said(f"{VERSION_LINE}\n"):
        os._exit(0)
    import gc

    gc.disable()  # a short run collects nothing worth the time; large catalogs are read once
    if arguments[:1] == ["--complete"]:
        from .cli.complete import answer

        os._exit(0 if _is_said(answer(arguments[1:])) else 1)
    from .cli.run import run

    os._exit(run(arguments))


def _is_said(text: str) -> bool:
    """Write `text` past every buffer, and tell whether the output took it; the command line knows how to report that it did not."""
    try:
        content = text.encode("utf-8", "backslashreplace")
        return os.write(1, content) == len(content)
    except OSError:
        return False


if __name__ == "__main__":
    main()
