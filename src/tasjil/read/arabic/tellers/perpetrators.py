"""Who is said to have done it, and how firmly that is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tasjil.model.acts import PerpetratorStance
from tasjil.read.arabic.tellers.attribution import cues_over
from tasjil.read.arabic.tellers.cues import cues
from tasjil.read.arabic.tellers.doers import Armed, armed, attacking, words
from tasjil.read.arabic.tellers.teller_phrases import ends
from tasjil.read.arabic.tellers.telling_words import Telling
from tasjil.read.arabic.tellers.telling_words import words as telling
from tasjil.read.arabic.text.folding import folded
from tasjil.read.arabic.text.lexicon import table
from tasjil.read.arabic.text.line import Line
from tasjil.read.arabic.text.words import Word
from tasjil.read.sentence import Sentence

Span = tuple[int, int]
_NEAR = 3
_FAR = 9


@dataclass(frozen=True, slots=True)
class Doer:
    """Armed people who are told to have done something in a sentence."""

    first: int
    behind: int
    stance: PerpetratorStance

    def far_from(self, line: Line, i: int) -> tuple[bool, int]:
        """In another clause or not, and how many words away."""
        low, high = sorted((i, self.first))
        apart = any(_contrasts(line, k) for k in range(low + 1, high + 1))
        return apart, high - low


def doer_of(
    sentence: Sentence, words: Sequence[Word], at: int
) -> tuple[Span, PerpetratorStance] | None:
    """Who did the harm at an offset, by the words of its own sentence.

    Example:
        >>> from tasjil.read.arabic.text.sentences import split
        >>> from tasjil.read.arabic.text.words import words_of
        >>> told = split("قُتل راعيان برصاص قناص.")[0]
        >>> (start, end), stance = doer_of(told, words_of(told.text), 0)
        >>> told.text[start:end], stance.value
        ('قناص', 'named')
    """
    line = Line.of(sentence.text, words)
    i = line.index(at)
    found = [d for d in doers(line) if not d.first <= i < d.behind]
    if not found:
        return None
    best = min(found, key=lambda d: d.far_from(line, i))
    if best.far_from(line, i)[0]:
        return None
    return span_of(line, best), best.stance


def span_of(line: Line, doer: Doer) -> Span:
    """Where their words stand, without a "by" or an "of" that is written on."""
    start = line.words[doer.first].start + _written_on(line.form(doer.first))
    return start, line.words[doer.behind - 1].end


def doers(line: Line) -> Iterator[Doer]:
    """Every armed party of a sentence that is told to have done something."""
    _, told = cues(line.text)
    tellers = [(t.start, t.end) for c in told for t in c.tellers if t.text]
    parties = list(armed(line))
    for party in parties:
        if any(_works(line, party, other) for other in parties):
            continue
        start = line.words[party.first].start
        inside = any(a <= start < b for a, b in tellers) and not _is_blamed(line, party)
        stance = _denying(line, party) if inside else _role(line, party)
        if stance is None:
            continue
        party = _calling_itself(line, _behind_them(line, party))
        if stance is PerpetratorStance.NAMED and _is_distant(line, party):
            stance = PerpetratorStance.ALLEGED
        yield Doer(party.first, party.behind, stance)


def _works(line: Line, party: Armed, other: Armed) -> bool:
    """True for the drone in "a drone that the army flies"."""
    gap = other.first - party.behind
    return gap == 1 and line.one_of(party.behind, attacking("verbs"))


def _is_blamed(line: Line, party: Armed) -> bool:
    """As in "the town accused the brigade of": the words for both stand together."""
    near = range(max(party.first - _NEAR, 0), party.first - 1)
    return any(line.one_of(k, words("blaming")) for k in near)


def _written_on(form: str) -> int:
    """How many letters of "by" or "of" stand before the word itself."""
    if form in words("with_name") | words("alone"):
        return 0  # the first letter of "factions" is no "and so"
    plain = form[1:] if form[:1] in ("و", "ف") else form
    gone = len(form) - len(plain)
    if plain.startswith("لل"):
        return gone + 2
    return gone + (1 if plain[:1] in ("ب", "ل") and plain[1:3] != "وا" else 0)


def _role(line: Line, party: Armed) -> PerpetratorStance | None:
    """What they are told to have done; None for people who only stand there."""
    i = party.first
    if _is_counted(line, i):
        return None
    back = range(i - 1, max(i - 1 - _FAR, -1), -1)
    for k in back:
        if line.one_of(k, words("blaming")) and not _contrasts(line, k + 1):
            return PerpetratorStance.ACCUSED
        if line.one_of(k, words("attributed")) and "ل" in line.form(i - 1):
            return PerpetratorStance.ACCUSED
        if line.breaks(k):
            break
    if _claims(line, party):
        return PerpetratorStance.CLAIMED
    if _is_listed(line, party):
        return PerpetratorStance.NAMED
    named = _by_noun(line, party) or _by_verb(line, party) or _acts(line, party)
    return PerpetratorStance.NAMED if named else None


def _is_listed(line: Line, party: Armed) -> bool:
    """As in "Government forces: 140", in a list of those responsible."""
    k = party.behind
    only = k == len(line) - 1 and line.form(k)[:1].isdigit()
    return party.first == 0 and only and ":" in line.marks[k]


def _is_counted(line: Line, i: int) -> bool:
    """True for "seven soldiers", "twelve of the guards": they are victims."""
    k = i - 1 - (line.form(i - 1) == "من")
    form = line.form(k)
    number = form[:1].isdigit() or form in telling("numbers")
    return number and not line.marks[i]


def _claims(line: Line, party: Armed) -> bool:
    """As in "the front claimed the attack", "announced its responsibility"."""
    near = [k for k in range(party.first - _NEAR, party.first) if k >= 0]
    near += [k for k in (party.behind, party.behind + 1) if k < len(line)]
    said = [k for k in near if line.one_of(k, words("claiming"))]
    if any(line.form(k).startswith(("ت", "وت", "ي")) for k in said):
        return True
    later = range(party.behind, min(party.behind + _NEAR, len(line)))
    return bool(said) and any(line.one_of(k, words("of_it")) for k in later)


def _by_noun(line: Line, party: Armed) -> bool:
    """As in "by fire of", "at the hands of", "a raid of the air force"."""
    i = party.first
    before = party.before.lstrip("وف")
    if line.marks[i].strip("«("):
        return False
    stems = (line.bare(i - 1), line.bare(i - 1)[1:])
    if any(s in words("by_hand") for s in stems):
        return line.form(i - 2) in ("علي", "من") or stems[0][:1] == "ب"
    if before.startswith("ل"):
        return any(_attacks(line, k) for k in range(max(i - _NEAR, 0), i))
    if before.startswith("ب"):
        return False
    return _attacks(line, i - 1) and _is_of_doer(line, i - 1)


def _attacks(line: Line, k: int) -> bool:
    """True for a noun of attacking, with what is written on it."""
    form = line.bare(k)
    return form in words("attacks") or form[1:] in words("attacks")


def _is_of_doer(line: Line, k: int) -> bool:
    """False for "the shelling of the army": what was shelled is not told apart."""
    form = line.bare(k)
    aimed = form.endswith(("مواقع", "موقع", "دوريه"))
    return not aimed or line.form(k - 1) in ("من", "عن")


def _by_verb(line: Line, party: Armed) -> bool:
    """As in "that gunmen laid", "the army shelled the quarter"."""
    i = party.first
    if line.marks[i].strip("«("):
        return False
    if line.one_of(i - 1, attacking("verbs")):
        return True
    if not line.one_of(i - 1, attacking("harming")):
        return False
    whom = line.form(i - 1).endswith(("ني", "نا", "ه", "ها", "هم", "هما", "دو", "ذو"))
    return whom or _has_object(line, _behind_them(line, party).behind)


def _has_object(line: Line, k: int) -> bool:
    """True where somebody follows whom they harmed."""
    if k >= len(line) or line.marks[k]:
        return False
    form = line.form(k)
    number = form[:1].isdigit() or form in telling("numbers")
    return number or not (ends(line, k) or form[:1] in ("ب", "ل") or form == "من")


def _acts(line: Line, party: Armed) -> bool:
    """As in "security forces opened fire", "gunmen believed to be of X attacked"."""
    k = party.behind
    if k >= len(line) or line.marks[k]:
        return False
    if line.one_of(k, words("distant")):
        return True
    return line.one_of(k, attacking("verbs")) or line.one_of(k, attacking("harming"))


def _behind_them(line: Line, party: Armed) -> Armed:
    """Who stands behind "a patrol of", "gunmen of": the force itself.

    A group loyal to the government is not the government: its words go on.
    """
    loyal = _loyal_to(line, party)
    if loyal is not None:
        return loyal
    for k in range(party.behind, min(party.behind + 4, len(line))):
        if line.breaks(k):
            break
        if line.form(k) not in _LINKS and not line.one_of(k, words("distant")):
            if k == party.behind and line.form(k)[:1] == "ل":
                return next((a for a in armed(line) if a.first == k), party)
            break
        other = next((a for a in armed(line) if a.first == k + 1), None)
        if other is not None and line.form(k) in _LINKS:
            return other
    return party


def _loyal_to(line: Line, party: Armed) -> Armed | None:
    """As in "groups loyal to the former government": the words for all of it."""
    behind = party.behind
    loyal = behind - 1 > party.first and line.one_of(behind - 1, words("loyal"))
    inside = behind < len(line) and not line.marks[behind]
    if inside and line.one_of(behind, words("loyal")):
        behind, loyal = behind + 1, True
    if not loyal or behind >= len(line) or line.form(behind)[:1] not in ("ل", "ب"):
        return None
    stop = behind + 1
    more = words("sides") | words("former")
    while stop < len(line) and not line.marks[stop] and line.one_of(stop, more):
        stop += 1
    return Armed(party.first, stop, party.before)


def _calling_itself(line: Line, party: Armed) -> Armed:
    """The name of "a group that calls itself ..."."""
    for k in range(party.behind, min(party.behind + 4, len(line) - 1)):
        if line.form(k) in words("called") and line.marks[k + 1] == "«":
            end = next(
                j
                for j in range(k + 2, len(line) + 1)
                if line.marks[j] or j == len(line)
            )
            return Armed(k + 1, end, "")
    return party


_LINKS = frozenset(["من", "انهم", "انها", "انه", "تابعين", "تابعه", "تابع"])


def _is_distant(line: Line, party: Armed) -> bool:
    """True where words of doubt stand beside them, or the whole is only said to be."""
    near = range(max(party.first - 4, 0), min(party.behind + 1, len(line)))
    if any(line.one_of(k, words("distant")) for k in near):
        return True
    over = cues_over(line.text, line.words[party.first].start)
    return any(c.telling is Telling.ALLEGED for c in over)


def _denying(line: Line, party: Armed) -> PerpetratorStance | None:
    """A party that says of itself that it did not do it."""
    known = cues_over(line.text, line.words[-1].start)
    tells = any(
        t.start <= line.words[party.first].start < t.end
        for c in known
        for t in c.tellers
    )
    for k in range(party.behind, len(line)):
        denied = line.form(k - 1) in ("لم", "ولم") and line.form(k)[:1] == "ن"
        if tells and denied:
            return PerpetratorStance.DENIED
    no_part = any(line.one_of(k, _no_part()) for k in range(party.behind, len(line)))
    denies = any(c.telling is Telling.DENIED for c in known)
    return PerpetratorStance.DENIED if tells and denies and no_part else None


@cache
def _no_part() -> frozenset[str]:
    """Words for a hand in it."""
    listed = table("standing")["responsibility"].split()
    return frozenset(map(folded, listed))


def _contrasts(line: Line, k: int) -> bool:
    """True where another clause is set against the one before."""
    if not 0 <= k < len(line):
        return False
    marked = line.breaks(k) and line.one_of(k, telling("contrast"))
    return marked or "؛" in line.marks[k]
