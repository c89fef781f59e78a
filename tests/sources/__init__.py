"""Tests of the sources: a server on this machine plays arXiv, well and badly."""
