"""What of a linking is kept beside the persons: pairs, and what each record told."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec
import numpy as np

from tasjil.link.pairs import Pairs
from tasjil.model.ids import RecordId
from tasjil.model.particulars import Particulars


def told_digest(told: Particulars) -> str:
    """Digest what a record tells, so that it is known when it tells something else.

    Example:
        >>> one = Particulars(RecordId("hospital:17"), "hospital", name="Daren Vell")
        >>> other = Particulars(RecordId("hospital:17"), "hospital", name="Daren Vel")
        >>> told_digest(one) == told_digest(other)
        False
    """
    return sha256(msgspec.json.encode(told)).hexdigest()[:16]


@dataclass(frozen=True, slots=True, eq=False)
class KeptWork:
    """The pairs of a linking, by the ids of their records.

    Attributes:
        beside: What else was kept with them, as plain JSON.
    """

    records: tuple[RecordId, ...]
    pairs: Pairs
    beside: Any

    @property
    def place(self) -> dict[RecordId, int]:
        """The position of every record."""
        return {record: at for at, record in enumerate(self.records)}


def pack(records: Sequence[RecordId], pairs: Pairs, beside: Any, at: datetime) -> bytes:
    """Write pairs as bytes.

    Args:
        records: Ids in the order of positions.
        pairs: What was compared.
        beside: What else is to be kept with them, as JSON can say it.
        at: When: so that no two linkings are the same bytes, and one that was
            destroyed is never meant by another.
    """
    about = {
        "records": list(records),
        "comparisons": list(pairs.comparisons),
        "beside": beside,
        "at": at.isoformat(),
    }
    out = io.BytesIO()
    np.savez(
        out,
        about=np.frombuffer(msgspec.json.encode(about), np.uint8),
        left=pairs.left,
        right=pairs.right,
        weight=pairs.weight.astype(np.float32),
        probability=pairs.probability.astype(np.float32),
        levels=pairs.levels,
    )
    return out.getvalue()


def unpack(work: bytes) -> KeptWork:
    """Read pairs again; the register has checked that the bytes are the same."""
    with np.load(io.BytesIO(work)) as kept:
        about: Mapping[str, Any] = msgspec.json.decode(kept["about"].tobytes())
        pairs = Pairs(
            kept["left"],
            kept["right"],
            kept["weight"].astype(np.float64),
            kept["probability"].astype(np.float64),
            kept["levels"],
            tuple(about["comparisons"]),
        )
    records = tuple(RecordId(each) for each in about["records"])
    return KeptWork(records, pairs, about["beside"])
