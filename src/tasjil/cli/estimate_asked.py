"""What a person asked of `tasjil estimate`."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tasjil.errors import BadValue
from tasjil.estimate import EstimateSettings, Language, Limits
from tasjil.model.estimate import Method

ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be estimated, and how it is told.

    Attributes:
        settings: Methods, priors, seed, strata, limits.
        lists: Which columns are the lists; None where their cells say.
        as_json: For programs.
        full: The whole report as JSON.
        page: The file for the page.
        save: The file for chains.
        resume: The file of chains to go on from.
    """

    settings: EstimateSettings
    lists: tuple[str, ...] | None = None
    as_json: bool = False
    full: bool = False
    page: Path | None = None
    save: Path | None = None
    resume: Path | None = None
    language: Language = Language.EN

    @property
    def one(self) -> Method | None:
        """The one method that was asked for by name, if one was."""
        named = self.settings.methods
        return named[0] if len(named) == 1 else None


def methods_of(words: str) -> tuple[Method, ...]:
    """Read the methods that a person named; none for all.

    Raises:
        BadValue: There is no such method.

    Example:
        >>> methods_of("all"), [each.value for each in methods_of("dga,chao")]
        ((), ['dga', 'chao'])
    """
    named = parted(words)
    known = {each.value: each for each in Method}
    for each in named:
        if each != ALL and each not in known:
            raise BadValue(
                f"expected --method {', '.join(known)} or {ALL}, got {each!r}"
            )
    return () if ALL in named else tuple(known[each] for each in dict.fromkeys(named))


def parted(words: str) -> tuple[str, ...]:
    """Part words at commas."""
    return tuple(each.strip() for each in words.split(",") if each.strip())


def limits_of(words: Sequence[str] | None) -> Limits:
    """Read the limits that a person set otherwise."""
    return Limits.told(words or ())
