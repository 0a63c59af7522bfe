"""How many examples the tests with generated values take."""

import os


def voorbeelden(aantal: int) -> int:
    """Return how many examples to try: `aantal` in the drill, a quarter of them in any other run."""
    return aantal if os.environ.get("DRILL") else aantal // 4
