"""The ladder of proof."""

from tasjil.model.proof import StandardOfProof


def test_the_ladder_of_proof_has_five_rungs_in_the_order_of_the_field():
    assert [standard.value for standard in StandardOfProof] == [
        "reasonable suspicion",
        "reasonable grounds to believe",
        "balance of probabilities",
        "clear and convincing",
        "beyond reasonable doubt",
    ]
    assert [standard.rank for standard in StandardOfProof] == [0, 1, 2, 3, 4]


def test_commissions_of_inquiry_stand_one_rung_above_suspicion():
    grounds = StandardOfProof.REASONABLE_GROUNDS
    assert grounds.rank == StandardOfProof.REASONABLE_SUSPICION.rank + 1
    assert "commissions of inquiry" in grounds.definition
