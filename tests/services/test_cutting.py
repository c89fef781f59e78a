"""How a run of Chinese is cut into words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.search_lines import SearchLines
from awesome_mm.services.cutting import cut

LINES = SearchLines.of("s用于图像编辑的数据集\ns图像描述数据集\no字节跳动\ns编辑指令\ns描述".encode())


@pytest.mark.parametrize(
    ("run", "pieces"),
    [
        ("字节跳动图像编辑", ("字节跳动", "图像", "编辑")),
        ("图像编辑数据集", ("图像", "编辑", "数据集")),
        ("给图像写描述", ("图像", "描述")),
        ("图像编辑天气预报", ("图像", "编辑", "天气预报")),
        ("蛋白质折叠", ("蛋白质折叠",)),
        ("图像", ("图像",)),
        ("不知道", ("不知道",)),
        ("editing", ("editing",)),
    ],
)
def test_a_run_falls_into_what_the_catalog_knows(run: str, pieces: tuple[str, ...]) -> None:
    """Pieces that many entries hold are words; what nobody wrote stays together; short runs and other words stay whole."""
    assert cut([run], LINES) == pieces


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="图像编辑的字节跳动描述数据集写天气", min_size=4, max_size=100))
def test_pieces_stand_in_the_run(run: str) -> None:
    """Nothing is made up, nothing is a single character, and each piece comes once."""
    pieces = cut([run], LINES)

    assert len(set(pieces)) == len(pieces)
    assert all(piece in run and len(piece) > 1 for piece in pieces)
