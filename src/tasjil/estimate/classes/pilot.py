"""Which of two samplers a run uses: the one that learns more for its work.

Both run for a while from the same places far apart. Effective draws are set against
counted work, looks at the density with its slope, and never against seconds: a busy
machine must not change the numbers that come out.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tasjil.estimate.classes.chain import Chain, settle
from tasjil.estimate.classes.crew import Chains, Crew, begin, go_on
from tasjil.estimate.classes.kept import Kept
from tasjil.estimate.classes.settings import Sampler
from tasjil.estimate.diagnose import bulk_ess, rhat

WARM_BLOCKS = 2
DRAW_BLOCKS = 2


@dataclass(frozen=True, slots=True)
class Trial:
    """How one sampler did in the pilot.

    Attributes:
        sampler: Which.
        ess: Effective draws of N, in the bulk.
        work: What they cost, in looks at the density with its slope.
        rhat: Of N.
    """

    sampler: Sampler
    ess: float
    work: float
    rhat: float

    @property
    def worth(self) -> float:
        """Effective draws for a thousand looks."""
        return 1000.0 * self.ess / max(self.work, 1.0)

    def plain(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "sampler": str(self.sampler),
            "ess": self.ess,
            "work": self.work,
            "rhat": self.rhat if np.isfinite(self.rhat) else None,
        }


def try_out(crew: Crew, sampler: Sampler, turn: int) -> tuple[Trial, Chains]:
    """Run one sampler for a while, and give its chains to go on with.

    They have been settled for the trial; `loosened` lets them learn again.
    """
    chains = begin(crew, sampler, 1, turn)
    for _ in range(WARM_BLOCKS):
        chains = go_on(crew, chains).chains
    chains = tuple(settle(chain) for chain in chains)
    before = worked(chains)
    kept = Kept.none(len(chains))
    for _ in range(DRAW_BLOCKS):
        block = go_on(crew, chains)
        chains, kept = block.chains, kept.then(block.kept)
    work = worked(chains) - before
    return Trial(sampler, bulk_ess(kept.N), work, rhat(kept.N)), loosened(chains)


def better(trials: tuple[Trial, ...]) -> Sampler:
    """Choose the sampler that gave more for its work; the first where they are even.

    Example:
        >>> better((Trial(Sampler.HAMILTONIAN, 300, 1e4, 1.0),
        ...         Trial(Sampler.GIBBS, 200, 1e3, 1.0))).value
        'gibbs'
    """
    return max(trials, key=lambda trial: trial.worth).sampler


def loosened(chains: Chains) -> Chains:
    """Let chains learn again."""
    return tuple(replace(chain, learning=True) for chain in chains)


def worked(chains: tuple[Chain, ...]) -> float:
    """Add up the work of chains."""
    return sum(chain.work for chain in chains)
