"""The part of a register where a person says where a report comes from."""

from datetime import datetime

from tasjil.model.ids import ReportId
from tasjil.register import described, log, queries
from tasjil.register.deeds import Deed
from tasjil.register.described import Headers
from tasjil.register.door import gate
from tasjil.register.keys.ring import Opened
from tasjil.register.store import Store


class Describing:
    """What a register offers to whoever knows more of a report than its words say."""

    _store: Store
    _opened: Opened

    def describe(
        self, report: ReportId, headers: Headers, *, because: str, at: datetime
    ) -> None:
        """Say where a report comes from, over what was read or worked out.

        The report stays as it was captured; its claims are stale until it is read
        again. What was said before of another header still holds.

        Args:
            report: Which.
            headers: Some of publisher, published (EDTF), language (a code) and title;
                None where nothing is known.
            because: How that is known.
            at: When.

        Raises:
            NotInRegister: No such report, or it is not for whoever opened it.
            BadValue: A header cannot be, or there is no reason.
        """
        with self._store.transaction():
            own = gate.look(self._store, Deed.LOOK_AT_REPORTS)
            before = queries.said_of(self._store, report, own)
            whole = described.check_headers({**before, **headers})
            entry = described.described(report, whole, because)
            log.write(self._store, [entry], self._opened.user, at)
