"""What looks like a fault and is none: a check that cries wolf is not read."""

import json
from pathlib import Path

import pytest

from tests.cli.catalogs import table, write_catalog
from tests.commands import call

ALPHA = "- [Alpha: Making Data](https://arxiv.org/abs/2501.01234)"
DATED = "## Methods\n\n- **Alpha** [(arXiv)](https://arxiv.org/abs/{})\n  - **Publication**: {}\n"


def lint(capsys: pytest.CaptureFixture[str], *paths: str) -> list[str]:
    """Return the codes of what is found in the files."""
    return [one["code"] for one in json.loads(call(capsys, "lint", *paths, "--format", "json").out)["findings"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"## A\n\n{ALPHA}\n\n## B\n\n{ALPHA}\n", id="a work in two sections"),
        pytest.param(
            "## Data\n\n| Dataset | Links |\n|---|---|\n| Cap | [Paper](https://arxiv.org/abs/2501.01234) |\n"
            "| Ask | [Paper](https://arxiv.org/abs/2501.01234) |\n",
            id="two datasets of one paper",
        ),
        pytest.param(DATED.format("2506.00001", "arXiv May 2025"), id="sent in on the last of May, numbered in June"),
        pytest.param(DATED.format("2412.00001", "ICCV 2025 | arXiv December 2024"), id="a conference after arXiv"),
        pytest.param(DATED.format("2408.00001", "arXiv August 2024 (v3: October 2024)"), id="a later version"),
        pytest.param(DATED.format("2502.00001", "NeurIPS 2024"), id="at arXiv soon after the conference"),
        pytest.param(
            "## Models\n\n| Model | Release Time | Link |\n|---|---|---|\n| GPT-X | 2022-01 | [p](https://arxiv.org/abs/2203.02155) |\n",
            id="a release",
        ),
        pytest.param(f"## Data\n\n**Honey (15M samples)**\n\n- Short (12.2M)\n- Long (2.7M)\n\n## M\n\n{ALPHA}\n", id="a rounded sum"),
        pytest.param(f"## Data\n\n- Images (31.2%)\n- More (43.0%)\n- Video (25.9%)\n\n## M\n\n{ALPHA}\n", id="rounded shares"),
        pytest.param(
            f"## Data\n\n- Images (31%)\n- Win rate (43%)\n- Recall (15%)\n\n## M\n\n{ALPHA}\n", id="percentages of different things"
        ),
        pytest.param(
            f"## Statistics\n\n- Papers: 30+\n- Total Methods (1)\n\n## Methods\n\n{ALPHA}\n", id="a count that is right, and one at least"
        ),
        pytest.param(
            f"* [1 Methods](#1-methods)\n* [2 More](#2-more)\n\n## 1 Methods\n\n{ALPHA}\n\n## 2 More\n\n{ALPHA}\n", id="numbered contents"
        ),
        pytest.param(f"[Top](#top) [M](#METHODS) [U](#user-content-methods)\n\n## Methods\n\n{ALPHA}\n", id="anchors in other forms"),
        pytest.param(
            f"## Methods\n\n{ALPHA} `**kwargs` $a^{{**}}$ $b$ \\*\\*x\\*\\*\n\n```\n**code**](x\n```\n", id="stars in code and formulas"
        ),
        pytest.param(
            f"[![x](https://img.shields.io/badge/Papers-1-blue)](#methods)\n\n## Methods\n\n{ALPHA}\n", id="a badge that is right"
        ),
        pytest.param(f"## Methods\n\n{ALPHA} ![fig](https://arxiv.org/html/2501.01234v1/x1.png)\n", id="a picture of a version"),
        pytest.param(
            "[English](README.md) | [中文](README_zh.md)\n\n## Methods\n\n" + ALPHA + "\n", id="files beside a file that was downloaded"
        ),
    ],
)
def test_no_alarm_in_a_list(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is found where nothing is wrong."""
    path = tmp_path / "README.md"
    path.write_text(text, encoding="utf-8")

    assert lint(capsys, str(path)) == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("makes 5.4B pairs in four stages", "四阶段合成54亿样本"),
        ("from September 2025, arXiv:2501.01234", "2025年9月，编号2501.01234"),
        ("improves by 3.1 points with 1,000 samples", "以1000样本提升3.1个点"),
    ],
)
def test_no_alarm_in_two_languages(english: str, chinese: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers that are written otherwise in the other language are the same numbers."""
    beta = "- [Beta: Filtering Data](https://arxiv.org/abs/2402.00002)"
    (tmp_path / "en.md").write_text(f"# List\n\n## Methods\n\n{ALPHA}: {english}\n{beta}\n", encoding="utf-8")
    (tmp_path / "zh.md").write_text(f"# 列表\n\n## 方法\n\n{ALPHA}：{chinese}\n{beta}\n", encoding="utf-8")

    assert lint(capsys, str(tmp_path / "en.md"), str(tmp_path / "zh.md")) == []


@pytest.mark.parametrize(
    "more",
    [
        (
            'published = "2025-02"\nlinks.arxiv = ["2505.00275"]\n'
            'disputes = [{ field = "published", listed = "2025-02", reason = { en = "A talk first.", zh = "先有报告。" } }]'
        ),
        'published = "2025-06"\nlinks.arxiv = ["2501.01234"]\nvenue = { name = "CVPR", year = 2025 }',
        'published = 2024-12-30\nlinks.arxiv = ["2501.01234"]',
        'aliases = ["Alpha-1"]',
    ],
)
def test_no_alarm_in_a_catalog(more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What an entry disputes itself, the date of its venue, and a day of the month before are no fault."""
    assert lint(capsys, write_catalog(tmp_path / "catalog.toml", table("alpha", more=more))) == []
