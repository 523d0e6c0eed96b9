"""The desks: their order, who sees each, and where their words and templates are."""

from dataclasses import dataclass

from tasjil.register.deeds import Deed


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk, or another room with pages.

    Attributes:
        name: Its folder, its address, and what its words and templates go by.
        package: Where its words and templates lie.
        deeds: Whoever may do one of these sees it; empty for everybody.
        everything: Only for those who see all records, not their own alone.
        listed: Whether it stands in the navigation.
    """

    name: str
    package: str
    deeds: tuple[Deed, ...] = ()
    everything: bool = False
    listed: bool = True


def _desk(name: str, *deeds: Deed, everything: bool = False) -> Desk:
    return Desk(name, f"tasjil.web.desks.{name}", deeds, everything)


ENTRANCE = Desk("entrance", "tasjil.web.entrance", listed=False)
"""Where people sign in; it has pages and no place in the navigation."""

DESKS: tuple[Desk, ...] = (
    _desk("home"),
    _desk("inbox", Deed.CAPTURE),
    _desk("reading", Deed.LOOK_AT_REPORTS),
    _desk("incidents", Deed.LOOK_AT_REPORTS, everything=True),
    _desk("match", Deed.JUDGE_LINK, everything=True),
    _desk("people", Deed.LOOK_AT_REPORTS, everything=True),
    _desk("proof", Deed.ASSESS, Deed.SIGN, Deed.DISSENT, everything=True),
    _desk("counts", Deed.LOOK_AT_COUNTS, everything=True),
    _desk("lists", Deed.LOOK_AT_REPORTS, everything=True),
    _desk("estimates", Deed.LOOK_AT_COUNTS, everything=True),
    _desk("sources", Deed.LOOK_AT_REPORTS),
    _desk("publishing", Deed.KEEP_CORRECTION, everything=True),
    _desk("log", Deed.LOOK_AT_LOG, everything=True),
    _desk("users", Deed.KEEP_USERS),
)
"""In the order of a day's work."""

ROOMS = (ENTRANCE, *DESKS)
