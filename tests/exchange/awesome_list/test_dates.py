"""Dates and venues in the forms that lists use."""

import pytest

from awesome_mm.exchange.awesome_list.dates import Published, date_in, venue_in


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025/11/21", "2025-11-21"),
        ("2025-1-3", "2025-01-03"),
        ("2025.06", "2025-06"),
        ("2025年9月", "2025-09"),
        ("2025年9月3日", "2025-09-03"),
        ("06/2024", "2024-06"),
        ("Feb 16, 2024", "2024-02-16"),
        ("16 February 2024", "2024-02-16"),
        ("(June. 2025, arXiv)", "2025-06"),
        ("arXiv September 2025", "2025-09"),
        ("arXiv 2024", "2024"),
        ("23/04/2025", "2025-04-23"),
        ("10/06/2025", "2025"),
        ("2024-02-31", "2024-02"),
        ("13/2024", "2024"),
        ("2024 Mar, arXiv", "2024-03"),
        ("(May'24)", "2024-05"),
        ("[24/03] a title", "2024-03"),
        ("24.03", "2024-03"),
        ("up to 24.03 points", ""),
        ("20240305", "2024-03-05"),
        ("20240305 samples", ""),
        ("submitted to ICLR 2025", ""),
        ("Mar-2024", "2024-03"),
        ("2024–03", "2024-03"),
        ("(Mar-24)", "2024-03"),
        ("[24-03-05]", "2024-03-05"),
        ("5th Mar 2024", "2024-03-05"),
        ("58K samples", ""),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written: str, date: str) -> None:
    """What two readings would date differently is dated only as far as they agree."""
    assert date_in(written) == date


@pytest.mark.parametrize(
    ("written", "venue"),
    [
        ("ICLR 2024.", Published("ICLR", 2024)),
        ("Neurips 2024.🔥", Published("NeurIPS", 2024)),
        ("NIPS'23", Published("NeurIPS", 2023)),
        ("EMNLP Findings 2024", Published("EMNLP", 2024, "Findings")),
        ("EMNLP 2024 findings", Published("EMNLP", 2024, "Findings")),
        ("NeurIPS 2023 D&B", Published("NeurIPS", 2023, "Datasets and Benchmarks")),
        ("CVPR", Published("CVPR", 0)),
        ("Submitted to TMLR 2025", Published()),
        ("DPFM@ICLR 2024", Published("ICLR", 2024, "Workshop")),
        ("EMNLP finding 2023", Published("EMNLP", 2023, "Findings")),
        ("ACL 2022 Demo", Published("ACL", 2022, "Demo")),
        ("NeurIPS DB", Published("NeurIPS", 0, "Datasets and Benchmarks")),
        ("Nature Machine Intelligence 2025", Published("Nature Machine Intelligence", 2025)),
        ("CVPRW 2024", Published("CVPR", 2024, "Workshop")),
        ("2024 CVPR", Published("CVPR", 2024)),
        ("Findings of ACL 2024", Published("ACL", 2024, "Findings")),
        ("Findings of the EMNLP'23", Published("EMNLP", 2023, "Findings")),
        ("arXiv 2024", Published()),
        ("the nature of water", Published()),
    ],
)
def test_a_venue_is_read_with_year_and_track(written: str, venue: Published) -> None:
    """A preprint server is no venue, and a common word is none without a year."""
    assert venue_in(written) == venue
