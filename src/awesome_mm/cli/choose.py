"""``awesome-mm choose``. Layer: cli."""

from typing import Any

from . import options
from .session import Session


def run(filters: dict[str, Any], session: Session, output: options.Output = None, limit: options.Limit = None) -> None:
    """Rank the methods that fit what you have; say why others fail.

    --input and --needs name all that is at hand: a method qualifies when it starts from nothing else and needs nothing else. --licence is
    that of the released code or prompts, either of which is enough. --output is what shall come out, any of it. At least one of these
    four is needed; what the catalog does not know meets none. Other filters narrow which works are looked at.
    """
    from ..services.choosing import choose_methods, read_criteria
    from ..views.choice import choice_report

    criteria, others = read_criteria(session.catalog, filters, output or [])
    choice = choose_methods(session.catalog, criteria, others)
    session.emit(choice_report(session.catalog, choice, limit, session.language))
