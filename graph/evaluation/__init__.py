"""Readers and scorers of public benchmarks, and of what newsgraph must not do."""
