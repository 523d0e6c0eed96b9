"""The sentences of a report, in English or Arabic: verdict, assumptions, findings."""

from collections.abc import Sequence

from tasjil.estimate.refuse import LIMITS, Limits, said
from tasjil.estimate.report.parts import (
    Chains,
    Expected,
    Fit,
    MissingShown,
    Odd,
    Varied,
)
from tasjil.estimate.report.value import Report
from tasjil.estimate.report.verdict import Kind
from tasjil.estimate.saying import Language, Phrases, number, percent
from tasjil.model.estimate import Method, Refusal

ROOM = "tasjil.estimate.report"


class Sayer:
    """Says the parts of a report in one language.

    Example:
        >>> Sayer(Language.EN).method(Method.LCMCR)
        'latent classes'
    """

    def __init__(self, language: Language = Language.EN) -> None:
        """Read the words of the language."""
        self.language = language
        self.word = Phrases(ROOM, language)

    def method(self, method: Method) -> str:
        """Name a method."""
        return self.word(f"method.{method.value}")

    def assumes(self, method: Method) -> str:
        """Say what a method takes for granted, in a sentence or two."""
        return self.word(f"assumes.{method.value}")

    def warning(self) -> str:
        """Say what no data can test; it stands on every form of a report."""
        return self.word("identification.warning")

    def documented(self, report: Report) -> str:
        """Say how many are documented, and that nothing is added to them."""
        lists = len(report.lists)
        people = self.word("documented.people", n=report.n, lists=lists)
        return f"{people} {self.word('documented.not_added')}"

    def verdict(self, report: Report) -> tuple[str, ...]:
        """Say what may be said in the end, sentence by sentence."""
        told = [self._verdict(report)]
        found = report.verdict
        if found.apart:
            told.append(self.word("verdict.apart"))
        if found.bound is not None:
            told.append(self.word("verdict.beside", bound=round(found.bound)))
        if report.set_aside:
            names = [self.method(each.method) for each in report.set_aside]
            told.append(self.word("verdict.aside", n=len(names), methods=names))
            told.append(self._spread(report))
        if report.stopped:
            told.append(self.word("verdict.stopped"))
        return tuple(told)

    def refusal(self, refusal: Refusal) -> str:
        """Say why a method gives no number."""
        return said(refusal, self.language)

    def finding(self, odd: Odd) -> str:
        """Say what is odd about the table."""
        key = f"finding.{odd.kind.replace(' ', '_')}"
        if self.language is Language.EN or key not in self.word:
            return odd.words
        people = 0 if odd.people is None else odd.people
        return self.word(key, lists=odd.lists, people=people)

    def missing(self, gap: MissingShown) -> str:
        """Say of how many people on exactly these lists something is not known."""
        return self.word(
            "missing.row",
            about=gap.about,
            missing=gap.missing,
            people=gap.people,
            lists=gap.lists,
        )

    def coverage(self, report: Report) -> tuple[str, ...]:
        """Say how much the lists have in common."""
        found = report.coverage
        told = [
            self.word("coverage.sample", sample=percent(found.sample)),
            self.word(
                "coverage.once",
                once=found.once,
                n=report.n,
                share=percent(found.share_once),
            ),
        ]
        if found.low:
            limit = (report.limits or Limits().plain())["coverage"]
            told.append(self.word("coverage.low", limit=percent(limit)))
        return tuple(told)

    def varied(self, varied: Varied) -> str:
        """Name what was changed: "without HRW", "delta 1"."""
        return self.word(f"varied.{varied.what.value}", to=varied.to)

    def chains(self, chains: Chains) -> str:
        """Say how well chains agree."""
        return self.word(
            "chains.row",
            method=self.method(chains.method),
            rhat="?" if chains.rhat is None else f"{chains.rhat:.3f}",
            bulk="?" if chains.bulk is None else round(chains.bulk),
            tail="?" if chains.tail is None else round(chains.tail),
            chains=len(chains.traces),
        )

    def fit(self, fit: Fit) -> str:
        """Say whether a model gives tables like the one seen."""
        return self.word("fits.p", method=self.method(fit.method), p=percent(fit.p))

    def expected(self, each: Expected) -> str:
        """Set people seen on exactly some lists beside those a model expects."""
        return self.word("fits.row", lists=" + ".join(each.lists), **_numbers(each))

    def times(self, nth: int, each: Expected) -> str:
        """Set people seen on so many lists beside those a model expects."""
        return self.word(
            "fits.row", lists=self.word("fits.times", n=nth), **_numbers(each)
        )

    def run(self, report: Report) -> tuple[str, ...]:
        """Say seed, data, versions and changed limits: what makes it again."""
        made = [f"{name} {v}" for name, v in (report.versions or {}).items()]
        level = (report.settings or {}).get("level", 0.95)
        told = [
            self.word("run.level", level=percent(float(str(level)))),
            self.word("run.seed", seed=str(report.seed)),
            self.word("run.data", data=report.data),
            self.word("run.versions", versions=made),
        ]
        return (*told, *self._changed(report))

    def _changed(self, report: Report) -> Sequence[str]:
        usual = Limits().plain()
        return [
            self.word(
                "run.limit",
                name=name,
                value=number(value),
                usual=number(usual[name]),
                what=LIMITS[name].what,
            )
            for name, value in (report.limits or {}).items()
            if name in usual and value != usual[name]
        ]

    def _verdict(self, report: Report) -> str:
        found = report.verdict
        names = [self.method(each) for each in found.methods]
        if found.kind is Kind.REFUSAL or found.low is None:
            return self.word("verdict.refusal")
        if found.high is None or found.medians is None:
            return self.word("verdict.bound", low=round(found.low), methods=names)
        least, most = found.medians
        return self.word(
            f"verdict.{found.kind.value.replace(' ', '_')}",
            low=round(found.low),
            high=round(found.high),
            methods=names,
            least=round(least),
            most=round(most),
        )

    def _spread(self, report: Report) -> str:
        medians = [
            each.N.median for each in (*report.outcomes, *report.set_aside) if each.N
        ]
        return self.word(
            "verdict.spread", least=round(min(medians)), most=round(max(medians))
        )


def _numbers(each: Expected) -> dict[str, int]:
    return {
        "seen": each.seen,
        "expected": round(each.expected),
        "low": round(each.low),
        "high": round(each.high),
    }
