"""How fast pages are, beside a bare Django view and a static file of nginx: `python -m tests.bench_bladzijden`.

It prints and judges nothing. The site runs as `make run` does it, with two workers; the bare view on the same server.
All are asked in turn, in rounds, so that what else the machine does falls on all of them. Needs wrk; without nginx
its rows are left out.
"""

import gzip
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.server import WORTEL, klaar, site, vrije_poort

RONDEN, SECONDEN, VERBINDINGEN = 5, 2, 16
BROWSER = "gzip, deflate, br, zstd"
EENHEID = {"us": 0.001, "ms": 1.0, "s": 1000.0}
# A question that nobody asked yet: `{}` is another number each time.
VERS = """
local n = {begin}
request = function() n = n + 1; return wrk.format("GET", "{adres}" .. n) end
"""
NGINX = """
worker_processes 2; pid {map}/nginx.pid; error_log stderr crit; daemon off;
events {{}}
http {{ access_log off; default_type text/html; gzip_static on;
  client_body_temp_path {map}/t1; proxy_temp_path {map}/t2;
  fastcgi_temp_path {map}/t3; uwsgi_temp_path {map}/t4; scgi_temp_path {map}/t5;
  server {{ listen 127.0.0.1:{poort}; root {map}/www; }} }}
"""


def wrk(adres: str, codering: str, verbindingen: int = VERBINDINGEN, script: str = "") -> tuple[float, float, int]:
    """Return requests per second, the time in ms that 99% stays under, and how many answers were no page."""
    opdracht = ["wrk", "-t2", f"-c{verbindingen}", f"-d{SECONDEN}s", "--latency"]
    opdracht += ["-H", f"Accept-Encoding: {codering}"] if codering else []
    with TemporaryDirectory() as map_:
        bestand = Path(map_) / "vraag.lua"
        bestand.write_text(script)
        opdracht += ["-s", str(bestand)] if script else []
        uit = subprocess.run([*opdracht, adres], check=True, capture_output=True, text=True).stdout
    getal, eenheid = re.search(r"99%\s+([\d.]+)(us|ms|s)", uit).groups()
    fout = re.search(r"Non-2xx or 3xx responses: (\d+)", uit)
    per_seconde = float(re.search(r"Requests/sec:\s+([\d.]+)", uit)[1])
    return per_seconde, float(getal) * EENHEID[eenheid], int(fout[1]) if fout else 0


@contextmanager
def dienst(opdracht: list[str], poort: int) -> Iterator[str]:
    """Run a server; return its address when it answers."""
    proces = subprocess.Popen(opdracht, cwd=WORTEL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with suppress(OSError):
                verbinding = HTTPConnection("127.0.0.1", poort, timeout=1)
                verbinding.request("GET", "/")
                verbinding.getresponse()
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{poort}/"
    finally:
        proces.terminate()
        proces.wait(30)


def kaal() -> "contextmanager[str]":
    poort = vrije_poort()
    return dienst([sys.executable, "-m", "tests.kaal", str(poort)], poort)


def nginx(map_: Path, inhoud: bytes) -> "contextmanager[str]":
    """A page as files: as it is, and compressed beforehand."""
    poort = vrije_poort()
    (map_ / "www").mkdir()
    (map_ / "www" / "index.html").write_bytes(inhoud)
    (map_ / "www" / "index.html.gz").write_bytes(gzip.compress(inhoud, 6))
    for deel in (map_, map_ / "www", *(map_ / "www").iterdir()):
        deel.chmod(0o755)
    (map_ / "nginx.conf").write_text(NGINX.format(map=map_, poort=poort))
    return dienst(["nginx", "-p", str(map_), "-c", str(map_ / "nginx.conf")], poort)


def main() -> None:
    if not shutil.which("wrk"):
        print("No wrk here (Debian: apt-get install wrk): pages are not measured.")
        return
    with ExitStack() as open_:
        map_ = Path(open_.enter_context(TemporaryDirectory()))
        draaiend = open_.enter_context(site(map_))
        draaiend.wacht("/readyz", klaar, seconden=600)
        hier, bloot = f"http://127.0.0.1:{draaiend.poort}", open_.enter_context(kaal())
        vers = iter(range(10**6, 10**9, 10**6))

        def nieuw(adres: str) -> Callable[[], tuple[float, float, int]]:
            # As many at once as each worker makes: what is refused is no page.
            return lambda: wrk(hier, BROWSER, 4, VERS.format(begin=next(vers), adres=adres))

        metingen: dict[str, Callable[[], tuple[float, float, int]]] = {
            "bare Django view, 12 kB": lambda: wrk(bloot, BROWSER),
            "bare Django view, not compressed": lambda: wrk(bloot, ""),
            "kept page, as a browser asks": lambda: wrk(f"{hier}/", BROWSER),
            "kept page, not compressed": lambda: wrk(f"{hier}/", ""),
            "kept page with a question": lambda: wrk(f"{hier}/routes/?van=bakkershulp&naar=winkelleider", BROWSER),
            "fresh page: the map": nieuw("/?werkveld="),
            "fresh page: a functie": nieuw("/functies/broodbakker/?kaart="),
        }
        if shutil.which("nginx"):
            bestand = open_.enter_context(nginx(map_, draaiend.vraag("/").tekst.encode()))
            metingen["nginx, static file"] = lambda: wrk(bestand, BROWSER)
        else:
            print("No nginx here: no comparison with a static file.")
        uitslag: dict[str, list[tuple[float, float, int]]] = {naam: [] for naam in metingen}
        for _ in range(RONDEN):
            for naam, meet in metingen.items():
                uitslag[naam].append(meet())
    maat = {naam: median(rij[0] for rij in rijen) for naam, rijen in uitslag.items()}
    bloot_, nginx_ = maat["bare Django view, 12 kB"], maat.get("nginx, static file", 0)
    print(f"{'measure':<40}{'per second':>12}{'p99 ms':>10}{'x bare':>10}{'x nginx':>10}{'refused':>10}")
    for naam, rijen in uitslag.items():
        p99, geen = median(rij[1] for rij in rijen), sum(rij[2] for rij in rijen)
        naast = f"{maat[naam] / nginx_:>10.2f}" if nginx_ else f"{'':>10}"
        print(f"{naam:<40}{maat[naam]:>12.0f}{p99:>10.1f}{maat[naam] / bloot_:>10.3f}{naast}{geen:>10}")


if __name__ == "__main__":
    main()
