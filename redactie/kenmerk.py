"""What a page showed, as a short text that comes back with its button: is it still so?"""

import hashlib


def kenmerk(*delen: object) -> str:
    """Return a short text that is another when one of `delen` is another; values with a repr that says it all."""
    return hashlib.sha256(repr(delen).encode(errors="backslashreplace")).hexdigest()[:32]
