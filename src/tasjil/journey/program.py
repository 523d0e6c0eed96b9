"""What the register writes down as the author of what the program does."""

from tasjil import __version__

PROGRAM = f"tasjil/{__version__}"
