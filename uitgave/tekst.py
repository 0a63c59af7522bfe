"""What a text is, here: clean, in one Dutch order, with one Dutch capital letter. Pure: texts in, texts out."""

import re
import unicodedata
from collections.abc import Iterable

from zoeken.vouwen import gevouwen

_regeleinde = re.compile("\r\n|[\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_leeg = "\u115f\u1160\u2800\u3164\uffa0"  # signs that are drawn as nothing, although they are no spaces
_witruimte = re.compile(rf"[\s{_leeg}]+")
_regelstaart = re.compile(r"[^\S\n]+$", re.MULTILINE)
# What nobody sees: controls, soft hyphens, spaces without width, marks that turn the direction of reading, tags,
# halves of characters, and what is no character at all.
_onzichtbaar = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Joiners without width stay where they change what is seen: after a sign of a script that joins its letters, or an
# emoji. After a Latin, Greek or Cyrillic letter, a space or another joiner they do nothing.
_losse_verbinder = re.compile("(?<![\u0600-\u1dff\u2100-\ufffd\U00010000-\U0010ffff])[\u200c\u200d]+")
_begin = re.compile(r"([\"'“‘„‚«‹¿¡(\[]*)([iíIÍ][jJ]|.)", re.DOTALL)


def schoon(tekst: str, een_regel: bool) -> str:
    """Return `tekst` as it is stored: all that a reader sees of it, and nothing else.

    With `een_regel` each run of spaces and breaks becomes one space. Otherwise lines stay, without spaces at their
    ends, and so do tabs and spaces that do not break. Accents stand in their letter (NFC). Cleaning again changes
    nothing.
    """
    if _is_schoon(tekst, een_regel):
        return tekst
    tekst = unicodedata.normalize("NFC", _regeleinde.sub("\n", _hele_tekens(tekst)))
    tekst = _witruimte.sub(" ", tekst) if een_regel else tekst
    tekst = _losse_verbinder.sub("", _onzichtbaar.sub("", tekst))
    tekst = _witruimte.sub(" ", tekst) if een_regel else _regelstaart.sub("", tekst)
    return unicodedata.normalize("NFC", tekst).strip()


def volgorde(tekst: str) -> str:
    """Return the key by which people sort `tekst`: capitals and accents decide only between texts that are the same.

    A database makes the same key of it (see `uitgave/volgorde.py`).
    """
    return f"{gevouwen(tekst)}\x01{tekst}"


def hoofdletter(tekst: str) -> str:
    """Return `tekst` with a capital first letter, also behind an opening quote: an ij is one letter in Dutch."""
    if gevonden := _begin.match(tekst):
        opening, letter = gevonden.groups()
        return opening + (letter.upper() if len(letter) == 2 else letter.title()) + tekst[gevonden.end() :]
    return tekst


def kleine_letter(naam: str) -> str:
    """Return `naam` as it stands inside a sentence: with a small first letter, but for an abbreviation."""
    letter = 2 if naam.startswith("IJ") else 1  # an ij is one letter
    return naam[:letter].lower() + naam[letter:] if naam[letter : letter + 1].islower() else naam


def opsomming(woorden: Iterable[str]) -> str:
    """Return the words as one phrase: ``een``, ``een en twee``, ``een, twee en drie``; empty without words."""
    *eerste, laatste = list(woorden) or [""]
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


def _is_schoon(tekst: str, een_regel: bool) -> bool:
    """True for nearly every text: found quickly, for each text of an edition is looked at when it is read."""
    if tekst != tekst.strip():
        return False
    if een_regel:
        if "  " in tekst or not tekst.isprintable():
            return False
    elif " \n" in tekst or not tekst.replace("\n", "").isprintable():
        return False
    if tekst.isascii():
        return True
    if any(teken in tekst for teken in _leeg) or _onzichtbaar.search(tekst):
        return False
    return unicodedata.is_normalized("NFC", tekst)


def _hele_tekens(tekst: str) -> str:
    """Return `tekst` with the two halves of a character as one; a half alone is left."""
    if tekst.isprintable():
        return tekst
    return tekst.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
