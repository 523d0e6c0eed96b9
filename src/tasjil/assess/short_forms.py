"""Short forms of a teller's name: "the Commission", "المفوضية" for the whole of it."""

from tasjil.assess.generic import is_an_office, points_nowhere
from tasjil.assess.names import SourceNames
from tasjil.model.folding import fold
from tasjil.model.ids import SourceId
from tasjil.model.sources import Source

LONGEST_SHORT = 2
"""Words of a short form, its article left aside."""

_ARTICLE = "ال"
_SHORTEST_ARABIC = 4


def is_definite(text: str) -> bool:
    """Tell whether the words mean somebody who was named before or is known.

    Example:
        >>> is_definite("the Commission"), is_definite("المفوضية"), is_definite("LO")
        (True, True, False)
    """
    words = text.split()
    if len(words) > 1 and words[0].casefold() == "the":
        return True
    return bool(words) and (
        words[0].startswith(_ARTICLE) and len(words[0]) >= _SHORTEST_ARABIC
    )


def meant_by(
    text: str,
    publisher: Source | None,
    in_report: frozenset[SourceId],
    names: SourceNames,
) -> tuple[Source, str] | None:
    """Find the one listed source that a short form can mean, with the reason.

    First among those the report names, then among those its publisher passes on, then
    among all that the case lists. Where two fit, it stays open.

    Args:
        text: The words for the teller.
        publisher: Who published the report, where listed.
        in_report: The listed sources that the report names.
        names: All listed names.
    """
    words = fold(text).split()
    if not is_definite(text) or len(words) > LONGEST_SHORT or points_nowhere(words):
        return None
    fitting = names.holding(words)
    among = [(in_report, "the report names")]
    if not is_an_office(words):
        if publisher is not None:
            passes_on = f"{publisher.name} passes on"
            among.append((names.relayed_by(publisher.id), passes_on))
        among.append((fitting, "the case lists"))
    for some, who in among:
        found = fitting & some
        if len(found) == 1:
            (id_,) = found
            return names.sources[id_], f'"{text}" is the only such teller that {who}'
        if found:
            return None
    return None
