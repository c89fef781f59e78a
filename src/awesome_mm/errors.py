"""Every error the toolkit raises on purpose: one base, each kind with its exit code.

Open to all layers. The command line turns any of these into one message (or one JSON object) and the exit code of its class;
the codes are listed in ``docs/commands.md``.
"""

from collections.abc import Sequence


class AwesomeError(Exception):
    """Something went wrong that the user can understand: ``message`` says what and where, ``fix`` the next step."""

    code = "error"
    exit_code = 1

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class WrongUsage(AwesomeError):
    """An option or argument has a value that means nothing here."""

    code = "usage"
    exit_code = 2


class TemplateInvalid(AwesomeError):
    """A template that was given cannot be read, or fails; its file and line are named."""

    code = "template-invalid"
    exit_code = 2


class CatalogInvalid(AwesomeError):
    """A catalog could not be read; ``faults`` holds every fault found, each with its place."""

    code = "catalog-invalid"
    exit_code = 3

    def __init__(self, faults: Sequence[str], fix: str = "") -> None:
        super().__init__("\n".join(faults), fix)
        self.faults = tuple(faults)


class EntryMissing(AwesomeError):
    """No entry goes by the name that was given."""

    code = "no-such-entry"
    exit_code = 4


class PaperMissing(AwesomeError):
    """arXiv has no paper of the id or title that was given, or none that is clearly the one meant."""

    code = "no-such-paper"
    exit_code = 4


class AlreadyListed(AwesomeError):
    """The catalog has an entry that is, or seems to be, the work that is to be added."""

    code = "already-listed"
    exit_code = 1


class NothingWritten(AwesomeError):
    """The text of an entry was left empty: whoever wrote it has thought better of it."""

    code = "nothing-written"
    exit_code = 1


class EditorFailed(AwesomeError):
    """The editor could not be started, or ended in failure."""

    code = "editor-failed"
    exit_code = 5


class LinkMissing(AwesomeError):
    """An entry has no link of the kind that was asked for."""

    code = "no-such-link"
    exit_code = 4


class RecipeMissing(AwesomeError):
    """Of an entry no pipeline is known, so that nothing can be said of running it."""

    code = "no-recipe"
    exit_code = 4


class NoBrowser(AwesomeError):
    """An address could not be opened, because no browser could be started."""

    code = "no-browser"
    exit_code = 5


class SourceUnreachable(AwesomeError):
    """A service on the network did not answer, or answered something that cannot be trusted."""

    code = "source-unreachable"
    exit_code = 5


class WriteFailed(AwesomeError):
    """A file could not be written: no permission, no space, or locked by another process."""

    code = "write-failed"
    exit_code = 6
