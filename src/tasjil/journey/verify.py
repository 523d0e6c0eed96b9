"""Is a case's log whole?"""

from tasjil.journey.case import Case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Progress
from tasjil.register.keys import ring
from tasjil.register.verify import Verified, verify_register


def verify_case(case: Case, key: Key, progress: Progress) -> Verified:
    """Check the log, every text and every table of a case's register.

    Raises:
        NoRegister: The case has not been built yet.
        LogBroken: Names the first bad entry.
    """
    told = 0

    def so_far(done: int, total: int) -> None:
        nonlocal told
        if not told:
            progress.begin("Checking entries", total)
        progress.step(done - told)
        told = done

    opened = ring.unlock(case.register_folder, key)
    return verify_register(case.register_folder, opened, so_far)
