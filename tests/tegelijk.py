"""Several people at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def tegelijk(*werk: Callable[[], T]) -> list[T]:
    """Do each of `werk` in a thread of its own, at the same moment; return what they gave, in order."""
    gelijk = Barrier(len(werk))
    uitkomsten: dict[int, T] = {}

    def draai(nummer: int, doe: Callable[[], T]) -> None:
        try:
            gelijk.wait(30)
            uitkomsten[nummer] = doe()
        finally:
            connection.close()

    draden = [Thread(target=draai, args=paar) for paar in enumerate(werk)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    return [uitkomsten[nummer] for nummer in range(len(werk))]
