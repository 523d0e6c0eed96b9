"""Totals in Arabic: running, verified, complete, estimated, borrowed, corrected."""

from random import Random

from invented.arabic_words import (
    DOERS,
    PLURALS,
    area,
    at,
    counted,
    does,
    joined,
    on_date,
    on_day,
    period,
    said_by,
    the,
    weekday,
)
from invented.land import SPOTS
from invented.views import EventView, Phrase, Share, TotalView


def running(view: TotalView, chance: Random) -> Phrase:
    """A count that goes on, or one over some days."""
    scope, teller = _scope(view, chance), view.chain[0]
    object_ = counted(view.number, view.who, subject=False)
    by = f" على يد {DOERS[view.doer][0]}" if view.doer else ""
    killed = f"{object_}{by} {scope}"
    carried = f"، {said_by(view.chain, chance)}" if len(view.chain) > 2 else ""
    if chance.random() < 0.5:
        text = chance.choice(
            (
                f"{does('documented', teller)} {the(teller)} مقتل {killed}",
                f"{does('said', teller)} {the(teller)} {weekday(view.published)} "
                f"إن {_its(teller)} الموثقة بلغت {object_} قُتلوا{by} {scope}",
                f"{does('recorded', teller)} {the(teller)} مقتل {killed}",
            )
        )
        stance = "stated" if "سجّل" in text else "verified"
        return Phrase(f"{text}{carried}.", ("whole",), "documented", stance)
    said = (
        f"، {said_by(view.chain, chance)}" if not view.own else f"، وفق {the(teller)}"
    )
    subject = counted(view.number, view.who)
    found = [
        f"قُتل ما لا يقل عن {object_}{by} {scope}{said}",
        f"قُتل {subject}{by} {scope}{said}",
        f"بلغ عدد {_dead(view.who)}{by} {scope} {view.number}{said}",
        f"ارتفع عدد {_dead(view.who)}{by} {scope} إلى {view.number}{said}",
    ]
    text = chance.choice(found[view.plain :])
    return Phrase(f"{text}.", ("whole",), least="لا يقل" in text)


def verified(view: TotalView, chance: Random) -> Phrase:
    """Cases verified so far."""
    scope, teller = _scope(view, chance), view.chain[0]
    many = counted(view.number, view.who, subject=False)
    text = chance.choice(
        (
            f"{does('verified', teller)} {the(teller)} حتى الآن من مقتل {many} {scope}",
            f"{does('said', teller)} {the(teller)} إنها تمكنت حتى الآن من التحقق من "
            f"مقتل {many} {scope}",
        )
    )
    return Phrase(f"{text}.", ("whole",), "verified", "verified")


def complete(view: TotalView, chance: Random) -> Phrase:
    """A list that says it has everybody."""
    scope, teller = _scope(view, chance), view.chain[0]
    many = counted(view.number, view.who, subject=False)
    text = chance.choice(
        (
            f"{does('completed', teller)} {the(teller)} قائمتها الكاملة بمن قُتلوا "
            f"{scope}، وهي تضم {many} ولا ينقصها أحد",
            f"{does('documented', teller)} {the(teller)} مقتل {many} {scope}، وقالت إن "
            "قائمتها كاملة",
        )
    )
    return Phrase(f"{text}.", ("whole",), "documented", "verified")


def estimated(view: TotalView, chance: Random) -> Phrase:
    """An estimate, which includes people whom nobody recorded."""
    scope, teller = _scope(view, chance), view.chain[0]
    text = (
        f"{does('estimated', teller)} {the(teller)} عدد {_dead(view.who)} "
        f"{scope} بما بين {view.number} و{view.high}"
    )
    return Phrase(f"{text}.", ("whole",), "estimated", "estimated")


def derived(view: TotalView, chance: Random) -> Phrase:
    """A figure of others, told by one who did not count."""
    scope, teller = _scope(view, chance), view.chain[0]
    many = counted(view.number, view.who, subject=False)
    text = chance.choice(
        (
            f"{does('said', teller)} {the(teller)} إن تقارير تلقّاها تفيد بمقتل {many} "
            f"{scope}",
            f"أشار {the(teller)}، استناداً إلى أرقام منشورة، إلى مقتل {many} {scope}",
        )
    )
    return Phrase(f"{text}.", ("whole",))


def corrected(view: TotalView, chance: Random) -> Phrase:
    """A count that was lowered, with the figure before."""
    scope, teller = _scope(view, chance), view.chain[0]
    text = (
        f"{does('lowered', teller)} {the(teller)} حصيلة {_dead(view.who)} "
        f"{scope} من {view.before} إلى {view.number} بعد حذف أسماء مكررة"
    )
    return Phrase(f"{text}.", ("whole",))


def two_villages(view: TotalView, chance: Random) -> Phrase:
    """One number for what happened in two villages."""
    scope = _scope(view, chance)
    said = f"، {said_by(view.chain, chance)}" if not view.own else ""
    return Phrase(f"قُتل {counted(view.number, view.who)} {scope}{said}.", ("whole",))


def denied(view: EventView, chance: Random) -> Phrase:
    """A party says that it was not so."""
    when = on_day(view.day, view.published, chance)
    text = f"نفى الجيش اللوميني مقتل مدنيين على يد جنوده {at(view, chance)} {when}"
    return Phrase(f"{text}.", ("denied",), stance="denied")


def by_status(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Divide a total by what people were."""
    words = joined(counted(many, who) for who, many in parts.items())
    lead = chance.choice(("وبين القتلى", "ويتوزع القتلى على النحو التالي:"))
    return Phrase(f"{lead} {words}.", tuple(parts))


def by_province(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Divide a total by province."""
    words = "، و".join(f"{many} في {SPOTS[p].name_ar}" for p, many in parts.items())
    lead = chance.choice(("وتوزع القتلى على المحافظات كالتالي:", "وبحسب المحافظات:"))
    return Phrase(f"{lead} {words}.", tuple(parts))


def by_doer(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Divide a total by who is held to have done it."""
    words = "، و".join(f"{many} على يد {DOERS[d][0]}" for d, many in parts.items())
    return Phrase(f"ومن هؤلاء قُتل {words}.", tuple(parts))


def by_sex_age(parts: dict[str, int], view: TotalView, chance: Random) -> Phrase:
    """Tell how many of a total are women and children."""
    words = joined(counted(many, who) for who, many in parts.items())
    lead = chance.choice(("وبينهم", "ومن بين القتلى"))
    return Phrase(f"{lead} {words}.", tuple(parts))


def percentage(share: Share, view: TotalView, chance: Random) -> Phrase:
    """Tell what part of a total some are."""
    who, percent, part = share.who, share.percent, share.part
    text = chance.choice(
        (
            f"ويشكل {_nominative(who)} {percent} في المئة من القتلى.",
            f"وتبلغ نسبة {PLURALS[who]} {percent}% من القتلى.",
            f"ومن أصل {view.number} قتيلاً كان {part} ({percent} في المئة) من "
            f"{PLURALS[who]}.",
        )
    )
    return Phrase(text)


def headline(view: TotalView) -> str:
    """Write a title without a number."""
    return f"{view.first.name_ar}: الحصيلة حتى {on_date(view.published, Random(1))}"


def _dead(who: str) -> str:
    return "القتلى" if who == "people" else f"القتلى من {PLURALS[who]}"


def _its(teller: str) -> str:
    return "حصيلتها" if does("said", teller).endswith("ت") else "حصيلته"


def _nominative(who: str) -> str:
    return (
        PLURALS[who].replace("المدنيين", "المدنيون").replace("المقاتلين", "المقاتلون")
    )


def _scope(view: TotalView, chance: Random) -> str:
    where, when = area(view.where, chance), period(view, chance)
    return f"{where} {when}"
