"""How near works are to each other: each kind of evidence by itself; ``services.related`` weighs them together.

Layer: services.
"""
