"""The server below `serve.py`: granian, on a socket that is handed to it, so that one can follow another on it.

All workers, and those of the server that follows, take from the one queue of that socket. So a worker that ends leaves
nobody waiting at a door of its own, as each would have with SO_REUSEPORT. It leans on private parts of granian 2.8,
which `requirements/run.txt` pins; `tests/test_server.py` fails when they change.
"""

import os
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from ontwikkelpad.serve import BACKLOG, NO_MORE, workers

if TYPE_CHECKING:
    from ontwikkelpad.voordeur import Toepassing

KILL = 5  # seconds that a worker gets to finish what it is answering
PAUSE, SHORT = 5.0, 5.0  # seconds: most before a worker is replaced, and how long one must live to be so at once


class Server(MPServer):
    """Serves what `serve` is told on a listening socket, until SIGTERM. A worker that was killed is replaced.

    One that ends by itself could not load what it serves: then the whole server ends, with exit code 1.
    """

    def __init__(self, listener: socket.socket) -> None:
        host, port, *_ = listener.getsockname()
        regel = {"()": "ontwikkelpad.logboek.JsonRegel"}
        super().__init__(
            "ontwikkelpad.server",
            host,
            port,
            interface=Interfaces.WSGI,
            workers=workers(),
            blocking_threads=16,
            backlog=BACKLOG,
            websockets=False,
            workers_kill_timeout=KILL,
            log_level=LogLevels.warning,  # such as of a worker that had to be killed
            log_dictconfig={"formatters": {"generic": regel, "access": regel}},
        )
        self._listener = listener
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        signal.signal(NO_MORE, signal.SIG_IGN)  # until a worker can do as it says

    def _init_shared_socket(self) -> None:
        self._sso, self._sfd, self._ssp = self._listener, self._listener.fileno(), None
        self._shd = SocketHolder(self._sfd, False, *([BACKLOG] if sys.platform == "linux" else []))

    def _spawn_worker(self, idx: int, target: Any, callback_loader: Any) -> Any:
        return super()._spawn_worker(idx, target, partial(callback_loader, idx, self._sfd))

    def _serve_loop(self, spawn_target: Any, target_loader: Any) -> None:
        """Replace workers that were killed, however many and however soon; granian ends at the second within 5 s."""
        pause = 0.0
        while not self.interrupt_signal:
            self.main_loop_interrupt.wait()
            self.main_loop_interrupt.clear()
            while self.interrupt_children and not self.interrupt_signal:
                gone = self.wrks[self.interrupt_children[0]]
                if gone.inner.exitcode >= 0:
                    return
                pause = min(2 * pause + 0.1, PAUSE) if time.monotonic() - gone.birth < SHORT else 0.0
                self.main_loop_interrupt.wait(pause)
                self.wrks[gone.idx] = self._spawn_worker(gone.idx, spawn_target, target_loader)
                self.wrks[gone.idx].start()
                del self.interrupt_children[0]


def load(say: Connection, idx: int, listener: int) -> "Toepassing":
    """Return what worker `idx` serves when its main pages are made, and write its number to `say`.

    Not before: who waited while the site was away would all come at once, and most be refused.
    """
    # A worker that is told twice to stop hangs: it leaves Ctrl-C to granian.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    signal.signal(NO_MORE, lambda *_: leave(listener))
    from ontwikkelpad.wsgi import application
    from uitgave.huidig import huidig

    huidig.wacht_tot_gevuld()
    os.write(say.fileno(), bytes([idx]))
    return application


def leave(listener: int) -> None:
    """Take no more connections: put, in this process alone, a socket where nobody comes in place of the listening one.

    granian stops taking and closes what it took in one go, also connections of which the question is on its way.
    Nor may it hear of the listening one: once that is shut, it would look there without a pause and never end.
    """
    unwatch(listener)
    nobody = socket.create_server(("127.0.0.1", 0))
    nobody.setblocking(False)
    os.dup2(nobody.fileno(), listener, inheritable=False)


def unwatch(number: int) -> None:
    """Let no epoll of this process report on the open file `number`; Linux only."""
    folder = Path("/proc/self/fd")
    for link in folder.iterdir() if folder.exists() else ():
        with suppress(OSError):  # it was closed meanwhile, or does not watch that file
            if os.readlink(link) == "anon_inode:[eventpoll]":
                with select.epoll.fromfd(os.dup(int(link.name))) as poll:
                    poll.unregister(number)


def main(say: str, listener: str) -> None:
    """Serve the site on the socket `listener`, and tell the pipe `say`; both are numbers of open files."""
    taken = socket.socket(fileno=int(listener))
    loader = partial(load, Connection(int(say), readable=False))
    Server(taken).serve(target_loader=loader, wrap_loader=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
