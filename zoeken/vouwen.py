"""When two texts count as the same: capitals and accents make no difference."""

import re
import unicodedata

# What a letter gets above, below or through it, and what only says how letters are drawn.
ACCENTEN = "\u0300-\u036f\u200c\u200d\ufe00-\ufe0f"
_accent = re.compile(f"[{ACCENTEN}]")
# Letters that Unicode takes for one whole, and people for a letter with something to it.
_letters = str.maketrans({"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "đ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i"})


def gevouwen(tekst: str) -> str:
    """Return `tekst` without capitals and accents: é is e, ĳ is ij, ß is ss. Equal outcomes are the same text.

    It is done letter by letter, so it can also be asked of a database (see uitgave/volgorde.py).
    """
    if tekst.isascii():
        return tekst.lower()
    return _accent.sub("", unicodedata.normalize("NFKD", tekst)).casefold().translate(_letters)
