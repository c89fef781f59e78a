"""Months as they are compared: ``2025-02``. Layer: services."""


def months_between(earlier: str, later: str) -> int:
    """Return how many months lie from `earlier` to `later`; negative where it is the other way round."""
    return _number(later) - _number(earlier)


def month_before(month: str) -> str:
    """Return the month before `month`."""
    year, index = divmod(_number(month) - 1, 12)
    return f"{year:04d}-{index + 1:02d}"


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
