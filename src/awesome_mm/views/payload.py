"""What stands in a payload, as line formats and tables of chosen fields need it.

Layer: views.
"""

from typing import Any


def at(record: Any, path: str) -> Any:
    """Return what stands at a key path such as ``links.arxiv``; None where there is nothing."""
    for key in path.split("."):
        if not isinstance(record, dict):
            return None
        record = record.get(key)
    return record


def flat(value: Any) -> str:
    """Return a value of a payload as one text: lists with semicolons, tables as ``key=value``, nothing for null.

    A venue is its name and year, with a question mark where it is only recalled; a reason is what a person would say.
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list | tuple):
        return "; ".join([element if isinstance(element, str) else flat(element) for element in value]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _flat_table(value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _flat_table(value: dict[str, Any]) -> str:
    if value.keys() >= {"name", "basis"}:
        return f"{value['name']} {value.get('year', '')}".strip() + f"{'?' if value.get('basis') == 'recalled' else ''}"
    return str(value.get("said") or "; ".join(f"{key}={flat(held)}" for key, held in value.items()))
