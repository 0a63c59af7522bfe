"""Which day it is for what is shown: today, or the day that an editor looks ahead to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache

from django.utils import timezone

_dag: ContextVar[date | None] = ContextVar("dag", default=None)


def vandaag() -> date:
    """Return the day, as it is here, for which a page is made."""
    return _dag.get() or _in_seconde(int(timezone.now().timestamp()), timezone.localdate)


@lru_cache(1)
def _in_seconde(_: int, reken: Callable[[], date]) -> date:
    """Return the day, worked out once a second: that takes as long as all else that a kept page asks."""
    return reken()


@contextmanager
def op(dag: date) -> Iterator[None]:
    """Let it be `dag` for the pages that are made inside."""
    teken = _dag.set(dag)
    try:
        yield
    finally:
        _dag.reset(teken)
