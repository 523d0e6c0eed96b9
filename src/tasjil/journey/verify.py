"""Is a case's log whole?"""

from collections.abc import Sequence
from pathlib import Path

from tasjil.journey.case import Case
from tasjil.journey.checkpoint import read_checkpoints
from tasjil.journey.opening import Key
from tasjil.journey.progress import Progress, told_to
from tasjil.journey.timestamp import read_roots
from tasjil.register.keys import ring
from tasjil.register.signatures.checkpoints import Brought
from tasjil.register.verify import Verified, verify_register


def verify_case(
    case: Case,
    key: Key,
    progress: Progress,
    kept: Sequence[Path] = (),
    roots: Path | None = None,
) -> Verified:
    """Check the log, every text and every table of a case's register.

    Args:
        case: The case.
        key: Opens its register.
        progress: Told how far it is.
        kept: Files with checkpoints that were kept elsewhere.
        roots: A file with the root certificates of time authorities.

    Raises:
        BadCheckpoint: A file holds no checkpoint of this office.
        NoRegister: The case has not been built yet.
        LogBroken: Names the first bad entry.
    """
    opened = ring.unlock(case.register_folder, key)
    told = told_to(progress, "Checking entries")
    trusted = None if roots is None else read_roots(roots)
    brought = Brought(read_checkpoints(kept), trusted)
    return verify_register(case.register_folder, opened, told, brought)
