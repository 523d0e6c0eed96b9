"""The reader that asks a language model what a report claims, and checks every word."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from tasjil.model.report import Report
from tasjil.read.context import ReadingContext
from tasjil.read.drafts.assemble import assemble
from tasjil.read.drafts.draft import Draft, Span
from tasjil.read.dropping import Dropped, Proposed
from tasjil.read.language_model.answer import Answer, answer_of
from tasjil.read.language_model.asking import Manner, Question, drawn_mark, question
from tasjil.read.language_model.checking import Checking
from tasjil.read.language_model.endpoint import Endpoint
from tasjil.read.language_model.failures import NeverSent, QuestionRefused
from tasjil.read.language_model.joining import join
from tasjil.read.language_model.pieces import pieces

VERSION = "1"
"""Another for every change of the prompt or of what is checked."""


@dataclass(slots=True)
class LanguageModelReader:
    """Reads reports of any language by asking an OpenAI-compatible endpoint.

    Attributes:
        endpoint: Whom to ask.
        never_sent: Reports of which no word may go out, by id or digest of the text.
        draw: Where the marks around a report come from.
    """

    endpoint: Endpoint
    never_sent: Collection[str] = frozenset()
    draw: Callable[[], str] = drawn_mark
    version: str = field(default=VERSION, init=False)
    languages: frozenset[str] = field(default=frozenset(), init=False)
    _manner: Manner = field(default=Manner.FORMED, init=False)

    @property
    def name(self) -> str:
        """The model is in the name: another one reads otherwise."""
        return f"language model {self.endpoint.settings.model}"

    @property
    def disclosure(self) -> str:
        """What is sent and to where, in a sentence for whoever asks for it."""
        settings = self.endpoint.settings
        what = "the words of each report, its publisher, date and language"
        if settings.address.is_here:
            return (
                f"Asking {settings.model} at {settings.address.shown}, on this "
                f"machine: it is given {what}, and no more. What that program does "
                "with them is in its own settings."
            )
        way = ", by the proxy of your environment" * settings.proxy_from_environment
        return (
            f"Sending to {settings.address.shown}{way} (model {settings.model}): "
            f"{what}, and no more. It sees the address of this machine."
        )

    def read(self, report: Report, context: ReadingContext) -> Proposed:
        """Every claim of the model that stands on the report's words.

        Raises:
            NeverSent: The report is about somebody in the sealed box.
            ModelSilent: The endpoint does not answer.
            BadAnswer: It answers what no claims can be taken from. A report of which
                one piece got no answer has none: half of it would look whole.
        """
        if {report.id, report.text_digest} & set(self.never_sent):
            raise NeverSent(
                "this report is about somebody in the sealed box, so no word of it is "
                "sent to a language model; read it with a reader of this machine"
            )
        checking = Checking.of(report, context)
        dropped: Counter[Dropped] = Counter()
        drafts: list[Draft] = []
        for number, piece in enumerate(self._pieces(report)):
            answer = self._ask(report, piece)
            dropped[Dropped.SHAPE] += answer.shapeless
            dropped[Dropped.TOO_MANY] += answer.too_many
            for index, told in enumerate(answer.claims):
                draft = checking.draft(told, piece)
                if isinstance(draft, Dropped):
                    dropped[draft] += 1
                    continue
                draft.group = f"{number}/{told.group or f'alone {index}'}"
                draft.part_of = told.part_of and f"{number}/{told.part_of}"
                drafts.append(draft)
        claims = assemble(report, join(drafts), f"{self.name}/{self.version}")
        return Proposed(tuple(claims), +dropped)

    def _pieces(self, report: Report) -> list[Span]:
        return pieces(report.text, self.endpoint.settings.characters)

    def _ask(self, report: Report, piece: Span) -> Answer:
        """Ask about one piece, in the first manner that the endpoint takes."""
        asked = question(report, report.text[slice(*piece)], self.draw)
        return answer_of(self._heard(asked, self._manner))

    def _heard(self, asked: Question, manner: Manner) -> bytes:
        settings = self.endpoint.settings
        body = asked.body(settings.model, settings.answer_tokens, manner)
        try:
            heard = self.endpoint.ask(body)
        except QuestionRefused:
            if manner is Manner.BARE:
                raise
            return self._heard(asked, Manner(manner.value + 1))
        self._manner = manner
        return heard
