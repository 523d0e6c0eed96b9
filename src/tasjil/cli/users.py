"""`tasjil users`: who works on a case."""

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.terminal import line, put
from tasjil.cli.unlock import key_for
from tasjil.journey.case import open_case
from tasjil.journey.users import Colleague, list_users
from tasjil.model.json import to_json


def users(case: CaseFolder, user: As = None, as_json: Json = False) -> int:
    """List who works on a case, in what role, and who has left it.

    Whoever has no key cannot open the register. What each role may do is in
    docs/decisions/roles.md.
    """
    opened = open_case(case)
    for each in list_users(opened, key_for(opened, user)):
        if as_json:
            put({**to_json(each.user), "key": each.key, "box": each.box})
        else:
            line(sentence(each))
    return 0


def sentence(each: Colleague) -> str:
    """Say one user in a line."""
    told = [f"{each.user.id}: {each.user.role}"]
    if each.user.own_records:
        told.append("own records alone")
    if each.box:
        told.append("opens the sealed box")
    if not each.user.active:
        told.append("has left")
    elif not each.key:
        told.append("has no key")
    return ", ".join(told)
