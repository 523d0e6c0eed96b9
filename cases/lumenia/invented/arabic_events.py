"""Single incidents in Arabic, as newsrooms and monitors write of them."""

from random import Random

from invented.arabic_words import (
    DOERS,
    at,
    counted,
    does,
    joined,
    on_day,
    said_by,
    spot,
    the,
)
from invented.land import SPOTS
from invented.views import EventView, Phrase

_QUIET = (
    "وبقي الطريق المؤدي إلى المنطقة مغلقاً حتى المساء.",
    "وانقطعت الاتصالات عن المنطقة معظم ساعات النهار.",
    "ولم تفتح المحال أبوابها في صباح اليوم التالي.",
    "وطالب المجلس المحلي بإصلاح الجسر.",
    "وأُغلقت مدرستان قريبتان منذ مطلع الأسبوع.",
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
    means = {"shelling": "قصف على", "gunfire": "إطلاق نار في", "mine": "انفجار لغم في"}
    return f"قتلى في {means[view.means]} {SPOTS[view.place].name_ar}"


def _lead(view: EventView, chance: Random) -> Phrase:
    roles = ["whole"]
    inline = ""
    told = [role for role in ("women", "children") if view.parts.get(role)]
    if told and chance.random() < 0.55:
        words = joined(counted(view.parts[r], r, subject=True) for r in told)
        inline, roles = f"، بينهم {words}", roles + told
    core = _core(view, chance) + inline
    if view.own and view.first.kind == "media":
        text = core
    elif len(view.chain) <= 2 and chance.random() < 0.4:
        teller = view.chain[0]
        text = f"{does('said', teller)} {the(teller)} إن {_after_inna(view, chance)}"
        text += inline
    elif view.own:
        text = f"{core}، وفق بيان أصدرته {the(view.chain[0])}"
    else:
        text = f"{core}، {said_by(view.chain, chance)}"
    return Phrase(f"{text}.", tuple(roles), least=view.least)


def _core(view: EventView, chance: Random) -> str:
    """Say who was killed, where, when and by what."""
    where, when = at(view, chance), on_day(view.day, view.published, chance)
    who = ("ما لا يقل عن " if view.least else "") + counted(
        view.number, view.who, subject=not view.least
    )
    least = "ما لا يقل عن " if view.least else ""
    killed = least + counted(view.number, view.who, subject=False)
    side, men = DOERS.get(view.doer or "", ("", "مسلحون مجهولون"))
    if view.means == "mine":
        return chance.choice(
            (
                f"قُتل {who} بانفجار لغم أرضي {where} {when}",
                f"لقي {who} حتفهم {when} في انفجار لغم {where}",
                f"أودى انفجار لغم {where} {when} بحياة {killed}",
            )
        )
    if view.means == "shelling":
        by = f" نفذه {side}" if side else ""
        return chance.choice(
            (
                f"قُتل {who} {when} في قصف{by} على {spot(view, chance)}",
                f"لقي {who} حتفهم جراء قصف{by} على {spot(view, chance)} {when}",
                f"أسفر قصف{by} على {spot(view, chance)} {when} عن مقتل {killed}",
                f"سقط {who} قتلى {when} جراء قصف{by} استهدف {spot(view, chance)}",
            )
        )
    return chance.choice(
        (
            f"قُتل {who} برصاص {_of(men)} {where} {when}",
            f"قُتل {who} {when} حين أطلق {men} النار {where}",
            f"أطلق {men} النار {where} {when}، ما أدى إلى مقتل {killed}",
        )
    )


def _of(men: str) -> str:
    return men.replace("مسلحون مجهولون", "مسلحين مجهولين").replace("مسلحون", "مسلحين")


def _after_inna(view: EventView, chance: Random) -> str:
    """The same behind "said that", where the people come before the verb."""
    where, when = at(view, chance), on_day(view.day, view.published, chance)
    who = ("ما لا يقل عن " if view.least else "") + counted(
        view.number, view.who, subject=False
    )
    side, men = DOERS.get(view.doer or "", ("", "مسلحون مجهولون"))
    verb = "قُتلا" if view.number == 2 and not view.least else "قُتلوا"
    if view.means == "mine":
        return f"{who} {verb} بانفجار لغم {where} {when}"
    if view.means == "shelling":
        by = f" نفذه {side}" if side else ""
        return f"{who} {verb} في قصف{by} على {spot(view, chance)} {when}"
    return f"{who} {verb} برصاص {_of(men)} {where} {when}"


def _parts(view: EventView, lead: Phrase, chance: Random) -> list[Phrase]:
    found: list[Phrase] = []
    told = [r for r in ("women", "children") if view.parts.get(r)]
    if told and not set(told) & set(lead.roles):
        words = joined(counted(view.parts[role], role) for role in told)
        found.append(Phrase(f"ومن بين القتلى {words}.", tuple(told)))
    for role in ("soldiers", "fighters"):
        if view.parts.get(role):
            words = counted(view.parts[role], role)
            text = chance.choice((f"وبين القتلى {words}.", f"ومن القتلى {words}."))
            found.append(Phrase(text, (role,)))
    return found


def _hurt(view: EventView, chance: Random) -> list[Phrase]:
    many = view.parts.get("injured")
    if not many:
        return []
    text = chance.choice(
        (
            f"وأصيب {counted(many, 'people')} بجروح.",
            f"كما أصيب {counted(many, 'people')} في الحادثة نفسها.",
        )
    )
    return [Phrase(text, ("injured",))]


def _taken(view: EventView, chance: Random) -> list[Phrase]:
    many = view.parts.get("abducted")
    if not many:
        return []
    text = chance.choice(
        (
            f"واختطف المهاجمون {counted(many, 'residents', subject=False)}.",
            f"وخُطف خلال الهجوم {counted(many, 'residents')}.",
        )
    )
    return [Phrase(text, ("abducted",))]


def _named(view: EventView, chance: Random) -> list[Phrase]:
    if not view.named:
        return []
    words = joined(f"{each.name_ar} ({each.age} عاماً)" for each in view.named)
    return [Phrase(f"ومن بين القتلى {words}.", ("named",))]
