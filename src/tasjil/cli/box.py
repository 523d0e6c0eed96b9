"""`tasjil box`: who is in the sealed box, by reference alone."""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import line, put, say
from tasjil.cli.unlock import key_for
from tasjil.journey.box import list_box
from tasjil.journey.case import open_case
from tasjil.model.json import to_json
from tasjil.register.box.queries import Protected


def box(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """List the people in the sealed box: references, reports and consent; no names."""
    opened = open_case(case)
    found = list_box(opened, key_for(opened, user))
    if as_json:
        for each in found.people:
            put({**to_json(each), "withheld": not each.shows_words})
        return 0
    for each in found.people:
        line(sentence(each))
    say(f"The box opens to {', '.join(found.holders) or 'nobody'}.")
    return 0


def sentence(each: Protected) -> str:
    """Say of one person what may be said.

    Example:
        >>> from tasjil.model.identity import IdentityKind
        >>> sentence(Protected("p-7k3q-m2xd", IdentityKind.WITNESS, (), (), False))
        'p-7k3q-m2xd  witness, 0 reports, not asked for consent: words withheld'
    """
    words = "words may be published" if each.shows_words else "words withheld"
    many = f"{len(each.reports)} report{'' if len(each.reports) == 1 else 's'}"
    return f"{each.reference}  {each.kind}, {many}, {_standing(each)}: {words}"


def _standing(each: Protected) -> str:
    last = next(reversed(each.consents), None)
    erased = "erased, " if each.erased else ""
    if last is None:
        return f"{erased}not asked for consent"
    if last.withdrawn:
        return f"{erased}consent withdrawn"
    uses = ", ".join(last.uses) or "nothing"
    return f"{erased}agreed on {last.when} to {uses}"
