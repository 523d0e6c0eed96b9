"""A first guess of what columns mean: by their headers, checked against their cells."""

from collections.abc import Mapping, Sequence

from tasjil.link.lists.columns.columns import Column, Columns
from tasjil.link.lists.columns.evidence import LEAST, Evidence, look_at
from tasjil.link.lists.columns.header_words import POSTAL, WEAK, said_by, unnumbered
from tasjil.link.lists.columns.learning import learned
from tasjil.link.lists.columns.meaning import (
    DATES,
    ID_OF,
    LEVEL_OF,
    MANY,
    ColumnMeaning,
)
from tasjil.link.lists.plain import words_of

M = ColumnMeaning

SOME_ROWS = 500
"""Rows that are looked at for a guess; what is peculiar is learned from all."""

_PARTS = {M.NAME, M.OTHER_NAME, M.GIVEN, M.FATHER, M.GRANDFATHER, M.FAMILY, M.KUNYA}
_NAMES = _PARTS | {M.MOTHER, M.SPOUSE}
_ONE_WORD = 1.4
"""Words that the cells of a part of a name have on the average, at most."""

_ARABIC_RANGE = ("\u0600", "\u06ff")

Guess = tuple[ColumnMeaning, str, float]


def guess_columns(
    headers: Sequence[str], some_rows: Sequence[Mapping[str, str]]
) -> Columns:
    """Guess what each header means, with a reason and how sure the guess is.

    A header is believed unless the cells under it say otherwise: a column called "id"
    with nine digits in it holds numbers of the state, one that counts up numbers the
    rows. Of two columns for one meaning the surer is taken; a second name is the name
    in another script or spelling.

    Args:
        headers: As the cells stand under them, each once.
        some_rows: Some rows, by header; a few hundred are plenty.

    Example:
        >>> found = guess_columns(
        ...     ["م", "Name", "x"],
        ...     [{"م": "1", "Name": "Daren Vell", "x": "f"},
        ...      {"م": "2", "Name": "Ilva Tornay", "x": "m"},
        ...      {"م": "3", "Name": "Ana Silva", "x": "f"}])
        >>> [(each.meaning.value, each.because) for each in found]
        [('record number', 'both'), ('name', 'both'), ('sex', 'values')]
    """
    some = some_rows[:SOME_ROWS]
    seen = {h: look_at([row.get(h, "") for row in some]) for h in headers}
    guesses = {header: _guess(header, seen[header]) for header in headers}
    guesses = _parts_of_names(guesses, seen)
    guesses = _dates_told_apart(guesses, seen)
    guesses = _where_they_live(guesses)
    guesses = _each_once(guesses, seen)
    columns = Columns(
        tuple(Column(h, g[0], g[1], round(g[2], 2)) for h, g in guesses.items()),
        language=_language(headers, some),
    )
    return learned(columns, lambda header: [row.get(header, "") for row in some])


def _guess(header: str, seen: Evidence) -> Guess:
    """Guess one column for itself."""
    said = said_by(header)
    shown = _by_values(seen)
    if said is None:
        return shown
    meaning, sure = said
    if seen.filled < LEAST:
        return meaning, "header", sure
    if words_of(header) in _IDS and (other := _which_number(seen)) is not None:
        return other, "both", 0.85
    if meaning is M.FAMILY and seen.by_names >= 0.5:
        return M.KUNYA, "both", 0.85
    fit = fits(meaning, seen)
    if fit is None:
        return meaning, "header", sure
    if fit:
        return meaning, "both", min(0.99, sure + 0.04)
    if shown[0] not in (M.NOTES, M.IGNORED) and shown[2] >= 0.5:
        return shown[0], "values", shown[2] * 0.9
    if words_of(header) in WEAK:
        return shown
    return meaning, "header", sure * 0.4


_IDS = frozenset(
    {"id", "رقم", "الرقم", "number", "no", "uid", "victim id", "person id"}
)


def _which_number(seen: Evidence) -> ColumnMeaning | None:
    """Tell what an "id" is: nine digits in no order are of the state."""
    if seen.counting or seen.long_numbers < 0.5 < seen.numbers:
        return M.RECORD if seen.distinct > 0.95 or seen.counting else M.FILE
    if seen.long_numbers >= 0.5:
        return M.NATIONAL
    return None


def fits(meaning: ColumnMeaning, seen: Evidence) -> bool | None:
    """Tell whether cells can have a meaning; None where any cell can."""
    if meaning is M.SEX:
        return seen.sexes >= 0.5 or (seen.kinds <= 3 and seen.length < 3)
    if meaning is M.AGE:
        return seen.ages >= 0.5 and not seen.counting
    if meaning in (M.BORN_YEAR, M.DIED_YEAR):
        return seen.dates >= 0.5
    if meaning in DATES:
        return seen.dates >= 0.5 or (seen.numbers >= 0.9 and seen.length >= 4)
    if meaning in ID_OF:
        return seen.numbers >= 0.5 and seen.words < 3 and seen.dates < 0.9
    if meaning in _NAMES:
        return seen.names >= 0.5 and seen.sexes < 0.5
    if meaning is M.RECORD:
        return seen.names < 0.5 and seen.words < 3
    return None


def _by_values(seen: Evidence) -> Guess:
    """Guess by the cells alone."""
    if seen.filled < LEAST:
        return M.IGNORED, "nothing", 0.1
    if seen.counting:
        return M.RECORD, "values", 0.7
    if seen.sexes >= 0.8:
        return M.SEX, "values", 0.8
    if seen.dates >= 0.7:
        born = seen.spread > 25
        return (M.BORN if born else M.DIED), "values", 0.6
    if seen.long_numbers >= 0.7 and seen.distinct >= 0.5:
        return M.NATIONAL, "values", 0.6
    if seen.ages >= 0.8 and seen.length <= 12 and seen.kinds > 2:
        return M.AGE, "values", 0.65
    if seen.names >= 0.7 and seen.words >= 1.8 and seen.distinct >= 0.6:
        return M.NAME, "values", 0.55 if seen.words < 5 else 0.3
    if seen.names >= 0.5 or seen.words >= 3:
        return M.NOTES, "nothing", 0.2
    return M.IGNORED, "nothing", 0.2


def _parts_of_names(
    guesses: Mapping[str, Guess], seen: Mapping[str, Evidence]
) -> dict[str, Guess]:
    """Take "name" for the first name where it stands beside one of a family.

    "Nom" beside "prénom" is the family; alone it is the whole name.
    """
    there = {guess[0] for guess in guesses.values()}
    found = dict(guesses)
    whole = [h for h, guess in guesses.items() if guess[0] is M.NAME]
    if len(whole) == 2 and all(0 < seen[h].words < _ONE_WORD for h in whole):
        first, last = whole
        if abs(seen[first].arabic - seen[last].arabic) < 0.5 and M.FAMILY not in there:
            found[first] = M.GIVEN, "both", guesses[first][2]
            found[last] = M.FAMILY, "both", guesses[last][2]
            return found
    for header, (meaning, why, sure) in guesses.items():
        single = 0 < seen[header].words < _ONE_WORD
        if meaning is M.NAME and single and M.FAMILY in there and M.GIVEN not in there:
            found[header] = M.GIVEN, why, sure
        alone = not there & {M.GIVEN, M.NAME}
        if meaning is M.FAMILY and words_of(header) == "nom" and alone:
            found[header] = M.NAME, why, sure
    return found


def _dates_told_apart(
    guesses: Mapping[str, Guess], seen: Mapping[str, Evidence]
) -> dict[str, Guess]:
    """Of two dates that only their cells tell, the wider spread is of births."""
    found = dict(guesses)
    weak = [h for h, g in guesses.items() if g[0] in DATES and g[1] == "values"]
    there = {g[0] for h, g in guesses.items() if h not in weak}
    if len(weak) == 2 and not there & DATES:
        born, died = sorted(weak, key=lambda h: -seen[h].spread)
        found[born] = (M.BORN, "values", guesses[born][2])
        found[died] = (M.DIED, "values", guesses[died][2])
    return found


_ON_A_MAP = frozenset(LEVEL_OF) - {M.PLACE}


def _where_they_live(guesses: Mapping[str, Guess]) -> dict[str, Guess]:
    """Take places for those of an address, where the list has postcodes or suburbs."""
    there = {guess[0] for guess in guesses.values()}
    if M.PLACE in there or not any(words_of(each) in POSTAL for each in guesses):
        return dict(guesses)
    return {
        header: ((M.HOME, *guess[1:]) if guess[0] in _ON_A_MAP else guess)
        for header, guess in guesses.items()
    }


_IN_PARTS = frozenset({M.GIVEN, M.FAMILY})
"""Meanings that go on in a second column: lname_c1 and lname_c2."""


def _each_once(
    guesses: Mapping[str, Guess], seen: Mapping[str, Evidence]
) -> dict[str, Guess]:
    """Give a meaning that a list has once to the column that is surest of it."""
    found = dict(guesses)
    by_meaning: dict[ColumnMeaning, list[str]] = {}
    for header, guess in guesses.items():
        by_meaning.setdefault(guess[0], []).append(header)
    for meaning, headers in by_meaning.items():
        if (meaning in MANY and meaning not in _IN_PARTS) or len(headers) < 2:
            continue
        best = max(
            headers,
            key=lambda h: (guesses[h][2], seen[h].filled, -list(guesses).index(h)),
        )
        for header in headers:
            goes_on = unnumbered(header) == unnumbered(best)
            if header != best and not (meaning in _IN_PARTS and goes_on):
                found[header] = _second(meaning, guesses[header])
    if M.NAME not in by_meaning and M.GIVEN not in by_meaning:
        _promote(found)
    return found


def _second(meaning: ColumnMeaning, guess: Guess) -> Guess:
    left = M.OTHER_NAME if meaning is M.NAME else M.IGNORED
    if meaning is M.NATIONAL and guess[1] != "values":
        left = M.FILE
    return left, "twice", guess[2] * 0.6


def _promote(found: dict[str, Guess]) -> None:
    """Take another spelling for the name, where no column is called the name."""
    for header, (meaning, why, sure) in found.items():
        if meaning is M.OTHER_NAME:
            found[header] = M.NAME, why, sure
            return


_FRENCH = frozenset(
    words_of(each)
    for each in ("nom", "prénom", "sexe", "âge", "décès", "naissance", "lieu", "mère")
)
_KURDISH = frozenset(
    words_of(each) for each in ("nav", "temen", "zayend", "gund", "dayik", "bajar")
)


def _language(headers: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """Name the language of the headers, or of the cells where they are in Latin."""
    low, high = _ARABIC_RANGE
    text = "".join(headers) or "".join(v for row in rows[:20] for v in row.values())
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return ""
    if sum(low <= c <= high for c in letters) > 0.5 * len(letters):
        return "ar"
    words = {word for header in headers for word in words_of(header).split()}
    if len(words & _FRENCH) > 1:
        return "fr"
    return "ku" if len(words & _KURDISH) > 1 else "en"
