"""The board: kept beside the log by the worker, asked by the pages."""
