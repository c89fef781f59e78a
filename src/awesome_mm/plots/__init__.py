"""Pictures drawn with matplotlib, which is an extra: this package alone imports it, and is imported only to draw.

Layer: plots.
"""
