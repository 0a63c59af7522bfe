"""Prepare the site and serve it: the work of `make run` once the packages are installed.

Reads HOST and PORT, besides what the settings read. This process has the listening socket, its own or that of systemd
(sd_listen_fds(3)), for as long as it lives. Below it one process prepares (`prepare.py`) and one serves (`server.py`),
each in a process group of its own, so that Ctrl-C in a terminal comes here alone. So whatever ends or is renewed below,
who knocks waits and is not sent away; and whatever is wrong with a release cannot harm this process, which loads none
of it.

SIGUSR2 renews all below: prepare, start a second server, and end the first when the second is ready. A server that
ends by itself is followed by another. SIGTERM, SIGINT and SIGHUP stop.
"""

import ctypes
import errno
import logging
import os
import resource
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from ontwikkelpad.logboek import JsonRegel

logger = logging.getLogger("ontwikkelpad.serve")  # whatever this module is run as

WORKERS, MOST_WORKERS, BACKLOG = "2", 64, 2048
NO_MORE = signal.SIGUSR1  # tells a worker to take no new connection
START = 180.0  # seconds that a server gets to be ready
DRAIN = 0.5  # seconds in which a server that ends answers whom it let in, and lets in nobody
STOP = 15.0  # seconds that it then gets to end; its workers get five
OFTEN, WHILE = 5, 60.0  # a server that ends so many times in so many seconds is given up
FIRST_INHERITED = 3  # SD_LISTEN_FDS_START
PR_SET_PDEATHSIG = 1


def stop(reason: str) -> NoReturn:
    raise SystemExit(f"Not started: {reason}")


def inherited() -> socket.socket | None:
    """Return the listening socket that systemd handed over, if it did."""
    mine = os.environ.get("LISTEN_PID") == str(os.getpid()) and int(os.environ.get("LISTEN_FDS") or 0)
    for name in "LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES":
        os.environ.pop(name, None)
    if not mine:
        return None
    listener = socket.socket(fileno=FIRST_INHERITED)
    if listener.family not in (socket.AF_INET, socket.AF_INET6):
        stop("the socket must be one of an address and a port.")
    listener.set_inheritable(False)
    return listener


def workers() -> int:
    """Return how many processes answer visitors; stop when that is no number."""
    number = os.environ.get("WORKERS") or WORKERS
    if not (number.isascii() and number.isdecimal() and 0 < int(number) <= MOST_WORKERS):
        stop(f"WORKERS={number} is no number of workers; choose one from 1 to {MOST_WORKERS}.")
    return int(number)


def bound(host: str, port: str) -> socket.socket:
    """Return a socket that is bound there; stop when that cannot be had.

    It listens as soon as a worker can answer: until then a proxy had better ask another portal.
    """
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        stop(f"PORT={port} is no port number; choose one from 1 to 65535.")
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except UnicodeError:
        stop(f"HOST={host} is no address.")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            stop(f"port {port} on {host} is in use; choose another with PORT=….")
        if error.errno == errno.EACCES:
            stop(f"port {port} is not open to this user; choose one above 1023 with PORT=….")
        stop(f"HOST={host} is no address of this machine.")
    return listener


def die_with_parent() -> None:
    """Let a process below stop when this one is killed; Linux only."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def tell_systemd(state: str) -> None:
    """Say how it goes to systemd, when that wants to know (sd_notify(3))."""
    if address := os.environ.get("NOTIFY_SOCKET"):
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.sendto(state.encode(), address.replace("@", "\0", 1) if address.startswith("@") else address)


class Child:
    """A process below this one, and the pipe in which it writes another byte for each part of it that is ready."""

    def __init__(self, module: str, parts: int, *arguments: str, files: tuple[int, ...] = ()) -> None:
        hear, say = os.pipe()
        os.set_blocking(hear, False)
        self.pipe = open(hear, "rb", buffering=0)  # noqa: SIM115 - open as long as the process lives
        self._parts, self._said = parts, set[int]()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, str(say), *arguments],
            pass_fds=(say, *files),
            process_group=0,
            preexec_fn=die_with_parent,
        )
        os.close(say)

    @property
    def code(self) -> int | None:
        """The exit code as a shell has it; None while the process lives."""
        code = self._process.poll()
        return 128 - code if code is not None and code < 0 else code

    @property
    def is_ready(self) -> bool:
        self._said |= set(self.pipe.read(4096) or b"")
        return len(self._said) >= self._parts

    def end(self, closing: socket.socket | None = None) -> None:
        """Let the process and what is below it answer whom they let in, and end; nothing of it is left.

        `closing` is where nobody will be let in any more: who knocks there is sent away, and not left waiting.

        A server that was killed left workers behind, which went on. One that lives is told once, and tells them
        itself: told twice to stop, a worker of granian 2.8 hangs.
        """
        group = self._process.pid
        with suppress(ProcessLookupError):
            os.killpg(group, NO_MORE)
            time.sleep(DRAIN / 10)
            if closing:
                with suppress(OSError):  # it was closed with another server, or never listened
                    closing.shutdown(socket.SHUT_RDWR)
            time.sleep(DRAIN)
            (os.kill if self.code is None else os.killpg)(group, signal.SIGTERM)
            last = time.monotonic() + STOP
            while time.monotonic() < last:
                self._reap()
                os.killpg(group, 0)
                time.sleep(0.02)
            os.killpg(group, signal.SIGKILL)
        self._process.wait()
        self._reap()
        self.pipe.close()

    def _reap(self) -> None:
        """Take leave of what ended: in a container, this process also gets what a child of it left behind."""
        self._process.poll()
        with suppress(ChildProcessError):
            while os.waitpid(-self._process.pid, os.WNOHANG) != (0, 0):
                pass


class Told(Exception):
    """This process was told to stop."""


class Supervisor:
    """Sees to it that somebody serves what comes in at `listener`, which may be of somebody who keeps it open."""

    def __init__(self, listener: socket.socket, is_kept: bool) -> None:
        self._listener, self._is_kept = listener, is_kept
        self._servers: list[Child] = []  # the one that serves, and the one that is to follow it
        self._preparing: Child | None = None
        self._renew = False
        self._signals, signalled = os.pipe()
        for end in self._signals, signalled:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(signalled, warn_on_full_buffer=False)
        for number in signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR2, signal.SIGCHLD:
            # What is ignored stays so, as nohup wants it when the terminal goes.
            if number == signal.SIGCHLD or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, lambda *_: None)

    def run(self) -> int:
        """Prepare and serve until this process is told to stop, or nothing can be served; return the exit code."""
        try:
            if not self._prepare():
                return (self._preparing and self._preparing.code) or 1
            return self._serve()
        except Told:
            return 0
        finally:
            tell_systemd("STOPPING=1")
            self._end_preparing()
            for server in self._servers:
                server.end(None if self._is_kept else self._listener)
            if self._servers:
                subprocess.run([sys.executable, "-m", "ontwikkelpad.prepare"], process_group=0, check=False)

    def _serve(self) -> int:
        ends: list[float] = []
        while True:
            code = self._watch() if self._replace() else 1
            ends = [*(end for end in ends if end > time.monotonic() - WHILE), time.monotonic()]
            if len(ends) >= OFTEN:
                logger.error("The server ended %s times in a short while, and is given up.", OFTEN)
                return code or 1
            logger.error("The server ended by itself (%s); another one follows.", code)
            self._wait_until(lambda: False, 2 ** (len(ends) - 1) - 1)

    def _watch(self) -> int:
        """Renew the server when that is asked; return its exit code when it ended by itself."""
        tell_systemd("READY=1")
        while (code := self._servers[0].code) is None:
            if self._preparing and self._preparing.code is not None:
                self._preparing = None
            if not self._renew:
                self._wait()
                continue
            self._renew = False
            if self._prepare() and self._replace():
                logger.info("Reloaded.")
            else:
                logger.error("Not reloaded: the server that was there goes on.")
        return code

    def _prepare(self) -> bool:
        """True when the site can be served now; else what stands in the way was told."""
        self._end_preparing()
        ip, port, *_ = self._listener.getsockname()
        here = f"http://{f'[{ip}]' if ':' in ip else ip}:{port}"
        os.environ["ADRES"] = here  # for all processes below; see the settings
        self._preparing = Child("ontwikkelpad.prepare", 1, here)
        return self._wait_for(self._preparing)

    def _end_preparing(self) -> None:
        """End what still waits for a database that is away."""
        if self._preparing:
            self._preparing.end()

    def _replace(self) -> bool:
        """Start a server and, when it is ready, end the one before; False when it is not, and the one before stays."""
        number = self._listener.fileno()
        self._servers.append(Child("ontwikkelpad.server", workers(), str(number), files=(number,)))
        ready = self._wait_for(self._servers[-1], START)
        if len(self._servers) > ready:
            self._servers.pop(0 if ready else -1).end()
        return ready

    def _wait_for(self, child: Child, seconds: float | None = None) -> bool:
        """True as soon as `child` is ready; False when it ends, or is not in so many seconds."""
        self._wait_until(lambda: child.code is not None or child.is_ready, seconds, child.pipe)
        return child.is_ready

    def _wait_until(self, happened: Callable[[], bool], seconds: float | None, pipe: Any = None) -> None:
        """Wait until something `happened`, looking at each signal and each word in `pipe`, or for so many seconds."""
        last = None if seconds is None else time.monotonic() + seconds
        while not happened() and (last is None or time.monotonic() < last):
            self._wait(None if last is None else max(0, last - time.monotonic()), pipe)

    def _wait(self, seconds: float | None = None, pipe: Any = None) -> None:
        """Wait for a signal, for a word in `pipe`, or for so many seconds. Raises Told when this process must stop."""
        select.select([self._signals, *([pipe] if pipe else [])], [], [], seconds)
        with suppress(BlockingIOError):
            for number in os.read(self._signals, 4096):
                if number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                    raise Told
                self._renew |= number == signal.SIGUSR2


def main() -> int:
    """Prepare everything and serve it; return the exit code."""
    says = logging.StreamHandler()
    says.setFormatter(JsonRegel())
    logging.basicConfig(handlers=[says], level=logging.INFO)
    workers()
    kept = inherited()
    listener = kept or bound(os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000")
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)  # every connection takes a file
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 4096) if most > 0 else 4096, most))
    return Supervisor(listener, kept is not None).run()


if __name__ == "__main__":
    sys.exit(main())
