"""How firmly a report tells who did it."""

from tasjil.model.acts import PerpetratorStance


def test_who_claims_to_have_killed_claims_responsibility(claims_of):
    [claim] = claims_of("The Sarrek Front claims to have killed twelve soldiers.")
    assert claim.perpetrator.stance is PerpetratorStance.CLAIMED


def test_whose_deed_is_denied_is_denied_to_have_done_it(claims_of):
    [claim] = claims_of("The army denied that its soldiers killed three farmers.")
    assert claim.perpetrator.stance is PerpetratorStance.DENIED
