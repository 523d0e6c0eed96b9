"""Registers on a PostgreSQL server: each case in a schema of its own."""
