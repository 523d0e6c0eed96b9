"""A case's lists, estimated: tables, runs that are kept, runs that are made again."""
