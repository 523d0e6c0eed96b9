"""An erasing as a person sees it: what will go, the question, and what went."""

from datetime import UTC, datetime

from tasjil.cli.counted import many
from tasjil.cli.terminal import SOME_FAILED, line, say
from tasjil.cli.typed import confirmed
from tasjil.journey.case import Case
from tasjil.journey.erase import Asked, Gone, erase, sweep, what_goes
from tasjil.journey.opening import Key
from tasjil.register.box.erasing import Leaving

WORD = "erase"
"""What a person types where no reference stands for what they mean."""


def erase_and_tell(
    case: Case, key: Key, asked: Asked, because: str, *, sure: bool
) -> int:
    """Show what would go, have it confirmed, destroy it, and say what is left to do."""
    if asked == Asked(None):
        return _sweep_again(case, key)
    say(f"To be destroyed: {what(what_goes(case, key, asked))}.")
    confirmed(sure, asked.who or WORD)
    gone = erase(case, key, asked, because)
    line(f"Destroyed: {what(gone.leaving)}.")
    for sentence in left_to_do(gone):
        say(sentence)
    return 0 if gone.swept and not gone.files else SOME_FAILED


def _sweep_again(case: Case, key: Key) -> int:
    """Write over what an earlier erasing could not, as others had the register open."""
    if sweep(case, key):
        say("The space of all that was destroyed before is written over.")
        return 0
    say("Another program has the register open: close it, and try again.")
    return SOME_FAILED


def what(leaving: Leaving) -> str:
    """Say what goes.

    Example:
        >>> what(Leaving("p-7k3q-m2xd", ("sha256:00",), ("c-1", "c-2"), ("sha256:00",)))
        'who p-7k3q-m2xd is; 1 report, with 2 claims'
    """
    parts = [] if leaving.who is None else [f"who {leaving.who} is"]
    if leaving.reports:
        reports = many(len(leaving.reports), "report")
        parts.append(f"{reports}, with {many(len(leaving.claims), 'claim')}")
    if leaving.lists:
        parts.append(f"{many(len(leaving.lists), 'list')}, with every row")
    if leaving.assessments:
        rest = many(len(leaving.assessments), "assessment")
        parts.append(f"{rest} that rest on these claims")
    if leaving.shared:
        parts.append(
            f"but not {many(len(leaving.shared), 'text')} that another report has too"
        )
    return "; ".join(parts) or "nothing"


def left_to_do(gone: Gone) -> list[str]:
    """Say what the program cannot reach."""
    lines = [
        f"Still there, and yours to remove: {path}. It holds what was erased, and is "
        "not captured again."
        for path in gone.files
    ]
    if not gone.swept:
        lines.append(
            "Another program has the register open, so the space of what was destroyed "
            "is not written over yet. Close it, then: tasjil erase CASE --because again"
        )
    lines.append(
        "The pages were removed: build the case again. Copies of the case and pages "
        "handed on are out of reach: see them destroyed too."
    )
    lines.append(in_backups(gone.last_backup))
    if gone.sent:
        lines.append(
            "Other offices that were sent a bundle still hold what it brought them, "
            "until they import the next one: tasjil export CASE"
        )
    return lines


def in_backups(last: datetime | None) -> str:
    """Say that backups made before still hold what was destroyed.

    Example:
        >>> in_backups(datetime(2031, 6, 1, 9, tzinfo=UTC)).partition(". ")[0]
        'The last whole backup was made on 2031-06-01 at 09:00 UTC'
    """
    if last is None:
        return (
            "No whole backup is on record here; a travel copy, or a backup made "
            "elsewhere, still holds what was destroyed: see it destroyed too."
        )
    made = last.astimezone(UTC).strftime("%Y-%m-%d at %H:%M UTC")
    return (
        f"The last whole backup was made on {made}. What the register held by then is "
        "still in it, in those before it and in travel copies: see them destroyed "
        "too, and make a new one: tasjil backup CASE FILE"
    )
