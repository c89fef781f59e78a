"""The names of the orders, apart from how they are made: the options name them on every run.

Layer: services.
"""

ORDERS = ("published", "name", "category", "scale")
