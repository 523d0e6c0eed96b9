"""What of a linking is kept beside the persons: pairs, and what each record told."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from tasjil.link.linking import Linked
from tasjil.link.pairs import Pairs
from tasjil.link.persons.clustering import Measure
from tasjil.link.persons.doubts import Doubtful
from tasjil.link.score.calibration import Calibration
from tasjil.link.work import Work
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


class Learned(msgspec.Struct, frozen=True):
    """What a linking learned beside its model; nothing of it names anybody.

    Attributes:
        program: Which version learned it.
        asked: The digest of how it was asked to link.
        filled: Columns that told something.
        said: For each list whether people said that it is clean.
        found: For each other list whether it was found to be clean.
        calibration: From weights to probabilities.
        measure: By what records were put together.
        doubtful: What people should look at; records by their positions.
        taught: Whether people's answers moved the probabilities.
    """

    program: str
    asked: str
    filled: frozenset[str]
    said: dict[str, bool]
    found: dict[str, bool]
    calibration: Calibration
    measure: Measure
    doubtful: tuple[Doubtful, ...]
    taught: bool

    @classmethod
    def of(cls, work: Work, program: str, asked: str) -> "Learned":
        """Take what is kept from a linking."""
        return cls(
            program,
            asked,
            work.filled,
            work.said,
            work.found,
            work.calibration,
            work.measure,
            work.doubtful,
            work.taught,
        )


@dataclass(frozen=True, slots=True, eq=False)
class KeptWork:
    """The pairs of a linking, by the ids of their records.

    Attributes:
        pairs: With the probabilities they were linked by.
        plain: The probabilities before people's answers taught them, (n,).
        labels: The person of each record, (records,).
        certainty: How likely each record's person is exactly as it stands, (records,).
        beside: What else was kept with them, as plain JSON.
        learned: What the next linking goes on from.
    """

    records: tuple[RecordId, ...]
    pairs: Pairs
    plain: NDArray[np.float64]
    labels: NDArray[np.int32]
    certainty: NDArray[np.float64]
    beside: Any
    learned: Learned

    @property
    def place(self) -> dict[RecordId, int]:
        """The position of every record."""
        return {record: at for at, record in enumerate(self.records)}


def pack(
    linked: Linked, work: Work, learned: Learned, beside: Any, at: datetime
) -> bytes:
    """Write what a linking leaves, without what its records told: no name is in it.

    Args:
        linked: The linking; its records are in the order of their ids.
        work: What it left.
        learned: What of that is kept beside the pairs.
        beside: What else is to be kept with them, as JSON can say it.
        at: When: so that no two linkings are the same bytes, and one that was
            destroyed is never meant by another.
    """
    about = {
        "records": list(linked.records),
        "comparisons": list(linked.pairs.comparisons),
        "beside": beside,
        "learned": learned,
        "at": at.isoformat(),
    }
    told = msgspec.json.encode(about, enc_hook=_as_list)
    out = io.BytesIO()
    np.savez(
        out,
        about=np.frombuffer(told, np.uint8),
        left=linked.pairs.left,
        right=linked.pairs.right,
        weight=linked.pairs.weight,
        probability=linked.pairs.probability,
        plain=work.pairs.probability,
        labels=work.labels,
        certainty=work.certainty,
        levels=linked.pairs.levels,
    )
    return out.getvalue()


def unpack(work: bytes) -> KeptWork | None:
    """Read it again; the register has checked that the bytes are the same.

    Returns:
        None where another version kept it in a form that is not known here.
    """
    with np.load(io.BytesIO(work)) as kept:
        about: Mapping[str, Any] = msgspec.json.decode(kept["about"].tobytes())
        try:
            learned = msgspec.convert(about["learned"], Learned, dec_hook=_as_array)
            plain = kept["plain"]
            labels, certainty = kept["labels"], kept["certainty"]
        except (KeyError, msgspec.ValidationError):
            return None
        pairs = Pairs(
            kept["left"],
            kept["right"],
            kept["weight"],
            kept["probability"],
            kept["levels"],
            tuple(about["comparisons"]),
        )
    records = tuple(RecordId(each) for each in about["records"])
    beside = about["beside"]
    return KeptWork(records, pairs, plain, labels, certainty, beside, learned)


def pack_columns(work: Work, at: datetime) -> bytes:
    """Write what records told, laid out for comparing: sounds and numbers of people.

    Args:
        work: What the linking left.
        at: When, so that no two are the same bytes; see `pack`.
    """
    out = pa.BufferOutputStream()
    table = work.table.replace_schema_metadata({"at": at.isoformat()})
    small = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(out, table.schema, options=small) as writer:
        writer.write_table(table)
    return bytes(out.getvalue())


def unpack_columns(columns: bytes) -> pa.Table:
    """Read them again; the register has checked that the bytes are the same."""
    return pa.ipc.open_stream(columns).read_all().replace_schema_metadata(None)


def _as_list(array: NDArray[Any]) -> Any:
    return array.tolist()


def _as_array(_: type, told: Any) -> NDArray[Any]:
    return np.array(told)
