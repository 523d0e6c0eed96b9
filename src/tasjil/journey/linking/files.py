"""Links lists that belong to no case: reads them, says who is one, keeps nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasjil.errors import BadValue, CannotCapture
from tasjil.journey.linking.overlaps import people_said
from tasjil.journey.linking.people import People, people_of
from tasjil.journey.lists.reading import ListRead, read_particulars
from tasjil.journey.progress import Progress
from tasjil.link.linking import Linked, LinkSettings, link_records
from tasjil.link.score.model import Model
from tasjil.model.judgement import Judgement
from tasjil.model.particulars import Particulars


@dataclass(frozen=True, slots=True)
class LinkedFiles:
    """Lists that were linked.

    Attributes:
        lists: Each list as it was read; some may have failed.
        said: Of which of them people said whether anybody stands on it twice.
    """

    people: People
    linked: Linked
    records: Sequence[Particulars]
    lists: tuple[ListRead, ...]
    judgements: tuple[Judgement, ...] = ()
    said: Mapping[str, bool] = field(default_factory=dict)

    @property
    def failures(self) -> tuple[ListRead, ...]:
        """The lists that could not be read, each with its reason."""
        return tuple(each for each in self.lists if each.failure is not None)


def link_files(
    paths: Sequence[Path],
    settings: LinkSettings,
    progress: Progress,
    judgements: Sequence[Judgement] = (),
) -> LinkedFiles:
    """Read lists and say which of their records tell of one person.

    Args:
        paths: Files (.csv, .tsv, .xlsx).
        settings: How records are linked.
        progress: Told how far it is.
        judgements: What people said about pairs of records, oldest first.

    Raises:
        CannotCapture: None of the lists could be read.
    """
    for path in paths:
        if not path.exists():
            raise CannotCapture(
                f"expected a list or a case folder at {path}, found nothing there"
            )
    records, lists = read_particulars(paths, progress)
    if not records:
        raise CannotCapture(
            "expected lists with rows that tell of people, found none in the "
            f"{len(lists)} given; `tasjil columns LIST` shows how a list is read"
        )
    progress.begin("Linking", None)
    clean = {each.name: each.clean for each in lists if each.failure is None}
    held = {each.list for each in records}
    told = {name: word for name, word in clean.items() if name in held}
    linked = link_records(records, clean=told, judgements=judgements, settings=settings)
    people = people_of(linked, {each.record: each.list for each in records})
    words = tuple(judgements)
    return LinkedFiles(people, linked, records, lists, words, people_said(told))


def model_in(path: Path) -> Model | None:
    """Read how records are weighed; None where there is no such file yet.

    Raises:
        BadValue: The file holds no model, or cannot be read.
    """
    if not path.exists():
        return None
    try:
        return Model.from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadValue(
            f"expected a file that you may read and that `--model` made at {path}, "
            f"found none ({type(wrong).__name__}); name another"
        ) from None


def keep_model(model: Model, path: Path) -> None:
    """Write how records were weighed, where the file is not there yet.

    It says how often parts agree, and names nobody.

    Raises:
        BadValue: It cannot be written.
    """
    if path.exists():
        return
    try:
        path.write_text(model.to_json(), encoding="utf-8")
    except OSError as wrong:
        raise BadValue(
            f"expected a place to write the model at {path}, found that it cannot be "
            f"written there ({wrong.strerror}); name another"
        ) from None
