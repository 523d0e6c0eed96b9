"""Makes the pairs of names in name_pairs.py known to the tests beside it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
