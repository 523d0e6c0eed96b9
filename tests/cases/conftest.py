"""The invented country, for the tests of its worlds."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "cases" / "lumenia"))
