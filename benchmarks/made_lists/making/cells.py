"""From what is told to the cells of a row, in the words and formats of one list."""

from collections.abc import Callable
from datetime import date
from random import Random

from making import words
from making.sources import Source
from making.told import Told

Cell = Callable[[Told], str]
# What can only be seen to have gone wrong where the list has such a column.
ASKS = {
    "no grandfather": ("grandfather", "name"),
    "title": ("name",),
    "kunya added": ("name",),
    "no age": ("age",),
    "age off": ("age",),
    "rounded": ("age",),
    "no birth": ("born",),
    "no date": ("died",),
    "date off": ("died",),
    "burial date": ("died",),
    "no place": ("town", "place"),
    "other place": ("town", "place"),
    "no sex": ("sex",),
    "wrong sex": ("sex",),
    "no id": ("identity",),
    "id slip": ("identity",),
    "id of the head": ("identity",),
    "id of another": ("identity",),
    "no mother": ("mother",),
}


class Sheet:
    """Writes the header and the rows of one list."""

    def __init__(self, source: Source, chance: Random) -> None:
        """Choose the words of this list's headers once."""
        self.source, self.chance = source, chance
        self.language = source.language
        self.sexes = chance.choice(words.SEX[source.language])
        months = words.MONTHS[source.language].split()
        self.months = [month.replace("_", " ") for month in months]
        self.makers: dict[str, Cell] = {
            "number": lambda _: "",
            "name": self._name,
            "sex": self._sex,
            "age": self._age,
            "born": self._born,
            "died": lambda told: self._date(told.died),
            "place": self._place,
            "file": self._file,
            "note": lambda _: "",
            "cause": lambda _: self.chance.choice(words.CAUSES[self.language]),
            "district": self._district,
        }

    def header(self) -> list[str]:
        """Give the headers, each as one of its usual wordings."""
        known = words.HEADERS[self.language]
        return [self.chance.choice(known[column]) for column in self.source.columns]

    def row(self, told: Told) -> list[str]:
        """Give the cells; now and then everything stands one column to the right."""
        told.kinds = [kind for kind in told.kinds if self._shows(kind)]
        cells = [self._cell(told, column) for column in self.source.columns]
        if self.chance.random() < 0.002:
            at = self.chance.randrange(1, len(cells))
            cells = [*cells[:at], "", *cells[at:-1]]
            told.kinds.append("shifted")
        return cells

    def _shows(self, kind: str) -> bool:
        asked = ASKS.get(kind)
        return asked is None or any(column in self.source.columns for column in asked)

    def _cell(self, told: Told, column: str) -> str:
        if column in self.makers:
            return self.makers[column](told)
        if column == "given" and told.whole:
            return told.whole
        if column in ("town", "governorate", "identity", "mother"):
            return str(getattr(told, column))
        return self._cased(told.parts.get(column, ""))

    def _name(self, told: Told) -> str:
        parts = [told.parts[part] for part in self.source.order if part in told.parts]
        whole = told.whole or " ".join(parts)
        before, after = told.title, ""
        if before.startswith("("):
            before, after = "", " " + before
        whole = self._cased(f"{before}{whole}{after}")
        if self.source.cut and len(whole) > self.source.cut:
            told.kinds.append("cut")
            whole = whole[: self.source.cut]
        return whole

    def _cased(self, text: str) -> str:
        return text.upper() if self.source.capitals else text

    def _sex(self, told: Told) -> str:
        if told.man is None:
            return ""
        return self.sexes[0 if told.man else 1]

    def _age(self, told: Told) -> str:
        if told.months is not None:
            return words.MONTHS_OLD[self.language].format(told.months)
        if told.age is None:
            return ""
        said = self.chance.choice(words.AGES[self.language]).format(told.age)
        return said.translate(words.INDIC) if self.source.dates == "indic" else said

    def _born(self, told: Told) -> str:
        if told.born is not None and self.chance.random() < 0.1:
            return str(date.fromordinal(told.born).year)
        return self._date(told.born)

    def _date(self, day: int | None) -> str:
        if day is None:
            return ""
        when = date.fromordinal(day)
        month = self.months[when.month - 1]
        said = {
            "iso": f"{when:%Y-%m-%d}",
            "slash": f"{when:%d/%m/%Y}",
            "words": f"{when.day} {month} {when.year}",
            "american": f"{when.month}/{when.day}/{when.year}",
            "indic": f"{when.day} {month} {when.year}".translate(words.INDIC),
        }
        return said[self.source.dates]

    def _place(self, told: Told) -> str:
        joint = "، " if self.language == "ar" else ", "
        names = [told.town, told.district, told.governorate]
        if self.chance.random() < 0.5:
            names.pop(1)
        return joint.join(dict.fromkeys(name for name in names if name))

    def _district(self, told: Told) -> str:
        if not told.district:
            return ""
        return words.DISTRICT[self.language].format(told.district)

    def _file(self, told: Told) -> str:
        """Give a file number; a tenth of them are given out twice or oftener."""
        reused = self.chance.random() < 0.1
        return f"{self.chance.randrange(40 if reused else 10**6)}/31"
