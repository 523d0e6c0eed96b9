"""What a time authority signs about a checkpoint: that it was there by then (RFC 3161).

An office can put any time it likes into its log. A time authority that knows nothing of
the log signs a checkpoint's digest with the time it came in: the log was not written
later than that. Its answer is checked without asking it again.
"""

import ssl
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from types import ModuleType
from typing import Any

from cryptography import x509

from tasjil.errors import BadStamp, NoStampPackage, UntrustedStamp

Roots = Sequence[x509.Certificate]
"""The certificates that a person trusts to name time authorities."""

GRANTED = 0
REFUSALS = {2: "refused to sign", 3: "wants to be asked again later"}
SHA256 = x509.ObjectIdentifier("2.16.840.1.101.3.4.2.1")
LARGEST = 100_000
"""Bytes; an answer with its certificates has about six thousand."""

GARBAGE = (
    "expected the answer of a time authority (RFC 3161, in strict DER), found "
    "something else; check the address, or ask another authority"
)


@dataclass(frozen=True, slots=True)
class Stamped:
    """What an authority says; nothing of it is believed before `check`.

    Attributes:
        at: When it signed.
        authority: As it calls itself.
    """

    at: datetime
    authority: str


def package() -> ModuleType:
    """Give the package that reads stamps; `NoStampPackage` where it is missing."""
    try:
        import rfc3161_client
    except ImportError:
        raise NoStampPackage(
            "expected the package rfc3161-client, found none; install tasjil with its "
            "extra `stamp` (pip install 'tasjil[stamp]')"
        ) from None
    return rfc3161_client


def query(note: str) -> bytes:
    """Write the question to an authority: a digest of the checkpoint, and no more."""
    client = package()
    asked = client.TimestampRequestBuilder(
        data=note.encode(), hash_algorithm=client.HashAlgorithm.SHA256
    )
    return bytes(asked.build().as_bytes())


def read(reply: bytes, note: str) -> Stamped:
    """Read an answer, and check that it is about this checkpoint.

    Raises:
        BadStamp: It is no answer, a refusal, or about something else.
        NoStampPackage: The package that reads it is missing.
    """
    stamped, about = _told(reply)
    if about != _imprint(note):
        raise BadStamp(
            "expected a stamp on this checkpoint, found one on something else; give "
            "the answer to the question that was asked about it"
        )
    return stamped


def is_about(reply: bytes, note: str) -> bool:
    """Tell whether an answer is about this checkpoint; `BadStamp` where it is none."""
    return _told(reply)[1] == _imprint(note)


Imprint = tuple[x509.ObjectIdentifier, bytes]


def _imprint(note: str) -> Imprint:
    return SHA256, sha256(note.encode()).digest()


def _told(reply: bytes) -> tuple[Stamped, Imprint]:
    answer = _decoded(reply)
    if answer.status != GRANTED:
        what = REFUSALS.get(answer.status, "did not sign")
        raise BadStamp(
            f"expected a stamp, found that the time authority {what}; ask another one, "
            "or ask again later"
        )
    try:
        told = answer.tst_info
        about = told.message_imprint.hash_algorithm, told.message_imprint.message
        return Stamped(told.gen_time.astimezone(UTC), _name(told.name)), about
    except (ValueError, KeyError):
        raise BadStamp(GARBAGE) from None


def check(reply: bytes, note: str, roots: Roots) -> Stamped:
    """Check an answer's signature up to a root that is trusted.

    Raises:
        UntrustedStamp: No root given stands over its authority.
        BadStamp: It was changed, or is not about this checkpoint.
    """
    stamped = read(reply, note)
    client = package()
    if not roots:
        raise UntrustedStamp(NOT_TRUSTED)
    verifier = client.VerifierBuilder(roots=list(roots)).build()
    try:
        verifier.verify_message(_decoded(reply), note.encode())
    except (client.VerificationError, ValueError) as wrong:
        if "certificate verify error" in str(wrong):
            raise UntrustedStamp(NOT_TRUSTED) from None
        raise BadStamp(
            "expected the signature of a time authority, found one that is not good; "
            "the stamp was changed after it was made: ask for another"
        ) from None
    return stamped


NOT_TRUSTED = (
    "expected a time authority under one of the roots that are trusted here, found "
    "another; give the authority's root certificate, as you got it from the authority "
    "itself (--roots)"
)


def _decoded(reply: bytes) -> Any:
    if len(reply) > LARGEST:
        raise BadStamp(GARBAGE)
    try:
        return package().decode_timestamp_response(reply)
    except ValueError:
        raise BadStamp(GARBAGE) from None


def _name(name: Any) -> str:
    """Say an authority's name; many give none."""
    told = getattr(name, "value", None)
    return told.rfc4514_string() if isinstance(told, x509.Name) else ""


def roots_in(pem: bytes) -> Roots:
    """Read the root certificates of a PEM file.

    Raises:
        BadStamp: There is none in it.
    """
    try:
        return x509.load_pem_x509_certificates(pem)
    except ValueError:
        raise BadStamp(
            "expected root certificates in PEM form, found none; save the "
            "authority's root as it publishes it"
        ) from None


def roots_of_this_machine() -> Roots:
    """Give the roots that this machine trusts for everything else."""
    ders = ssl.create_default_context().get_ca_certs(binary_form=True)
    found = []
    for der in ders:
        with warnings.catch_warnings():
            # Some old roots are not as today's rules want them; none is used for that.
            warnings.simplefilter("ignore")
            try:
                found.append(x509.load_der_x509_certificate(der))
            except ValueError:
                continue
    return found
