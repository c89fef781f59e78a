"""Tests of the views: what stands in payloads and blocks."""
