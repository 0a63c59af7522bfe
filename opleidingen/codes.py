"""The mask of a register: in which form its codes are. Text in, answers out."""

import re

MASKER = r"[9A-Z]{1,20}"


def past(masker: str, code: str) -> bool:
    """True when `code` has the form of `masker`: 9 stands for a digit, a capital letter for itself."""
    return re.fullmatch(masker.replace("9", "[0-9]"), code) is not None


def voorbeeld(masker: str) -> str:
    """Return a code of the form of `masker`, to show: K9999 gives K1234."""
    cijfers = (str(nummer % 10) for nummer in range(1, len(masker) + 1))
    return "".join(next(cijfers) if teken == "9" else teken for teken in masker)


def is_gewoon(begin: str, code: str) -> bool:
    """True when `code` begins in one of the ways in `begin`, such as "25 26"; and when that says nothing."""
    return not begin.split() or code.startswith(tuple(begin.split()))
