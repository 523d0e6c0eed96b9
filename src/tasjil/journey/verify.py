"""Is a case's log whole?"""

from tasjil.journey.case import Case
from tasjil.journey.opening import Key
from tasjil.journey.progress import Progress, told_to
from tasjil.register.keys import ring
from tasjil.register.verify import Verified, verify_register


def verify_case(case: Case, key: Key, progress: Progress) -> Verified:
    """Check the log, every text and every table of a case's register.

    Raises:
        NoRegister: The case has not been built yet.
        LogBroken: Names the first bad entry.
    """
    opened = ring.unlock(case.register_folder, key)
    told = told_to(progress, "Checking entries")
    return verify_register(case.register_folder, opened, told)
