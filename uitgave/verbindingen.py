"""The connections of this process to PostgreSQL, to be broken when it hangs.

A server that stopped without closing anything is noticed by no time limit of the other side: statements
are timed by the server, and a socket of the same machine always takes what is sent. Who waits for it
wakes up when the socket is closed here.
"""

import os
import socket
from threading import Lock
from typing import Any
from weakref import WeakSet

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

_open: WeakSet[BaseDatabaseWrapper] = WeakSet()
_slot = Lock()


@receiver(connection_created)
def onthoud(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Remember the connection that a thread made."""
    if connection.vendor == "postgresql":
        with _slot:
            _open.add(connection)


def verbreek() -> None:
    """Break all connections: whoever waits for an answer gets OperationalError at once."""
    with _slot:
        verbindingen = list(_open)
    for verbinding in verbindingen:
        try:
            with socket.socket(fileno=os.dup(verbinding.connection.fileno())) as kopie:
                kopie.shutdown(socket.SHUT_RDWR)
        except Exception:  # noqa: S112  (closed in the meantime, by whoever used it)
            continue
