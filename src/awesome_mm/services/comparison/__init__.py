"""Works side by side, row by row: what ``compare`` answers.

Layer: services.
"""
