"""Options, wiring, exit codes: the one layer that knows all others, and the one place that exits."""
