"""What can be chosen for latent classes, and what each choice means."""

from dataclasses import asdict, dataclass, field
from typing import Any

from tasjil.errors import BadValue
from tasjil.estimate.refuse import Limits
from tasjil.model.defined import Defined


class Sampler(Defined):
    """A way for a chain to move."""

    HAMILTONIAN = (
        "hamiltonian",
        "Long guided steps over a density in which nobody's class is drawn.",
    )
    GIBBS = (
        "gibbs",
        "Everybody's class is drawn, then the classes, in turn; with label moves.",
    )


@dataclass(frozen=True, slots=True)
class LcmcrSettings:
    """The prior, the seed, and how sure the chains of a latent-class estimate must be.

    Attributes:
        classes: The most kinds of people, K.
        a: alpha is Gamma of shape a ...
        b: ... and of rate b.
        yes: The chance to be listed is Beta(yes, no) in every class and list.
        no: See `yes`.
        decay: p(N) falls like N to the power of -decay: 1 is Jeffreys', 0 is flat.
        seed: Whoever gives the same gets the same draws.
        chains: How many, at least as many as the limits ask for.
        sampler: How chains move; None lets a pilot choose.
        ess: Effective draws of N to reach, in the bulk and in the tails.
        precision: Monte Carlo error of the mean to reach, as a share of it, where that
            takes no more than 20,000 sweeps; 1 is none.
        most_sweeps: Of each chain, burn-in apart; there it ends, agreed or not. A
            quarter of them with ladders, where each costs several times as much.
        rungs: Of the ladder of every chain; 1 is none.
        spare_rungs: Of the ladder that is put up where chains disagree; 1 is none.
        check: Let chains with ladders check those without, once these agree: all of
            them may sit in one place and miss another. Costs several times as much.
        hottest: The power of the likelihood at the ladder's top.
        cap: Numbers above so many times n are told as beyond what is believed; nothing
            is cut off there.
        level: Of the interval.
        limits: From where on there is no number.

    Raises:
        BadValue: A choice that cannot be.
    """

    classes: int = 10
    a: float = 0.25
    b: float = 0.25
    yes: float = 1.0
    no: float = 1.0
    decay: float = 1.0
    seed: int = 19481210
    chains: int = 4
    sampler: Sampler | None = None
    ess: float = 400
    precision: float = 0.004
    most_sweeps: int = 200_000
    rungs: int = 1
    spare_rungs: int = 6
    check: bool = True
    hottest: float = 0.3
    cap: float = 100.0
    level: float = 0.95
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Refuse what no chain could run with."""
        if not 2 <= self.classes <= 200:
            raise BadValue(f"expected 2 to 200 classes, got {self.classes}")
        if min(self.a, self.b) <= 0:
            raise BadValue(f"expected a and b above 0, got {self.a}, {self.b}")
        if min(self.yes, self.no) < 0.25:
            raise BadValue(
                "expected a Beta of 0.25 or more for the chance to be listed, got "
                f"{self.yes}, {self.no}: below that, draws lie beyond what floats hold"
            )
        if not 0 <= self.decay <= 2:
            raise BadValue(f"expected p(N) to fall with 0 to 2, got {self.decay}")
        if self.rungs > 1 and self.sampler is Sampler.GIBBS:
            raise BadValue("expected the hamiltonian sampler for a ladder, got gibbs")
        _check_lengths(self)

    def plain(self) -> dict[str, Any]:
        """Give the choices as JSON values, for an estimate's `settings`."""
        told = asdict(self)
        del told["limits"]
        told["sampler"] = "pilot" if self.sampler is None else str(self.sampler)
        changed = self.limits.changed()
        return {**told, "changed_limits": changed} if changed else told


def _check_lengths(settings: LcmcrSettings) -> None:
    least = {"ess": 1, "most_sweeps": 1, "rungs": 1, "spare_rungs": 1, "seed": 0}
    for name, low in least.items():
        if getattr(settings, name) < low:
            raise BadValue(f"expected {name} of {low} or more")
    fewest = max(int(settings.limits.chains), 2)
    if settings.chains < fewest:
        raise BadValue(
            f"expected {fewest} chains or more, got {settings.chains}: fewer cannot "
            "show that they agree"
        )
    if not 0 < settings.hottest < 1 or not 0 < settings.level < 1:
        raise BadValue("expected `hottest` and `level` between 0 and 1")
    if not 0 < settings.precision <= 1:
        raise BadValue(f"expected a precision above 0 to 1, got {settings.precision}")
    if settings.cap <= 1:
        raise BadValue(f"expected a cap above 1 times n, got {settings.cap}")
