"""`tasjil agreement`: how far people agree who judged the same."""

from tasjil.assess.agreement import FEWEST
from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import line, put
from tasjil.cli.unlock import key_for
from tasjil.journey.agreement import Asked, measure_agreement
from tasjil.journey.case import open_case
from tasjil.model.json import to_json

ABOUT = {
    "claims": "whether the words say what the claim says",
    "standings": "how an element stands",
    "numbers": "how many people it is found of, at the least",
    "records": "whether two records tell of one person",
}


def agreement(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """Say how far people agree, over whatever two or more of them judged.

    Claims, elements of incidents, and whether two records tell of one person.

    Raw agreement, Cohen's kappa where exactly two judged, and Krippendorff's alpha.
    Below 20 units no coefficient says anything, and this says so. Let two people judge
    the same sample without talking: what one saw of the other's work is not known here.
    """
    opened = open_case(case)
    for asked in measure_agreement(opened, key_for(opened, user)):
        if as_json:
            put(
                {
                    "question": asked.question,
                    "measure": str(asked.measure),
                    **to_json(asked.found),
                }
            )
        else:
            line(_sentence(asked))
    return 0


def _sentence(asked: Asked) -> str:
    found = asked.found
    about = ABOUT[asked.question]
    if not found.units or found.agreed is None:
        return f"{about}: nothing was judged by two people"
    told = (
        f"{about}: {found.units} judged by two or more of {found.people} people, "
        f"{found.agreed:.0%} of {found.pairs} pairs the same"
    )
    if not found.enough:
        return f"{told}; too few to say more (below {FEWEST})"
    kappa = "" if found.kappa is None else f", Cohen's kappa {found.kappa:.2f}"
    alpha = "" if found.alpha is None else f", Krippendorff's alpha {found.alpha:.2f}"
    return f"{told}{kappa}{alpha}"
