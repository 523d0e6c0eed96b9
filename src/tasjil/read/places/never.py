"""Words that a list of places holds as well, but that a report means otherwise."""

from tasjil.read.word_lists import word_lists

_WORDS = word_lists("tasjil.read.places", "data/words.txt")

NEVER = _WORDS["never"]
"""Never a place standing alone, whatever its capitals."""

OFTEN_A_WORD = _WORDS["often a word"]
"""A place only after "in", "at", "near", "the town of" and the like."""

NOT_AFTER = _WORDS["not after"]
"""Words that make an organisation of the place before them."""

TIME_WORDS = _WORDS["time"]
"""Words with a capital that may follow a place and leave it one."""

NOT_IN_A_NAME = _WORDS["not in a name"]
"""Small words that end the name of a place."""

DIRECTIONS = _WORDS["directions"]
"""Words with a capital that may stand before a place and leave it one."""

FUNCTION_WORDS = _WORDS["function"]
"""Small words that begin no place."""

PREPOSITIONS = _WORDS["prepositions"]
"""Words before a place; only these admit a name that is an English word as well."""
