"""Lets `python -m tasjil` do what `tasjil` does."""

from tasjil.cli import main

main()
