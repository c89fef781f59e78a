"""Findings in order, folded, and without those that were known."""

from collections import Counter

from awesome_mm.services.checks.finding import Finding, Severity, said
from awesome_mm.services.checks.running import in_order, new_since


def make_finding(line: int = 1, message: str = "is wrong", code: str = "link-empty", path: str = "README.md") -> Finding:
    """Return a finding."""
    return Finding(code=code, severity=Severity.WARNING, message=said(message, message), fix=said("mend it", "改"), path=path, line=line)


def test_findings_stand_by_file_and_line_each_once() -> None:
    """Whatever order they are found in, findings are told from the top of each file, and none twice."""
    found = in_order([make_finding(9), make_finding(2, path="b.md"), make_finding(3, "x"), make_finding(9)])

    assert [(one.path, one.line) for one in found] == [("README.md", 3), ("README.md", 9), ("b.md", 2)]


def test_what_says_the_very_same_is_told_once() -> None:
    """More than three findings of one message in a file are one, with all lines."""
    (one,) = in_order(make_finding(line) for line in (7, 3, 5, 9))

    assert (one.line, one.lines) == (3, (3, 5, 7, 9))


def test_three_of_a_kind_stay_apart() -> None:
    """Up to three findings of one message stand on their own lines."""
    assert [one.line for one in in_order(make_finding(line) for line in (7, 3, 5))] == [3, 5, 7]


def test_a_finding_is_known_again_on_another_line() -> None:
    """The fingerprint leaves out lines, and tells messages, files and codes apart."""
    first = make_finding(3, "stands on line 5 already")

    assert first.fingerprint == make_finding(30, "stands on line 50 already").fingerprint
    others = (make_finding(3, "else"), make_finding(3, "stands on line 5 already", path="b.md"), make_finding(3, code="id-shared"))
    assert first.fingerprint not in {one.fingerprint for one in others}


def test_what_was_known_is_left_out_as_often_as_it_was() -> None:
    """Of three findings of which two were known the third is new."""
    known = Counter({make_finding().fingerprint: 2})

    assert [one.line for one in new_since([make_finding(1), make_finding(2), make_finding(3)], known)] == [3]
