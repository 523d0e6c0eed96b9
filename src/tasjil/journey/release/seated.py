"""Makes, asks for and publishes a release for whoever comes with a key."""

from tasjil.journey.case import Case
from tasjil.journey.opening import Key, Seat, open_register
from tasjil.journey.progress import Progress
from tasjil.journey.release.draft import make_draft
from tasjil.journey.release.drafted import Draft
from tasjil.journey.release.publishing import ask_release, publish_release
from tasjil.model.ids import ReleaseId


def draft_of(case: Case, key: Key, progress: Progress) -> Draft:
    """Make the draft of the next release."""
    with open_register(case, key) as register:
        return make_draft(case, Seat(register.user, register=register), progress)


def ask_leave(case: Case, key: Key, because: str) -> int:
    """Ask a second person for leave to publish the draft."""
    return ask_release(case, key, because)


def publish_draft(case: Case, key: Key, because: str) -> ReleaseId:
    """Publish the draft that a second person agreed to."""
    with open_register(case, key) as register:
        seat = Seat(register.user, register=register)
        return publish_release(case, seat, because)
