"""What kind of number a total is, by the words of those who state it."""

from collections.abc import Iterable

from tasjil.model.acts import Stance
from tasjil.model.claim import Claim
from tasjil.model.tally import Basis

_BY_CASES = (
    *("document", "record", "register", "by name"),
    *("وثق", "وثّق", "توثيق", "موثق", "سجل", "سجّل", "أحصى", "أحصت"),
)
_CHECKED = ("verif", "confirm", "تحقق", "تحقّق", "تأكد", "مؤكد")


def basis_of(claims: Iterable[Claim]) -> Basis:
    """Give the firmest kind that any claim of a statement says in its own words.

    Example:
        >>> basis_of([])
        <Basis.REPORTED: 'reported'>
    """
    found = {_basis(claim) for claim in claims}
    order = (Basis.VERIFIED, Basis.DOCUMENTED, Basis.ESTIMATED)
    return next((basis for basis in order if basis in found), Basis.REPORTED)


def _basis(claim: Claim) -> Basis:
    if claim.stance is Stance.ESTIMATED:
        return Basis.ESTIMATED
    if claim.stance is not Stance.VERIFIED:
        return Basis.REPORTED
    words = claim.passage.quote.casefold()
    checked = any(word in words for word in _CHECKED)
    by_cases = any(word in words for word in _BY_CASES)
    return Basis.DOCUMENTED if by_cases and not checked else Basis.VERIFIED
