"""How a folder that tasjil wrote is told from one that a person filled."""

OUTPUT_MARK = ".tasjil-output"
"""A file of this name says that we wrote the folder: we may replace it, and nothing in
it is a report."""
