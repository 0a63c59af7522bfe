"""How many examples the tests with generated values take."""

import os

DRILL = bool(os.environ.get("DRILL"))


def voorbeelden(aantal: int) -> int:
    """Return how many examples to try: `aantal` in the drill, a quarter of them in any other run."""
    return aantal if DRILL else aantal // 4
