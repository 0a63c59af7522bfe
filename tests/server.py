"""The site as `make run` serves it, asked over sockets."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from tests.sectoren import BAKKERIJ

WORTEL = Path(__file__).resolve().parents[1]
NAAM, GOED = "anna", "een-goed-geheim-woord"
Eenmaal = Callable[[str, Callable[[Path], None]], Path]  # what the fixture `eenmaal` gives
LANG = 240  # seconds: no test waits so long unless something is wrong, also on a busy machine


def vrije_poort() -> int:
    with socket.create_server(("127.0.0.1", 0)) as proef:
        poort: int = proef.getsockname()[1]
        return poort


@dataclass
class Antwoord:
    status: int
    koppen: dict[str, str]
    tekst: str


@dataclass
class Draaiend:
    """A running site: its process, where it listens and what it said."""

    poort: int
    begin: Callable[[], subprocess.Popen[bytes]]
    logboek: Path
    omgeving: dict[str, str]

    def __post_init__(self) -> None:
        self.proces = self.begin()

    def stop(self) -> None:
        self.proces.terminate()
        self.proces.wait(LANG)

    def herstart(self) -> None:
        self.stop()
        self.proces = self.begin()

    def herlaad(self) -> None:
        """Reload, and wait until that is done."""
        eerder = self.gezegd("Reloaded.")
        self.proces.send_signal(signal.SIGUSR2)
        self.wacht("/livez", lambda _: self.gezegd("Reloaded.") > eerder)

    def gezegd(self, tekst: str) -> int:
        """Return how often the log says this."""
        return self.logboek.read_text().count(tekst)

    def verbinding(self, seconden: float = LANG) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.poort, timeout=seconden)

    def vraag(self, pad: str, methode: str = "GET", lichaam: str | None = None, **koppen: str) -> Antwoord:
        """Ask on a new connection."""
        verbinding = self.verbinding()
        try:
            return lees(verbinding, pad, methode, lichaam, **koppen)
        finally:
            verbinding.close()

    def wacht(
        self, pad: str, goed: Callable[[Antwoord], bool], seconden: float = LANG, keer: int = 1, **koppen: str
    ) -> Antwoord:
        """Ask again and again, until the answer is good `keer` times on end; fail with the log when it never is."""
        einde, gezien, geteld = time.monotonic() + seconden, None, 0
        while time.monotonic() < einde:
            try:
                gezien = self.vraag(pad, **koppen)
            except OSError:
                assert self.proces.poll() is None, self.logboek.read_text()
            geteld = geteld + 1 if gezien and goed(gezien) else 0
            if gezien and geteld == keer:
                return gezien
            time.sleep(0.1)
        raise AssertionError(f"{gezien}\n{self.logboek.read_text()}")

    def manage(self, *opdracht: str) -> None:
        subprocess.run([sys.executable, "manage.py", *opdracht], cwd=WORTEL, env=self.omgeving, check=True)

    def maak_account(self) -> None:
        self.manage("createsuperuser", "--noinput", "--username", NAAM, "--email", "a@example.org")

    def log_in(self, **koppen: str) -> Antwoord:
        """Log in as the account of `maak_account`."""
        koekje = koekjes(self.vraag("/beheer/login/", **koppen))
        velden = {"username": NAAM, "password": GOED, "csrfmiddlewaretoken": koekje.partition("=")[2]}
        koppen |= {"Cookie": koekje, "Content-Type": "application/x-www-form-urlencoded"}
        return self.vraag("/beheer/login/?next=/beheer/", "POST", urlencode(velden), **koppen)


def lees(
    verbinding: HTTPConnection, pad: str, methode: str = "GET", lichaam: str | None = None, **koppen: str
) -> Antwoord:
    verbinding.request(methode, pad, lichaam, koppen)
    antwoord = verbinding.getresponse()
    koppen = {}
    for naam, waarde in antwoord.getheaders():
        koppen[naam.title()] = f"{koppen[naam.title()]}\n{waarde}" if naam.title() in koppen else waarde
    return Antwoord(antwoord.status, koppen, antwoord.read().decode())


def koekjes(antwoord: Antwoord) -> str:
    """Return the cookies that an answer sets, as a browser sends them back."""
    gelezen = [
        koek for regel in antwoord.koppen.get("Set-Cookie", "").splitlines() for koek in SimpleCookie(regel).values()
    ]
    return "; ".join(f"{koek.key}={koek.value}" for koek in gelezen)


def klaar(antwoord: Antwoord) -> bool:
    return antwoord.tekst == "ready\n"


# As systemd starts a service that it hands a socket: file 3, and the id of the process itself (sd_listen_fds(3)).
MET_SOCKET = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.executable, [sys.executable, "-m", "ontwikkelpad.serve"])
"""


def omgeving(map_: Path, **anders: str) -> dict[str, str]:
    """Return the settings of a site with its files in `map_`."""
    return os.environ | {
        "HOST": "127.0.0.1",
        "SITE_URL": "",
        "DEBUG": "",
        "PROXY": "",
        "PDF": "uit",
        "SECTOR": str(BAKKERIJ),
        "SECRET_KEY": "een-server-" * 5,
        "DJANGO_SETTINGS_MODULE": "ontwikkelpad.settings",
        "DATABASE_URL": f"sqlite:///{map_ / 'db.sqlite3'}",
        "UITGAVE_KOPIE": str(map_ / "uitgave.json"),
        "STATIC_ROOT": str(WORTEL / "build" / "staticfiles"),
        "DJANGO_SUPERUSER_PASSWORD": GOED,
        "PYTHONWARNINGS": "",
        **anders,
    }


@contextmanager
def site(map_: Path, gehouden: socket.socket | None = None, **anders: str) -> Iterator[Draaiend]:
    """Start the site with its files in `map_`, on a port of its own or on a socket that is `gehouden`."""
    poort = gehouden.getsockname()[1] if gehouden else int(anders.pop("PORT", 0)) or vrije_poort()
    eigen = omgeving(map_, PORT=str(poort), **anders)
    logboek = map_ / "server.log"
    opdracht = ["-c", MET_SOCKET, str(gehouden.fileno())] if gehouden else ["-m", "ontwikkelpad.serve"]
    bestanden = [gehouden.fileno()] if gehouden else []

    def begin() -> subprocess.Popen[bytes]:
        with logboek.open("ab") as uit:
            return subprocess.Popen(
                [sys.executable, *opdracht], cwd=WORTEL, env=eigen, stdout=uit, stderr=uit, pass_fds=bestanden
            )

    draaiend = Draaiend(poort, begin, logboek, eigen)
    try:
        yield draaiend
    finally:
        draaiend.stop()


def nakomelingen(pid: int) -> list[int]:
    """The processes that live below a process, all the way down."""
    opdracht = ["/bin/ps", "-A", "-o", "pid=,ppid=,stat="]
    tabel = subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout
    levend = [regel.split() for regel in tabel.splitlines() if "Z" not in regel]
    kinderen = [int(kind) for kind, van, _ in levend if int(van) == pid]
    return kinderen + [verder for kind in kinderen for verder in nakomelingen(kind)]


def leeft(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
