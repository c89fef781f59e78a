"""A survey of multimodal data synthesis as data you can query."""

__version__ = "0.1.0"
