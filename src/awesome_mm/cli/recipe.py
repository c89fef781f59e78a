"""``awesome-mm recipe``. Layer: cli."""

from . import options
from .session import Session

MORE_FORMATS = ("toml",)


def run(entry: options.OneEntry, session: Session) -> None:
    """Show how to do it again: every stage with all its settings.

    Models, tools, parameters, thresholds, criteria of prompts, routes and rounds, each with its source; unknown where nobody says.
    --format toml writes the same as TOML.
    """
    import sys

    from ..services.naming import find_entry
    from ..services.recipes import recipe_of
    from ..views.recipe import recipe_record, recipe_report

    recipe = recipe_of(session.catalog.entry(find_entry(session.catalog, entry)))
    if session.format in MORE_FORMATS:
        from ..store.toml_text import table_text

        sys.stdout.write(table_text((), recipe_record(recipe)))
    else:
        session.emit(recipe_report(session.catalog, recipe, session.language))
