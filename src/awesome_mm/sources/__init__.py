"""The network, and nothing but: one adapter for each service."""
