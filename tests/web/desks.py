"""A case with its people, and browsers of theirs without a browser."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from django.http import HttpResponse
from django.test import Client

from tasjil.journey.case import Case, open_case
from tasjil.journey.new import new_case
from tasjil.journey.opening import Key, sit_down
from tasjil.model.ids import UserId
from tasjil.model.users import Role, User
from tasjil.register.register import Register
from tasjil.web.entrance.guard import COOKIE
from tasjil.web.seats.house import HOUSE
from tasjil.web.seats.seated import SEATS

WORDS = "river lantern harvest {}"
"""Everybody's passphrase, with their id in it."""

TEAM = (
    User(UserId("doc-1"), Role.DOCUMENTER),
    User(UserId("own-1"), Role.DOCUMENTER, own_records=True),
    User(UserId("ver-1"), Role.VERIFIER),
    User(UserId("ver-2"), Role.VERIFIER),
    User(UserId("ana-1"), Role.ANALYST),
    User(UserId("pub-1"), Role.PUBLISHER),
    User(UserId("guest-1"), Role.GUEST),
)


KEYS: dict[str, Key] = {}
"""The private keys of those who sat down before; every case is a copy of one."""


def make_case(folder: Path) -> Case:
    """Make an empty case with a lead and a team, as they would be made by hand."""
    new_case(folder)
    case = open_case(folder)
    now = datetime.now(UTC)
    key = Key(UserId("lead"), WORDS.format("lead"))
    with Register.create(case.register_folder, key, at=now, office="Lumenia") as made:
        for user in TEAM:
            made.add_user(user, because="works here from today", at=now)
            made.let_in(Key(user.id, WORDS.format(user.id)))
    return case


@dataclass
class Browser:
    """Somebody's browser: keeps cookies, follows nothing by itself."""

    user: str
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))

    def sign_in(self, passphrase: str | None = None) -> HttpResponse:
        """Sit down, as by the form."""
        typed = WORDS.format(self.user) if passphrase is None else passphrase
        form = {"user": self.user, "passphrase": typed}
        return self.post("/en/entrance/sign-in", form, seen="/en/entrance/sign-in")

    def sit(self, case: Case) -> None:
        """Sit down as `sign_in` does, without the time that a passphrase takes."""
        if self.user not in KEYS:
            open_as(case, self.user).close()
        token = SEATS.sit(sit_down(case, KEYS[self.user]), "a test")
        self.client.cookies[COOKIE] = token

    def get(self, address: str, part: bool = False) -> HttpResponse:
        """Open a page, or a part of one."""
        headers = {"HX-Request": "true"} if part else {}
        return self.client.get(address, headers=headers)

    def post(
        self, address: str, form: dict | None = None, seen: str = "/en/", part=False
    ) -> HttpResponse:
        """Send a form that stood on a page seen before."""
        page = self.client.get(seen).content.decode()
        found = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
        token = found[1] if found else ""
        headers = {"X-CSRFToken": token}
        if part:
            headers["HX-Request"] = "true"
        return self.client.post(address, form or {}, headers=headers)


def open_as(case: Case, user: str) -> Register:
    """Open the register of a copy of the pattern as one of its team."""
    key = KEYS.get(user, Key(UserId(user), WORDS.format(user)))
    register = Register.open(case.register_folder, key)
    KEYS[user] = register.key
    return register


def settle(case: Case) -> None:
    """Let this process serve a case."""
    HOUSE.settle(case.folder)
