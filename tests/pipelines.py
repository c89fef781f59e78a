"""Makes stages with steps and routes for tests: single ones, and whole pipelines of every shape."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from awesome_mm.model.facts import Route, Step
from awesome_mm.services.flow import DROP, KEEP
from tests.factories import make_stage, make_text


def route(to: str, when: str = "it holds") -> Route:
    """Return a route to a stage, or out."""
    return Route(when=make_text(when, "条件成立"), to=to)


def step(step_id: str, action: str = "generate", **more: Any) -> Step:
    """Return a stage inside a stage, which is called as its id."""
    return Step(id=step_id, name=make_text(step_id.title()), action=action, **more)


@st.composite
def stage_lists(draw: st.DrawFn) -> list[Any]:
    """Draw stages and steps, two levels deep, with routes to anywhere, rounds, and stages that come after any earlier ones."""
    counts = draw(st.lists(st.integers(0, 3), min_size=1, max_size=5))
    ids = [one for place, count in enumerate(counts) for one in (f"s{place}", *(f"s{place}-{inner}" for inner in range(count)))]

    def more(earlier: Sequence[str]) -> dict[str, Any]:
        targets = draw(st.lists(st.sampled_from([*ids, KEEP, DROP]), max_size=2))
        after = draw(st.none() | st.lists(st.sampled_from(earlier), unique=True, max_size=2).map(tuple)) if earlier else None
        return {
            "routes": tuple(map(route, targets)),
            "repeat": draw(st.none() | st.integers(0, 3)),
            "after": after,
            "action": draw(st.sampled_from(["generate", "filter", "train", "mix"])),
        }

    stages = []
    for place, count in enumerate(counts):
        names = [f"s{place}-{inner}" for inner in range(count)]
        steps = tuple(step(name, **more(names[:inner])) for inner, name in enumerate(names))
        stages.append(make_stage(f"s{place}", steps=steps, **more([f"s{one}" for one in range(place)])))
    return stages
