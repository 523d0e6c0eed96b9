"""The door of the log: one place that asks, and nobody gets round it."""

from tasjil.register.deeds import BY_PROGRAM, DEED_OF, TWO_PEOPLE, Deed
from tasjil.register.door import own
from tasjil.register.door.gate import FOR
from tasjil.register.door.rules import RULES
from tasjil.register.entry import EntryKind
from tasjil.register.permissions import ALONE, TABLE, Leave


def test_what_takes_two_people_cannot_go_in_without_a_rule():
    for kind, deed in DEED_OF.items():
        if deed in TWO_PEOPLE | {Deed.ASK, Deed.APPROVE, Deed.SIGN, Deed.KEEP_USERS}:
            assert kind in RULES, kind


def test_whatever_can_be_ones_own_says_whose_it_is():
    """Where the table says "own", the door can tell; else it would refuse all."""
    able = set(own.OWNERS) | set(own.BEGINS)
    for kind, deed in DEED_OF.items():
        if ALONE[deed] is Leave.OWN or Leave.OWN in TABLE[deed]:
            assert kind in able, kind


def test_a_program_says_for_whom_where_it_ends_what_it_does():
    """Single claims, and papers of a linking, stand before the entry that says it."""
    by_program = {kind for kind, deed in DEED_OF.items() if deed in BY_PROGRAM}
    assert by_program - FOR == {EntryKind.CLAIM_PROPOSED, EntryKind.PERSONS_PROPOSED}
