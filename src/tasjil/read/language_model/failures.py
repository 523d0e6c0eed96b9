"""What can go wrong between a report and a language model.

No message holds a word of a report, of an answer, or of a key.
"""

from tasjil.errors import ReaderError


class BadModelSettings(ReaderError):
    """Settings that are missing, that cannot be, or that would send words unasked."""


class ModelSilent(ReaderError):
    """The endpoint does not answer, or answers with a status that is no answer."""


class QuestionRefused(ModelSilent):
    """The endpoint does not take a question of this form (status 400 or 422)."""


class BadAnswer(ReaderError):
    """An answer that no claims can be taken from; the report stays unread."""


class NeverSent(ReaderError):
    """A report that is about somebody in the sealed box; no word of it went out."""
