"""How a page tells a report: its words, its names, and which numbers it may tell."""

from collections.abc import Iterable

from markupsafe import Markup

from tasjil.estimate.refuse.reason import key
from tasjil.estimate.report.page.outside import Isolating, told
from tasjil.estimate.report.say import Sayer
from tasjil.estimate.report.value import Report
from tasjil.estimate.report.verdict import is_bound
from tasjil.estimate.saying import Language, Phrases, number
from tasjil.model.estimate import Estimate, Interval, Refusal, WhyRefused

ROOM = "tasjil.estimate.report.page"
FEW = 10
"""Fewer people than these are never told exactly on a published page."""


class Telling:
    """Tells the parts of one report in one language.

    Attributes:
        say: The sentences of the report.
        word: The page's own words.
        exact: Numbers of people are told as they are; else to tens, and few not at all.
    """

    def __init__(self, report: Report, language: Language, exact: bool) -> None:
        """Read the words, and remember the names that strangers gave."""
        self.report, self.language, self.exact = report, language, exact
        self.say, self.word = Sayer(language), Phrases(ROOM, language)
        self.html = Isolating(_names(report))

    def title(self, key: str) -> Markup:
        """Say a title of the page's own words."""
        return Markup("{}").format(self.word(key))

    def sentences(self, lines: Iterable[str]) -> Markup:
        """Write sentences, each a paragraph."""
        return Markup("").join(Markup("<p>{}</p>").format(self.html(x)) for x in lines)

    def people(self, count: int) -> str:
        """Say how many people, as exactly as this page may."""
        if self.exact or count == 0:
            return number(count)
        if count < FEW:
            return self.word("few.less", few=FEW)
        return self.word("few.about", n=self.rounded(count))

    def rounded(self, count: int) -> int:
        """Give a number of people for a drawing: to tens, and few as nothing."""
        if self.exact:
            return count
        return 0 if count < FEW else (count + FEW // 2) // FEW * FEW

    def hides(self, count: int) -> bool:
        """Say whether so few people are not told exactly."""
        return not self.exact and 0 < count < FEW

    def names(self, lists: Iterable[str]) -> Markup:
        """Write names of lists, each isolated."""
        return Markup(self.word("and")).join(told(each) for each in lists)

    def why(self, refusal: Refusal) -> str:
        """Say a reason in two or three words."""
        return self.why_short(refusal.why)

    def why_short(self, why: WhyRefused | None) -> str:
        """Say a kind of reason in two or three words."""
        return self.word(f"why.{key(why)}")

    def interval(self, N: Interval, bound: bool = False) -> Markup:
        """Write an interval: its middle, then its ends from left to right."""
        low, middle, high = (number(round(x)) for x in (N.low, N.median, N.high))
        if bound:
            return Markup("{} <bdi>{}</bdi>").format(self.word("at_least"), low)
        # joined so that no end of a line comes between the ends of an interval
        pair = Markup('<bdi dir="ltr"><strong>{}</strong> [{}\u2060–\u2060{}]</bdi>')
        return pair.format(middle, low, high)

    def outcome(self, outcome: Estimate | Refusal) -> Markup:
        """Write what came of a method: its interval, or why there is none."""
        if isinstance(outcome, Estimate):
            return self.interval(outcome.N, is_bound(outcome))
        said = self.html(self.say.refusal(outcome))
        return Markup("<strong>{}</strong> {}").format(self.why(outcome), said)

    def documented(self) -> tuple[str, ...]:
        """Say how many are documented, and that nothing is added to them."""
        report = self.report
        if self.exact:
            return (self.say.documented(report),)
        n, lists = self.rounded(report.n), len(report.lists)
        kind = "less" if self.hides(report.n) else "people"
        said = self.word(f"documented_about.{kind}", n=n, lists=lists, few=FEW)
        return said, self.say.word("documented.not_added")


def span(N: Interval) -> str:
    """Write the ends of an interval for a drawing."""
    return f"{number(round(N.low))}–{number(round(N.high))}"


def _names(report: Report) -> list[str]:
    named = [each.name for each in report.lists]
    named += [each.name for each in (*report.strata, *report.draws)]
    return named + [each.about for each in report.missing]
