"""Single incidents in English, as newsrooms and monitors write of them."""

from random import Random

from invented.english_words import (
    DOERS,
    at,
    capital,
    counted,
    joined,
    number,
    on_day,
    said_by,
    spot,
    the,
)
from invented.views import EventView, Phrase

_QUIET = (
    "The road into the village stayed closed until the evening.",
    "Telephone lines in the area were down for most of the day.",
    "Shops in the district did not open the next morning.",
    "The district council asked for the bridge to be repaired.",
    "Two schools nearby have been shut since the start of the week.",
    "Families were still waiting for news outside the clinic at nightfall.",
)


def event(view: EventView, chance: Random) -> list[list[Phrase]]:
    """Tell one incident in two or three short paragraphs."""
    lead = _lead(view, chance)
    second = [*_parts(view, lead, chance), *_hurt(view, chance), *_taken(view, chance)]
    last = [*_named(view, chance)]
    if chance.random() < 0.6:
        last.append(Phrase(chance.choice(_QUIET)))
    return [lines for lines in ([lead], second, last) if lines]


def headline(view: EventView) -> str:
    """Write a title without a number."""
    means = {"shelling": "shelling", "gunfire": "shooting", "mine": "mine blast"}
    return (
        f"Deaths reported in {means[view.means]} in {view.place.split('-')[0].title()}"
    )


def _lead(view: EventView, chance: Random) -> Phrase:
    many = ("at least " if view.least else "") + counted(view.number, view.who)
    inline = ""
    roles = ["whole"]
    tells_parts = view.parts.get("women") or view.parts.get("children")
    if tells_parts and chance.random() < 0.55:
        inline, more = _included(view)
        roles += more
    core = _core(view, (many, inline), chance)
    wrapped = _own if view.own else _attributed
    text = wrapped(view, core, chance)
    text = f"{capital(text)}.".replace(",,", ",").replace(",.", ".")
    return Phrase(text, tuple(roles), least=view.least)


def _own(view: EventView, core: str, chance: Random) -> str:
    """Tell it as the publisher's own account."""
    if view.first.kind == "media":
        return core
    return chance.choice(
        (
            f"{the(view.chain[0])} said that {core}",
            f"{core}, {the(view.chain[0])} said in a statement",
        )
    )


def _attributed(view: EventView, core: str, chance: Random) -> str:
    if len(view.chain) == 2 and chance.random() < 0.3:
        return f"{the(view.chain[0])} said that {core}"
    return f"{core}, {said_by(view.chain, chance)}"


def _core(view: EventView, dead: tuple[str, str], chance: Random) -> str:
    """Say who was killed, where, when and by what."""
    tellings = {"mine": _mine, "shelling": _shelled, "gunfire": _shot}
    return chance.choice(tellings[view.means](view, dead, chance))


def _mine(view: EventView, dead: tuple[str, str], chance: Random) -> list[str]:
    many, inside = dead
    who = f"{many}{inside}," if inside else many
    where, when = at(view, chance), on_day(view.day, view.published, chance)
    return [
        f"{who} were killed {when} when a mine exploded {where}",
        f"{who} died {when} when a vehicle hit a mine {where}",
        f"a mine explosion {where} {when} claimed the lives of {many}{inside}",
        f"a mine that went off {where} {when} left {many} dead{inside}",
    ]


def _shelled(view: EventView, dead: tuple[str, str], chance: Random) -> list[str]:
    many, inside = dead
    who = f"{many}{inside}," if inside else many
    where, when = at(view, chance), on_day(view.day, view.published, chance)
    by = f" by {DOERS[view.doer][0]}" if view.doer else ""
    fired = f" fired{by}" if by else ""
    on = spot(view, chance)
    return [
        f"{who} were killed {when} when shells{fired} fell on {on}",
        f"shelling{by} killed {who} {where} {when}",
        f"{who} died in shelling{by} {where} {when}",
        f"artillery fire{by} on {on} left {many} dead {when}{inside}",
        f"{who} lost their lives {when} when shells{fired} hit houses {where}",
    ]


def _shot(view: EventView, dead: tuple[str, str], chance: Random) -> list[str]:
    many, inside = dead
    who = f"{many}{inside}," if inside else many
    where, when = at(view, chance), on_day(view.day, view.published, chance)
    men = DOERS[view.doer][1] if view.doer else "gunmen"
    return [
        f"{who} were shot dead {where} {when}{' by ' + men if view.doer else ''}",
        f"{men} shot dead {who} {where} {when}",
        f"{who} were killed {when} when {men} opened fire {where}",
        f"a shooting {where} {when} left {many} dead{inside}",
        f"{men} who entered {spot(view, chance)} {when} killed {many}{inside}",
    ]


def _included(view: EventView) -> tuple[str, list[str]]:
    told = [role for role in ("women", "children") if view.parts.get(role)]
    words = joined(counted(view.parts[role], role) for role in told)
    return f", including {words}", told


def _parts(view: EventView, lead: Phrase, chance: Random) -> list[Phrase]:
    found: list[Phrase] = []
    told = [r for r in ("women", "children") if view.parts.get(r)]
    if told and not set(told) & set(lead.roles):
        words = joined(counted(view.parts[role], role) for role in told)
        found.append(Phrase(f"Among the dead were {words}.", tuple(told)))
    for role in ("soldiers", "fighters"):
        if view.parts.get(role):
            many = view.parts[role]
            text = chance.choice(
                (
                    f"{capital(number(many))} of the dead were {role}.",
                    f"The dead include {counted(many, role)}.",
                )
            )
            found.append(Phrase(text, (role,)))
    return found


def _hurt(view: EventView, chance: Random) -> list[Phrase]:
    many = view.parts.get("injured")
    if not many:
        return []
    text = chance.choice(
        (
            f"Another {counted(many, 'people')} were wounded.",
            f"{capital(counted(many, 'people'))} were injured in the same attack.",
            f"The wounded, {number(many)} in all, were taken to hospital.",
        )
        if view.means != "mine"
        else (f"{capital(counted(many, 'people'))} were also wounded.",)
    )
    return [Phrase(text, ("injured",))]


def _taken(view: EventView, chance: Random) -> list[Phrase]:
    many = view.parts.get("abducted")
    if not many:
        return []
    text = chance.choice(
        (
            f"{capital(counted(many, 'residents'))} were abducted during the attack.",
            f"The attackers took {counted(many, 'residents')} away with them.",
        )
    )
    return [Phrase(text, ("abducted",))]


def _named(view: EventView, chance: Random) -> list[Phrase]:
    if not view.named:
        return []
    words = joined(f"{each.name}, {each.age}," for each in view.named).rstrip(",")
    if len(view.named) == 1:
        return [Phrase(f"One of those killed was {words}.", ("named",))]
    opening = chance.choice(("Among those killed were", "The dead include"))
    return [Phrase(f"{opening} {words}.", ("named",))]
