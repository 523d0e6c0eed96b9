"""Everything that can go wrong, as one tree.

TasjilError
├── BadValue                 a value that cannot be: what was expected, what was found
│   ├── InvertedRange        a count whose low end is above its high end
│   ├── BadDate              a date that is not EDTF, or cannot exist
│   ├── BadPlace             a place without a name, or off the globe
│   └── BadPassage           words that do not stand where they are said to stand
├── CannotCapture            a file that cannot become a report: why, and what to do
├── BadPlaceList             a list of places that cannot be read: file, row, column
├── BadColumns               a file that says what a list's columns mean, wrongly
├── BadTable                 a table of overlaps that cannot be read: line, why
├── BadJudgements            a file of judgements that cannot be read or written
├── CannotLink               linking that this machine cannot do: what would permit it
│   ├── NotEnoughMemory      pairs that do not fit into what linking may take
│   ├── NoEncryptedSpill     a folder to spill to, and nothing to encrypt with
│   └── NoSpark              no Spark here, or one that would send rows in clear
├── CaseError                a case folder that is missing something or says it wrongly
├── ReaderError              a reader that is not there or broke its promise
├── RegisterError            the store
│   ├── NoRegister           the case has not been built yet
│   ├── CannotUnlock         no passphrase, the wrong one, or keys that are damaged
│   ├── LogBroken            the log is not whole: names the first bad entry
│   ├── AppendOnly           somebody tried to change or remove an entry
│   ├── BadCheckpoint        a page that is no checkpoint, or is signed wrongly
│   │   └── WrongOffice      a checkpoint of another office's log
│   ├── BadStamp             no time authority's signature on this checkpoint
│   │   └── UntrustedStamp   one of an authority that nobody trusted stands over
│   ├── NoStampPackage       stamps cannot be read here: what to install
│   ├── NotInRegister        an id that nothing has
│   ├── JobTaken             a job that a silent worker has lost to another
│   ├── NotAllowed           a deed that this user may not do: who may, what to do
│   ├── BoxClosed            somebody without the grant asked who a person is
│   ├── Erased               what was destroyed for somebody's safety
│   ├── BadBackup            a file that is no whole backup
│   └── BundleRefused        a bundle of another office that was not taken in: why
│       ├── BadBundle        cut off, changed on the road, or not as it was signed
│       ├── UnknownOffice    of an office that nobody here has accepted yet
│       ├── EntriesMissing   what comes before it is not here: from where to ask
│       └── TwoHistories     its office signed another history before
├── AuthoritySilent          a time authority that does not answer
├── ExportRefused            a log that cannot be written where it was asked to go
├── NoSuchFigure             a figure id that the tally does not have
├── NoSuchSource             a source that told nothing in this case
├── Cancelled                a job that somebody asked to stop
├── SeatLeft                 a job whose person left while it was done
└── PublishError             pages that cannot be written
    └── PagesOutdated        pages that would show what is withheld or erased by now

Every message says what was expected, what was found, and what to do next.
"""

__all__ = [
    "AppendOnly",
    "AuthoritySilent",
    "BadBackup",
    "BadBundle",
    "BadCheckpoint",
    "BadColumns",
    "BadDate",
    "BadJudgements",
    "BadPassage",
    "BadPlace",
    "BadPlaceList",
    "BadStamp",
    "BadTable",
    "BadValue",
    "BoxClosed",
    "BundleRefused",
    "Cancelled",
    "CannotCapture",
    "CannotLink",
    "CannotUnlock",
    "CaseError",
    "EntriesMissing",
    "Erased",
    "ExportRefused",
    "InvertedRange",
    "JobTaken",
    "LogBroken",
    "NoEncryptedSpill",
    "NoRegister",
    "NoSpark",
    "NoStampPackage",
    "NoSuchFigure",
    "NoSuchSource",
    "NotAllowed",
    "NotEnoughMemory",
    "NotInRegister",
    "PagesOutdated",
    "PublishError",
    "ReaderError",
    "RegisterError",
    "SeatLeft",
    "TasjilError",
    "TwoHistories",
    "UnknownOffice",
    "UntrustedStamp",
    "WrongOffice",
]


class TasjilError(Exception):
    """Anything that tasjil itself refuses or cannot do."""


class BadValue(TasjilError, ValueError):
    """A value that cannot be."""


class InvertedRange(BadValue):
    """A count whose low end is above its high end, or below zero."""


class BadDate(BadValue):
    """A date that is not EDTF, or that cannot exist."""


class BadPlace(BadValue):
    """A place without a name, off the globe, or inside itself."""


class BadPassage(BadValue):
    """Words that do not stand in the report where they are said to stand."""


class CannotCapture(TasjilError):
    """A file that cannot become a report; the rest of the batch goes on."""


class BadPlaceList(TasjilError):
    """A list of places that cannot be read; names its file, row and column."""


class BadColumns(TasjilError):
    """A file beside a list that says what its columns mean, and says it wrongly."""


class BadTable(TasjilError):
    """A table of who is on which lists that cannot be read; names its line."""


class BadJudgements(TasjilError):
    """A file of judgements that cannot be read or written; names its file and line."""


class CannotLink(TasjilError):
    """Linking that this machine cannot do as asked; says what would permit it."""


class NotEnoughMemory(CannotLink):
    """What is compared does not fit into the memory that linking may take."""


class NoEncryptedSpill(CannotLink):
    """Somebody asked to spill to disk where nothing can encrypt what is spilled."""


class NoSpark(CannotLink):
    """Spark is not installed, lacks Splink's measures, or would not encrypt."""


class CaseError(TasjilError):
    """A case folder that is missing something or says it wrongly."""


class ReaderError(TasjilError):
    """A reader that is not there, or that broke its promise."""


class RegisterError(TasjilError):
    """The store cannot do what was asked."""


class NoRegister(RegisterError):
    """The case has no register yet."""


class CannotUnlock(RegisterError):
    """No passphrase, the wrong one, or keys that are damaged; nothing was opened."""


class LogBroken(RegisterError):
    """The log is not whole; the message names the first bad entry."""


class AppendOnly(RegisterError):
    """Somebody tried to change or remove an entry of the log."""


class BadCheckpoint(RegisterError):
    """A page that is no checkpoint, or whose signature is not good."""


class WrongOffice(BadCheckpoint):
    """A checkpoint of another office's log."""


class BadStamp(RegisterError):
    """No time authority's signature on this checkpoint."""


class UntrustedStamp(BadStamp):
    """A stamp of an authority that nobody trusted here stands over."""


class NoStampPackage(RegisterError):
    """Stamps cannot be read here; the message says what to install."""


class NotInRegister(RegisterError):
    """An id that nothing in the register has."""


class JobTaken(RegisterError):
    """A job that was taken from a worker which was silent for too long."""


class NotAllowed(RegisterError):
    """The user who opened the register may not do this, or not alone."""


class BoxClosed(RegisterError):
    """Somebody whom nobody granted the sealed box asked who a person is."""


class Erased(RegisterError):
    """What was destroyed for somebody's safety, and cannot come back."""


class AuthoritySilent(TasjilError):
    """A time authority that does not answer."""


class BundleRefused(RegisterError):
    """A bundle of another office that was not taken in; nothing was changed."""


class BadBundle(BundleRefused):
    """A bundle that is cut off, was changed on the road, or is not as it was signed."""


class UnknownOffice(BundleRefused):
    """A bundle of an office that nobody here has accepted yet."""


class EntriesMissing(BundleRefused):
    """A bundle that begins after what is here; the message says from where to ask."""


class TwoHistories(BundleRefused):
    """An office that signed one history before and another now."""


class BadBackup(RegisterError):
    """A file that is no whole backup; nothing of it was put anywhere."""


class ExportRefused(TasjilError):
    """A log that cannot be written where it was asked to go."""


class NoSuchSource(TasjilError):
    """A source that nobody in the case told anything by."""


class NoSuchFigure(TasjilError):
    """A figure id that the tally does not have."""


class Cancelled(TasjilError):
    """A job that somebody asked to stop; what it kept before stays kept."""


class SeatLeft(TasjilError):
    """A job whose person left while it was done; it waits for them."""


class PublishError(TasjilError):
    """Pages that cannot be written."""


class PagesOutdated(PublishError):
    """Pages that would show what was withheld or erased while they were written."""
