"""`tasjil release`: what would leave the house, and publishing it when two agree."""

from typing import Annotated

import typer

from tasjil.cli.arguments import As, CaseFolder, Json
from tasjil.cli.counted import many
from tasjil.cli.terminal import bars, line, put, say
from tasjil.cli.unlock import key_for
from tasjil.errors import BadValue
from tasjil.journey.case import Case, open_case
from tasjil.journey.opening import Key
from tasjil.journey.release.drafted import Draft
from tasjil.journey.release.seated import ask_leave, draft_of, publish_draft
from tasjil.model.json import to_json

Ask = Annotated[
    bool, typer.Option("--ask", help="Ask a second person for leave to publish it.")
]
Publish = Annotated[
    bool, typer.Option("--publish", help="Publish the draft that they agreed to.")
]
Why = Annotated[
    str, typer.Option("--because", help="Why; needed to ask and to publish.")
]
SHOWN = 40
"""Changes that are listed; the draft's data/changes.json has all of them."""


def release(
    case: CaseFolder,
    ask: Ask = False,
    publish: Publish = False,
    because: Why = "",
    user: As = None,
    as_json: Json = False,
) -> int:
    """Make the draft of the next release, or publish the one that two agreed to.

    Without --ask or --publish it counts, writes all that would leave the house into
    CASE/releases/draft, and says what differs from the release before and why. Nobody
    publishes alone: one person asks with --ask, another gives leave with `tasjil
    approve`, and then exactly those bytes are published with --publish: frozen in
    CASE/releases, shown in CASE/site, and in the log with the digest of every file.
    """
    opened = open_case(case)
    if ask and publish:
        raise BadValue("expected --ask or --publish, found both; ask first")
    key = key_for(opened, user)
    if ask:
        number = ask_leave(opened, key, because)
        say(
            f"Asked, as number {number}. Another person who may publish gives leave "
            f"with: tasjil approve {case} {number} --because ..."
        )
        return 0
    if publish:
        id = publish_draft(opened, key, because)
        say(f"Published as {id}. It lies frozen in {opened.releases_folder / id}.")
        return 0
    return _draft(opened, key, as_json=as_json)


def _draft(case: Case, key: Key, *, as_json: bool) -> int:
    with bars() as shown:
        draft = draft_of(case, key, shown)
    if as_json:
        put(to_json(draft))
        return 0
    say(
        f"Draft of {draft.id} in {case.draft_folder}: "
        f"{many(len(draft.files), 'file')}, {draft.what}. "
        f"{many(draft.facts.withheld, 'report')} held back."
    )
    _changes(draft)
    return 0


def _changes(draft: Draft) -> None:
    if draft.previous is None:
        say("It is the first release.")
        return
    say(f"{many(len(draft.changes), 'change')} since {draft.previous}:")
    for each in draft.changes[:SHOWN]:
        told = each.change()
        words = " -> ".join(filter(None, (told.before, told.after)))
        line(f"{told.kind} {told.what}: {words}; {told.because}")
