"""The labels in Chinese, by their English form: a file for what is shared, and one for each further family of answers.

Layer: views.
"""

from .choosing import CHOOSING
from .citations import CITATIONS
from .common import COMMON
from .comparing import COMPARING
from .estimating import ESTIMATING
from .figures import FIGURES
from .pipeline import PIPELINE
from .related import RELATED

CHINESE = {**COMMON, **CHOOSING, **CITATIONS, **COMPARING, **ESTIMATING, **FIGURES, **PIPELINE, **RELATED}
