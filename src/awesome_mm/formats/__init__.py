"""A report as text: one file for each family of formats, and the map from name to writer."""
