"""The second generator of lists, and the gold, for tests that link what they hold."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[2] / "benchmarks" / "made_lists"))
