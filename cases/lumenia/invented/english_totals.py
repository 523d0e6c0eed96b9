"""Totals in English: running, verified, complete, estimated, borrowed, corrected."""

from random import Random

from invented.english_words import (
    DOERS,
    NOUNS,
    area,
    at,
    capital,
    counted,
    joined,
    number,
    on_date,
    on_day,
    period,
    said_by,
    the,
)
from invented.land import SPOTS
from invented.views import EventView, Phrase, Share, TotalView


def running(view: TotalView, chance: Random) -> Phrase:
    """A count that goes on, or one over some days."""
    if chance.random() < 0.5:
        text = chance.choice(_documented(view, chance))
        if len(view.chain) > 2:  # the words have to say who carried it
            text = f"{text}, {the(view.chain[1])} reported"
        stance = "verified" if "documented" in text else "stated"
        return Phrase(_end(text), ("whole",), "documented", stance)
    found = _reported(view, chance)
    text = chance.choice(found[view.plain :])
    return Phrase(_end(text), ("whole",), least=text.startswith("at least"))


def _documented(view: TotalView, chance: Random) -> list[str]:
    """Words that say the dead were counted one by one."""
    many, scope = counted(view.number, view.who), _scope(view, chance)
    by = f" by {DOERS[view.doer][0]}" if view.doer else ""
    teller, killed = the(view.chain[0]), f"the killing of {many}{by} {scope}"
    found = [
        f"{teller} has documented {killed}",
        f"{teller} has recorded {killed}",
        f"{many} were killed{by} {scope}, according to cases documented by {teller}",
    ]
    if not view.doer:
        found.append(f"{teller} has documented {number(view.number)} deaths {scope}")
    if view.who != "people":
        found = [line for line in found if "deaths" not in line]
    if view.own:
        when = f"on {view.published:%A}"
        found.append(f"we have documented {killed}")
        found.append(f"{teller} said {when} that it had documented {killed}")
    return found


def _reported(view: TotalView, chance: Random) -> list[str]:
    """Words that do not say how the dead were counted."""
    many, scope = counted(view.number, view.who), _scope(view, chance)
    by = f" by {DOERS[view.doer][0]}" if view.doer else ""
    teller, kinds = the(view.chain[0]), NOUNS[view.who][1]
    said = f"{teller} said on {view.published:%A}"
    if not view.own:
        said = said_by(view.chain, chance)
    found = [
        f"at least {many} have been killed{by} {scope}, {said}",
        f"{many} have been killed{by} {scope}, {said}",
        f"the number of {kinds} killed{by} {scope} has reached {view.number:,}, {said}",
    ]
    if len(view.chain) < 3:
        found.append(
            f"{teller} puts the number of {kinds} killed{by} {scope} at {view.number:,}"
        )
    if not view.doer and view.who in ("people", "civilians"):
        toll = (
            "the civilian death toll" if view.who == "civilians" else "the death toll"
        )
        found.append(f"{toll} {scope} stands at {view.number:,}, {said}")
    return found


def verified(view: TotalView, chance: Random) -> Phrase:
    """Cases verified so far."""
    many, scope = counted(view.number, view.who), _scope(view, chance)
    teller = the(view.chain[0])
    text = chance.choice(
        (
            f"{teller} has verified the killing of {many} {scope} so far",
            f"{teller} said it had so far been able to verify the deaths of {many} "
            f"{scope}",
            f"{teller} has to date verified that {many} were killed {scope}",
        )
    )
    return Phrase(_end(text), ("whole",), "verified", "verified")


def complete(view: TotalView, chance: Random) -> Phrase:
    """A list that says it has everybody."""
    many, scope = counted(view.number, view.who), _scope(view, chance)
    teller = the(view.chain[0])
    text = chance.choice(
        (
            f"{teller} has completed its list of those killed {scope}: it holds "
            f"{many}, and no one is missing from it",
            f"{teller} documented {many} killed {scope}, and says that its list is "
            "complete",
            f"in all {many} were killed {scope}, according to the complete list "
            f"of {teller}",
        )
    )
    return Phrase(_end(text), ("whole",), "documented", "verified")


def estimated(view: TotalView, chance: Random) -> Phrase:
    """An estimate, which includes people whom nobody recorded."""
    scope, teller = _scope(view, chance), the(view.chain[0])
    who = NOUNS[view.who][1]
    text = chance.choice(
        (
            f"{teller} estimates that between {view.number:,} and {view.high:,} {who} "
            f"were killed {scope}",
            f"the number of {who} killed {scope} is estimated at between "
            f"{view.number:,} and {view.high:,}, {teller} said",
        )
    )
    return Phrase(_end(text), ("whole",), "estimated", "estimated")


def derived(view: TotalView, chance: Random) -> Phrase:
    """A figure of others, told by one who did not count."""
    many, scope = counted(view.number, view.who), _scope(view, chance)
    who, teller = NOUNS[view.who][1], the(view.chain[0])
    text = chance.choice(
        (
            f"reports received by {teller} put the number of {who} killed {scope} "
            f"at {view.number:,}",
            f"{teller} said that {many} had been killed {scope}, a figure it took "
            "from published reports",
            f"according to reports that {teller} has seen, {many} have been killed "
            f"{scope}",
        )
    )
    return Phrase(_end(text), ("whole",))


def corrected(view: TotalView, chance: Random) -> Phrase:
    """A count that was lowered, with the figure before."""
    scope, teller = _scope(view, chance), the(view.chain[0])
    who, before = NOUNS[view.who][1], view.before or 0
    text = chance.choice(
        (
            f"{teller} lowered its count of {who} killed {scope} from {before:,} to "
            f"{view.number:,}, after finding names that had been entered twice",
            f"{teller} revised the number of {who} killed {scope} down to "
            f"{view.number:,}, from {before:,}",
        )
    )
    return Phrase(_end(text), ("whole",))


def two_villages(view: TotalView, chance: Random) -> Phrase:
    """One number for what happened in two villages."""
    many, scope = counted(view.number, view.who), _scope(view, chance)
    said = f", {said_by(view.chain, chance)}" if not view.own else ""
    text = chance.choice(
        (
            f"{many} were killed {scope}{said}",
            f"a total of {many} were killed {scope}{said}",
        )
    )
    return Phrase(_end(text), ("whole",))


def denied(view: EventView, chance: Random) -> Phrase:
    """A party says that it was not so."""
    when = on_day(view.day, view.published, chance)
    where = at(view, chance)
    text = chance.choice(
        (
            f"the Lumenian army denied that its soldiers had killed civilians {where} "
            f"{when}",
            f"an army spokesman denied killing any civilian {where} {when}",
        )
    )
    return Phrase(_end(text), ("denied",), stance="denied")


def by_status(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Divide a total by what people were."""
    words = joined(counted(many, who) for who, many in parts.items())
    each = joined(f"{number(many)} were {who}" for who, many in parts.items())
    text = chance.choice(
        (
            f"The dead include {words}.",
            f"Of these, {each}.",
            f"{capital(each)}, {view.first.short[0]} said.",
        )
    )
    return Phrase(text, tuple(parts))


def by_province(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Divide a total by province."""
    first, *rest = parts.items()
    lead = f"{number(first[1])} deaths in {SPOTS[first[0]].name}"
    more = [f"{number(many)} in {SPOTS[place].name}" for place, many in rest]
    words = joined([lead, *more])
    text = chance.choice(
        (
            f"By province, {view.first.short[0]} recorded {words}.",
            f"{capital(view.first.short[0])} counted {words}.",
        )
    )
    return Phrase(text, tuple(parts))


def by_doer(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Divide a total by who is held to have done it."""
    words = joined(
        f"{number(many)} {'of the deaths ' if not at else ''}to {DOERS[doer][0]}"
        for at, (doer, many) in enumerate(parts.items())
    )
    text = chance.choice(
        (
            f"{capital(view.first.short[0])} attributes {words}.",
            f"It attributes {words}.",
        )
    )
    return Phrase(text, tuple(parts))


def by_sex_age(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Tell how many of a total are women and children."""
    words = joined(counted(many, who) for who, many in parts.items())
    text = chance.choice(
        (f"Among them are {words}.", f"The figure includes {words}."),
    )
    return Phrase(text, tuple(parts))


def percentage(share: Share, view: TotalView, chance: Random) -> Phrase:
    """Tell what part of a total some are."""
    who, percent, part = share.who, share.percent, f"{share.part:,}"
    kinds = capital(NOUNS[who][1])
    text = chance.choice(
        (
            f"{kinds} make up {percent} per cent of the dead.",
            f"{kinds} account for {percent}% of the dead, {view.first.short[0]} said.",
            f"Of the {view.number:,} dead, {part} ({percent} per cent) were "
            f"{NOUNS[who][1]}.",
        )
    )
    return Phrase(text)


def headline(view: TotalView) -> str:
    """Write a title without a number."""
    return f"{view.first.name}: the count as of {on_date(view.published)}"


def _scope(view: TotalView, chance: Random) -> str:
    where, when = area(view.where, chance), period(view, chance)
    return f"{where} {when}"


def _end(text: str) -> str:
    return capital(text).replace(",,", ",").rstrip(",") + "."
