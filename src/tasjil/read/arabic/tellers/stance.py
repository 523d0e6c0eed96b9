"""Whether harm is told as having happened, and how firmly."""

from collections.abc import Iterable, Sequence
from functools import cache

from tasjil.model.acts import Stance
from tasjil.read.arabic.tellers.attribution import cues_over
from tasjil.read.arabic.tellers.cues import Cue
from tasjil.read.arabic.tellers.teller_phrases import tells_of_harm
from tasjil.read.arabic.tellers.telling_words import Telling, verb
from tasjil.read.arabic.text import lexicon
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import Word
from tasjil.read.sentence import Sentence

Span = tuple[int, int]
_NEAR = 3
_FAR = 7


@cache
def _words(key: str) -> frozenset[str]:
    """The words of one list."""
    return lexicon.words("standing", key)


def stance_of(
    sentence: Sentence, words: Sequence[Word], at: int
) -> tuple[Stance, Span | None] | None:
    """How firmly the harm at an offset is told, and the words that say so.

    None where it is no claim: a plan, a threat, an attempt, a condition, an exercise,
    or harm that nobody says anything of but that there was none.

    Example:
        >>> from tasjil.read.arabic.text.sentences import split
        >>> from tasjil.read.arabic.text.words import words_of
        >>> told = split("حاول مسلحون قتل الحارس.")[0]
        >>> stance_of(told, words_of(told.text), 12) is None
        True
    """
    line = Line.of(sentence.text, words)
    i = line.index(at)
    if i >= len(line) or is_unreal(line, i):
        return None
    over = cues_over(sentence.text, at)
    denied = _denied(line, i, over)
    if denied is not None:
        stance, k = denied
        return None if stance is None else (stance, _span(line, k))
    return _shade(line, i, over)


def _span(line: Line, k: int) -> Span:
    """Where word `k` stands."""
    return line.words[k].start, line.words[k].end


def is_unreal(line: Line, i: int) -> bool:
    """True for harm that is only meant, feared as a motive, supposed or played."""
    if any(line.one_of(k, _words("exercise")) for k in range(len(line))):
        return True
    return _is_future(line, i) or _is_governed(line, i) or _is_supposed(line, i)


def _is_future(line: Line, i: int) -> bool:
    """True for "will die", "may survive"."""
    form = line.bare(i)
    if form[:1] == "س" and form[1:2] in ("ي", "ت") and len(form) > 4:
        return not tells_of_harm(form)
    present = form[:1] in ("ي", "ت") and len(form) > 3
    before = line.form(i - 1)
    if before in ("لن", "ولن", "سوف", "رح"):
        return True
    return present and before in ("قد", "فقد", "وقد") and not line.marks[i]


def _is_governed(line: Line, i: int) -> bool:
    """True for "an attempt to kill", "threatened to", "for fear of", "to arrest"."""
    form = line.form(i)
    if form[:1] == "ل" and form[1:] in _words("purposes"):
        return True
    passed = 0
    for k in range(i - 1, max(i - 1 - _NEAR, -1), -1):
        if line.marks[k + 1] and line.marks[k + 1] != "«":
            return False
        if line.one_of(k, _words("unreal")) or line.one_of(k, _words("motives")):
            return _is_about_to(line, k, i) or passed == i - 1 - k
        passed += line.form(k) in _words("between")
    return False


def _is_about_to(line: Line, k: int, i: int) -> bool:
    """True for the verb of a doer in between: "tried armed men to kill"."""
    return i - k == 2 and line.form(k)[:1] != "ت"


def _is_supposed(line: Line, i: int) -> bool:
    """True within a clause that begins with "if"."""
    for k in range(i, max(i - _FAR, -1), -1):
        if line.one_of(k, _words("conditions")):
            return line.bare(k) != "حال" or line.bare(k - 1) == "في"
        if line.breaks(k):
            return False
    return False


def _denied(
    line: Line, i: int, over: Sequence[Cue]
) -> tuple[Stance | None, int] | None:
    """The denial and its word; a stance of None for harm that there was none of."""
    found = _negated(line, i, over)
    if found is not None:
        return found
    if _is_withdrawn(line, i):
        return Stance.DENIED, i
    if (false := _is_called_false(line, i, over)) is not None:
        return Stance.DENIED, false
    for k in _before(line, i):
        if line.one_of(k, _words("untrue")) and line.one_of(k - 1, _words("negations")):
            return Stance.DENIED, k
        if line.one_of(k, _words("withdrawn")) and i - k <= _NEAR:
            return Stance.DENIED, k
    cue = next((c for c in over if not c.beside), None)
    if cue is None or cue.telling is not Telling.DENIED:
        return None
    between = range(cue.word, i)
    if any(line.one_of(k, _words("responsibility")) for k in between):
        return None
    return Stance.DENIED, cue.word


def _is_withdrawn(line: Line, i: int) -> bool:
    """True for 300 in "reduced it from about 300 to 184"."""
    near = range(max(i - _NEAR - 1, 0), i)
    start = next((k for k in near if line.form(k) == "من"), None)
    stop = min(i + _FAR, len(line) - 1)
    end = next((k for k in range(i, stop) if line.form(k) == "الي"), None)
    if start is None or end is None:
        return False
    number = tells_of_harm(line.form(end + 1)) or line.form(end + 2)[:1].isdigit()
    reduced = any(line.one_of(k, _words("corrected")) for k in range(start))
    return number and reduced


def _is_called_false(line: Line, i: int, over: Sequence[Cue]) -> int | None:
    """The word of "the talk of dozens of dead is pure invention"."""
    if not over:
        return None
    for k in range(i + 1, len(line)):
        if line.form(k) in _words("false"):
            return k
        wrong = line.form(k - 1) in ("غير", "ليس", "ليست")
        if wrong and line.form(k) in _words("right") and k - i <= _FAR:
            return k
    return None


def _before(line: Line, i: int) -> Iterable[int]:
    """The words before, back to the head of the clause."""
    for k in range(i, max(i - _FAR, -1), -1):
        yield k
        if line.breaks(k):
            return


def _negated(
    line: Line, i: int, over: Sequence[Cue]
) -> tuple[Stance | None, int] | None:
    """As in "nobody was arrested", "without casualties", "no dead"."""
    if line.one_of(i, _words("negative")):
        return None
    k = i - 1
    if line.one_of(k, _words("negations")) and not line.marks[i].strip("«"):
        return (Stance.DENIED if _is_denial(line, i, over) else None), k
    for k in range(i - 1, max(i - 1 - _NEAR, -1), -1):
        if line.breaks(k + 1):
            break
        result = line.one_of(k, _words("results"))
        if result and line.one_of(k - 1, _words("negations")):
            return None, k - 1
    return None


_NO_SHADE = (Telling.STATED, Telling.DENIED)


def _is_denial(line: Line, i: int, over: Sequence[Cue]) -> bool:
    """True where somebody denies, or a figure is put right: "and not eleven"."""
    if line.bare(i - 1) in ("ليس", "ليست"):
        return True
    quoted = any("«" in line.marks[k] for k in range(i + 1))
    return quoted or any(c.tellers for c in over)


_SHADES = {
    "feared": Stance.FEARED,
    "alleged": Stance.ALLEGED,
    "estimated": Stance.ESTIMATED,
}


def _shade(line: Line, i: int, over: Sequence[Cue]) -> tuple[Stance, Span | None]:
    """The weight or the distance with which it is told."""
    if (checked := _checked(line, i)) is not None:
        return Stance.VERIFIED, _span(line, checked)
    for k in _before(line, i):
        if line.one_of(k, _words("rumours")) and line.form(k + 1) == "عن" and k < i:
            return Stance.ALLEGED, _span(line, k)
        for key, stance in _SHADES.items():
            if line.one_of(k, _words(key)) and k < i:
                return stance, _span(line, k)
    for cue in over:
        if line.form(cue.word + 1) in ("لي", "لنا") and not cue.beside:
            return Stance.ALLEGED, _span(line, cue.word)
        if not cue.beside and cue.telling not in _NO_SHADE:
            return Stance(cue.telling.value), _span(line, cue.word)
    return Stance.STATED, None


def _checked(line: Line, i: int) -> int | None:
    """The word for "documented" right behind people: "134 dead documented by name"."""
    for k in range(i + 1, min(i + 1 + _NEAR, len(line))):
        if line.marks[k]:
            return None
        if line.form(k) in _words("verified") and "ايد" not in line.form(k - 1):
            return k
        known = verb(line.form(k))
        if known is not None and known[0] is Telling.VERIFIED and not known[1]:
            return k
    return None
