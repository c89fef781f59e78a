"""What ``search --interactive`` says around its list and its page.

Layer: views.
"""

from collections.abc import Sequence

from .labels import colon, comma, label

BETWEEN = " · "


def question(language: str) -> str:
    """Return what stands before the text that is typed."""
    return f"{label('Search', language)}{colon(language)}"


def headings(language: str) -> tuple[str, str, str]:
    """Return the titles of the columns: name, title, date."""
    return label("Name", language), label("Title", language), label("Date", language)


def list_line(matched: int, count: int, as_of: str, language: str) -> tuple[str, str, str]:
    """Return the parts of the line below the list: how many of all entries it holds, of which catalog, and what the keys do."""
    counted = f"{count} 篇中的 {matched} 篇" if language == "zh" else f"{matched} of {count}"
    return counted, f"{label('catalog of', language)} {as_of}", label("Enter shows, Esc leaves", language)


def page_line(first: int, last: int, count: int, language: str) -> tuple[str, str, str]:
    """Return the parts of the line below an entry's page: which of its lines are seen, and what the keys do."""
    return f"{first}-{last} / {count}", label("Up and Down scroll", language), label("Esc goes back", language)


def nothing_found(query: str, near: Sequence[str], language: str) -> list[str]:
    """Return the lines that stand where no entry does: that nothing was found, and what is near."""
    if not query:
        return [label("Nothing matches these filters.", language)]
    found = label("Nothing found for", language)
    lines = [f"{found}“{query}”。" if language == "zh" else f"{found} “{query}”."]
    if near:
        lines.append(f"{label('Near', language)}{colon(language)}{comma(language).join(near)}")
    return lines
