"""One reason to give no number, said in English or in Arabic."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tasjil.estimate.saying import Language, Phrases
from tasjil.estimate.tables import CaptureTable
from tasjil.model.estimate import Estimate, Method, Refusal, WhyRefused

ROOM = "tasjil.estimate.refuse"
SAID = "reason"
"""Where a refusal's diagnostics keep the sentence and its values."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no number.

    Attributes:
        why: The kind of reason.
        sentence: Which sentence of the catalogue says it.
        values: What stands in the sentence: numbers, names of lists.

    Example:
        >>> Reason(WhyRefused.TOO_FEW_LISTS, "too_few_lists", {"n": 2}).words()[:30]
        'There are 2 lists with people '
    """

    why: WhyRefused
    sentence: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def words(self, language: Language = Language.EN) -> str:
        """Say why, and what would have to be there."""
        return Phrases(ROOM, language)(f"sentence.{self.sentence}", **self.values)

    def refusal(
        self,
        method: Method,
        table: CaptureTable,
        settings: Mapping[str, Any] | None = None,
        diagnostics: Mapping[str, Any] | None = None,
    ) -> Refusal:
        """Make the refusal of a method for this reason."""
        said = {SAID: {"sentence": self.sentence, "values": _plain(self.values)}}
        return Refusal(
            method,
            table.n,
            self.words(),
            table.digest,
            None,
            self.why,
            {**(diagnostics or {}), **said},
            dict(settings or {}),
        )

    def instead_of(self, estimate: Estimate) -> Refusal:
        """Make the refusal that stands where an estimate was: it is set aside."""
        said = {SAID: {"sentence": self.sentence, "values": _plain(self.values)}}
        return Refusal(
            estimate.method,
            estimate.n,
            self.words(),
            estimate.data,
            None,
            self.why,
            {**estimate.diagnostics, **said},
            dict(estimate.settings),
        )


def said(refusal: Refusal, language: Language) -> str:
    """Say a refusal in a language.

    One that a method worded itself has only its English words: then the kind of
    reason is said in the language, and what would have to be there.
    """
    if language is Language.EN:
        return refusal.refused
    kept = refusal.diagnostics.get(SAID)
    say = Phrases(ROOM, language)
    if isinstance(kept, Mapping) and f"sentence.{kept.get('sentence')}" in say:
        return say(f"sentence.{kept['sentence']}", **dict(kept.get("values", {})))
    return say(f"kind.{key(refusal.why)}")


def key(why: WhyRefused | None) -> str:
    """Give a kind of reason as it is called in the catalogues.

    Example:
        >>> key(WhyRefused.AT_THE_CAP)
        'at_the_cap'
    """
    return "other" if why is None else why.name.lower()


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
