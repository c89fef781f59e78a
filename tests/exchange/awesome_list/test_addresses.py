"""What addresses lead to."""

import pytest

from awesome_mm.exchange.awesome_list.addresses import Target, badge_target, links_from, target_of
from awesome_mm.exchange.awesome_list.pieces import Link


@pytest.mark.parametrize(
    ("href", "label", "target"),
    [
        ("https://arxiv.org/abs/2401.00001v2", "", Target("arxiv", "2401.00001")),
        ("http://www.arxiv.org/pdf/2401.00001.pdf", "", Target("arxiv", "2401.00001")),
        ("https://arxiv.org/html/2401.00001v1", "", Target("arxiv", "2401.00001")),
        ("https://doi.org/10.48550/arXiv.2401.00001", "", Target("arxiv", "2401.00001")),
        ("https://huggingface.co/papers/2401.00001", "", Target("arxiv", "2401.00001")),
        ("https://openreview.net/pdf?id=aB_c-1", "", Target("openreview", "aB_c-1")),
        ("https://dl.acm.org/doi/abs/10.1145/1234.5678", "", Target("doi", "10.1145/1234.5678")),
        ("https://github.com/a/b", "Dataset", Target("data", "https://github.com/a/b")),
        ("https://github.com/a/b", "Homepage", Target("code", "https://github.com/a/b")),
        ("https://b.example.org/x", "Source", Target("page", "https://b.example.org/x")),
        ("https://github.com/a/b", "", Target("code", "https://github.com/a/b")),
        ("https://arxiv.org/abs/1804.0962", "", Target("paper", "https://arxiv.org/abs/1804.0962")),
        (
            "https://huggingface.co/models?other=arxiv:2401.00001",
            "Model",
            Target("model", "https://huggingface.co/models?other=arxiv:2401.00001"),
        ),
        ("https://github.com/a/b/issues/34", "", Target("page", "https://github.com/a/b/issues/34")),
        ("https://github.com/a/b/blob/main/report.pdf", "", Target("paper", "https://github.com/a/b/blob/main/report.pdf")),
        ("https://huggingface.co/datasets/a/b", "", Target("data", "https://huggingface.co/datasets/a/b")),
        ("https://huggingface.co/a/b", "", Target("model", "https://huggingface.co/a/b")),
        ("https://a.github.io/b", "Code", Target("project", "https://a.github.io/b")),
        ("https://aclanthology.org/2024.acl-long.1", "Link", Target("paper", "https://aclanthology.org/2024.acl-long.1")),
        ("https://b.example.org/x", "Website", Target("project", "https://b.example.org/x")),
        ("https://b.example.org/x", "Something", Target("page", "https://b.example.org/x")),
        ("https://b.example.org/a b<c", "", Target("page", "https://b.example.org/a%20b%3Cc")),
        ("#methods", "", None),
        ("", "Code", None),
        ("ftp://a.example.org", "", None),
        ("https://[broken", "", None),
        ("https://nowhere", "", None),
    ],
)
def test_an_address_is_of_a_kind(href: str, label: str, target: Target | None) -> None:
    """Ids are bare in whatever form they were written; a place that nobody knows goes by its label."""
    found = target_of(Link(label, href, "", 0))

    assert (found and found[:2]) == (target and target[:2])


def test_badges_tell_of_repositories_and_ids() -> None:
    """A picture without a link still leads somewhere."""
    assert badge_target("https://img.shields.io/github/stars/a/b.svg?style=social") == Target("code", "https://github.com/a/b")
    assert badge_target("https://img.shields.io/badge/arXiv-2401.00001-b31b1b") == Target("arxiv", "2401.00001")
    assert badge_target("https://img.shields.io/badge/PRs-welcome-red") is None


def test_one_address_in_two_spellings_is_one_link() -> None:
    """The first spelling stays."""
    links = links_from(
        [
            Target("code", "https://github.com/A/b"),
            Target("code", "http://www.github.com/a/b/"),
            Target("code", "https://github.com/a/b.git"),
        ]
    )

    assert links.code == ("https://github.com/A/b",)
