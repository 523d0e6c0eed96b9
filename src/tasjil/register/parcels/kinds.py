"""The two kinds of parcel: a backup of a register, and a bundle for another office."""

from dataclasses import dataclass

from tasjil.errors import BadBackup, BadBundle, RegisterError


@dataclass(frozen=True, slots=True)
class Kind:
    """What a parcel is, to those who close it and open it.

    Attributes:
        word: What people call it.
        error: What one is that is not whole.
        advice: What to do with that.
        bare: Said where nothing would open it.
        named: How somebody names the file of its passphrase.
        readme: What stands in it in clear; None where nothing may.
    """

    word: str
    error: type[RegisterError]
    advice: str
    bare: str
    named: str
    readme: str | None = None

    def broken(self) -> RegisterError:
        """Say that a file is not as it was closed."""
        return self.error(
            f"expected a whole {self.word}, found one that was cut off, changed, or is "
            f"another file; {self.advice}"
        )


BACKUP = Kind(
    "backup",
    BadBackup,
    advice="use another copy of it, and make a new backup soon",
    bare="expected something that opens the backup on another machine, found only "
    "keys that this one keeps; give it a passphrase (--passphrase) or an age recipient "
    "(--to), or the case one: tasjil passphrase CASE",
    named="in TASJIL_PASSPHRASE_FILE",
    readme="""A backup of a register, made by tasjil. All that it tells of a case is
encrypted.

See what is in it:  tasjil check-backup FILE
Make it a register: tasjil restore FILE CASE
""",
)
BUNDLE = Kind(
    "bundle",
    BadBundle,
    advice="nothing of it was taken: ask for it again",
    bare="expected a passphrase or an age recipient (--to) for the bundle, got "
    "neither; nothing leaves the house in clear",
    named="with --passphrase-file",
)
