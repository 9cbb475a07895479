"""Trains the reader of newsgraph: one encoder with many heads. See ../README.md."""
