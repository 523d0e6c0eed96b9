"""How many claims of each kind there are is answered without reading them."""

import pytest

from tasjil.model.acts import Act, Level
from tasjil.model.judgement import ClaimState
from tasjil.register.piles import Pile


def test_claims_are_counted_by_where_they_stand_and_what_they_say(register, lumenia):
    lumenia.fill(register, reports=2)
    proposed, accepted = ClaimState.PROPOSED, ClaimState.ACCEPTED
    assert register.tally_of_claims() == [
        Pile(accepted, Act.KILLED, Level.INCIDENT, None, 1),
        Pile(proposed, Act.INJURED, Level.INCIDENT, None, 2),
        Pile(proposed, Act.KILLED, Level.INCIDENT, None, 3),
    ]


@pytest.mark.file
def test_the_rows_of_claims_are_not_read_for_it(register, lumenia):
    lumenia.fill(register, reports=1)
    asked = """
        EXPLAIN QUERY PLAN SELECT state, act, level, place, COUNT(*)
        FROM register_claimrow GROUP BY state, act, level, place
    """
    with register._store.connection.cursor() as cursor:
        plan = cursor.execute(asked).fetchall()
    assert [step[-1] for step in plan] == [
        "SCAN register_claimrow USING COVERING INDEX claim_tally"
    ]
