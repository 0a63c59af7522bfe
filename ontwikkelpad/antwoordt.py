"""Wait until the site that starts on this machine answers: `python -m ontwikkelpad.antwoordt`, for who starts it."""

import os
import time
from http.client import HTTPConnection, HTTPException

GEDULD = 170.0  # seconds


def antwoordt(host: str, poort: int) -> bool:
    """True when the process there answers that it lives."""
    verbinding = HTTPConnection(host, poort, timeout=2)
    try:
        verbinding.request("GET", "/livez")
        return verbinding.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        verbinding.close()


def main() -> int:
    """Return 0 as soon as it answers, and 1 when it never does."""
    einde = time.monotonic() + GEDULD
    while time.monotonic() < einde:
        if antwoordt(os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)):
            return 0
        time.sleep(0.2)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
