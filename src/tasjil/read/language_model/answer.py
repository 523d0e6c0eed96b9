"""From the bytes of an answer to the claims it proposes; the shapeless are counted."""

from dataclasses import dataclass

import msgspec
from msgspec import Struct

from tasjil.read.language_model.failures import BadAnswer
from tasjil.read.language_model.form import ToldClaim

MOST = 400
"""No piece of a report holds more claims; what comes after them is dropped."""

_ANOTHER = "ask a larger model, or one made to follow a form"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was proposed, and how much of it was no claim.

    Attributes:
        shapeless: Claims with a field that is missing or cannot be.
        too_many: Claims beyond the most that are taken.
    """

    claims: tuple[ToldClaim, ...]
    shapeless: int = 0
    too_many: int = 0


class _Message(Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(Struct):
    choices: list[_Choice]


class _Proposed(Struct):
    claims: list[msgspec.Raw]


def answer_of(body: bytes) -> Answer:
    """Take the claims out of a chat completion.

    Raises:
        BadAnswer: It is no chat completion, declines, was cut off, or is no JSON.
    """
    told = _message(body)
    try:
        claims = msgspec.json.decode(_json_in(told), type=_Proposed).claims
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise BadAnswer(
            'expected one JSON object {"claims": [...]} from the language model, found '
            f"other words; {_ANOTHER}"
        ) from None
    kept = [claim for raw in claims[:MOST] if (claim := _claim(raw)) is not None]
    taken = min(len(claims), MOST)
    return Answer(tuple(kept), taken - len(kept), len(claims) - taken)


def _message(body: bytes) -> str:
    """The words of the model itself."""
    try:
        said = msgspec.json.decode(body, type=_Completion).choices[0]
    except (msgspec.MsgspecError, UnicodeError, RecursionError, IndexError):
        raise BadAnswer(
            "expected a chat completion in JSON and UTF-8 from the endpoint, found "
            "something else; check that endpoint ends where its server says (/v1)"
        ) from None
    if said.message.refusal or said.message.content is None:
        raise BadAnswer(
            "expected claims from the language model, found that it declines to read "
            "this report; read it yourself, or with another reader"
        )
    if said.finish_reason == "length":
        raise BadAnswer(
            "expected a whole answer from the language model, found one cut off; raise "
            "answer_tokens or lower characters"
        )
    return said.message.content


def _json_in(told: str) -> bytes:
    """The JSON object in an answer, without the prose or the fence around it."""
    first, last = told.find("{"), told.rfind("}")
    return told[max(first, 0) : last + 1].encode()


def _claim(raw: msgspec.Raw) -> ToldClaim | None:
    """One claim, or None where it has not the form."""
    try:
        return msgspec.json.decode(raw, type=ToldClaim)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
