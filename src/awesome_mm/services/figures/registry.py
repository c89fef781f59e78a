"""The figures by name. A new one is a file beside this and a line here.

Layer: services.
"""

from collections.abc import Callable, Mapping, Sequence

from ...model.brief import Brief
from ...model.catalog import Catalog
from .chart import Chart
from .matrix import matrix
from .models import models
from .openness import openness
from .organizations import organizations
from .scale import scale
from .taxonomy import taxonomy
from .timeline import timeline

FIGURES: Mapping[str, Callable[[Catalog, Sequence[Brief]], Chart]] = {
    "timeline": timeline,
    "matrix": matrix,
    "models": models,
    "scale": scale,
    "openness": openness,
    "organizations": organizations,
    "taxonomy": taxonomy,
}
