"""The labels in Chinese, by their English form: a file for what is shared, and one for each further family of answers.

Layer: views.
"""

from .common import COMMON
from .comparing import COMPARING
from .figures import FIGURES
from .pipeline import PIPELINE
from .related import RELATED

CHINESE = {**COMMON, **COMPARING, **FIGURES, **PIPELINE, **RELATED}
