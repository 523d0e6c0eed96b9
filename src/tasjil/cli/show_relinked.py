"""What a person's word on incidents changed, as it is shown in a terminal."""

from typing import Any

from tasjil.cli.counted import many
from tasjil.cli.terminal import say
from tasjil.journey.pairs import Ends, Relinked
from tasjil.link.incidents.reasons import PEOPLE_DISAGREE


def show_relinked(done: Relinked) -> None:
    """Print the incidents as they are now, and the figure before and after."""
    for each in done.incidents:
        place = each.place or each.place_text or "no place"
        told = f"{each.act}, {place}, {each.edtf or 'no date'}"
        say(f"{each.id}: {told}, {many(len(each.claims), 'claim')}")
    if any(PEOPLE_DISAGREE in each.reasons for each in done.incidents):
        say(
            "What people said of these claims contradicts itself, so they stay apart "
            "until one word is taken back."
        )
    if done.before is None or done.after is None:
        say(f"The case does not count {done.act}: no figure changes.")
    else:
        say(f"{done.act}: {_ends(done.before)} before, {_ends(done.after)} now")


def _ends(ends: Ends) -> str:
    floor, ceiling = ends
    return f"{floor:,} to " + ("not told" if ceiling is None else f"{ceiling:,}")


def relinked_json(done: Relinked) -> dict[str, Any]:
    """Put what changed into plain JSON."""
    return {
        "act": str(done.act),
        "incidents": [
            {"id": each.id, "settled": each.settled, "claims": list(each.claims)}
            for each in done.incidents
        ],
        "words": done.words,
        "before": _plain(done.before),
        "after": _plain(done.after),
    }


def _plain(ends: Ends | None) -> dict[str, int | None] | None:
    return None if ends is None else {"floor": ends[0], "ceiling": ends[1]}
