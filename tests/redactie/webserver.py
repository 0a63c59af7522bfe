"""A website that behaves in every way that the web knows, on this machine only."""

import ssl
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import urlsplit

import trustme

from redactie.links.controle import Tempo

UITGEVER = trustme.CA()  # trusted by nobody, unless a test says so
CERTIFICAAT = UITGEVER.issue_cert("localhost")


class Website(ThreadingHTTPServer):
    """Answers each path as `Antwoorden` says, and remembers what it was asked."""

    def __init__(self, adres="127.0.0.1", poort=0, veilig=False):
        super().__init__((adres, poort), Antwoorden)
        self.gevraagd, self.bij_vraag, self.einde = [], lambda: None, Event()
        self.schema = "https" if veilig else "http"
        if veilig:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            CERTIFICAAT.configure_cert(context)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.draad = Thread(target=self.serve_forever, args=[0.01])

    def __enter__(self):
        self.draad.start()
        return self

    def __exit__(self, *fout):
        self.einde.set()  # whoever is slow on purpose
        self.shutdown()
        self.draad.join()
        self.server_close()

    def handle_error(self, *_):
        """The other side hangs up: that is what these tests are about."""

    def url(self, plaats="/goed", naam=""):
        return f"{self.schema}://{naam or self.server_address[0]}:{self.server_address[1]}{plaats}"

    @property
    def paden(self):
        return [plaats for plaats, _ in self.gevraagd]


class Antwoorden(BaseHTTPRequestHandler):
    """`/404` answers 404, `/301/goed` sends on to `/goed`, and a few names stand for worse."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.antwoord(405)

    def do_GET(self):
        self.server.gevraagd.append((self.path, self.headers))
        self.server.bij_vraag()
        eerste, _, rest = urlsplit(self.path).path[1:].partition("/")
        eigen = getattr(self, f"geef_{eerste}", None)
        if eigen:
            eigen(rest)
        elif eerste in ("301", "302", "303", "307", "308"):
            self.antwoord(int(eerste), Location=f"/{rest}")
        else:
            self.antwoord(int(eerste) if len(eerste) == 3 else 200)

    def antwoord(self, status, **koppen):
        self.send_response(status)
        for naam, waarde in ({"Content-Length": "0"} | {k.replace("_", "-"): w for k, w in koppen.items()}).items():
            self.send_header(naam, waarde)
        self.end_headers()

    def rauw(self, *delen, pauze=0.0):
        self.close_connection = True
        for deel in delen:
            self.wfile.write(deel)
            if self.server.einde.wait(pauze):
                return

    def geef_kring(self, _):
        self.antwoord(302, Location="/kring")

    def geef_koekjeskring(self, _):
        self.antwoord(302, Location="/koekjeskring", Set_Cookie="a=b")

    def geef_verder(self, rest):
        self.antwoord(302, Location=f"/verder/{int(rest) - 1}" if int(rest) else "/goed")

    def geef_naar(self, _):
        """Send on to what the query says, byte for byte."""
        self.antwoord(301, Location=urlsplit(self.path).query)

    def geef_lang_adres(self, _):
        self.antwoord(301, Location="/" + "x" * 3000)

    def geef_relatief(self, _):
        self.antwoord(301, Location="../goed?a=1#hier")

    def geef_vraag(self, _):
        self.antwoord(200 if urlsplit(self.path).query else 302, Location="/vraag?taal=nl")

    def geef_traag(self, _):
        self.rauw(b"", pauze=30)

    def geef_drup(self, _):
        self.rauw(b"HTTP/1.1 200 OK\r\n", *[b"X", b"-"] * 500, pauze=0.05)

    def geef_onzin(self, _):
        self.rauw(b"\x16\x03dit is geen http\r\n" * 3)

    def geef_niets(self, _):
        self.rauw()

    def geef_kapot(self, _):
        self.rauw(b"HTTP/1.1 301 Weg\r\nLocation\r\n: \r\n\xff\xfe: \xff\r\n\r\n")

    def geef_utf8(self, _):
        self.rauw("HTTP/1.1 301 Weg\r\nLocation: /één stap?q=é\r\n\r\n".encode())

    def geef_stuurtekens(self, _):
        self.rauw(b"HTTP/1.1 301 Weg\r\nLocation: /a\x00\x07b\r\n\r\n")

    def geef_zwaar(self, _):
        self.rauw(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"x" * 9000) for n in range(50)))

    def geef_lange_kop(self, _):
        self.rauw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n")

    def geef_groot(self, _):
        self.antwoord(200, Content_Length="100000000")
        self.rauw(*[b"x" * 100_000] * 1000)


def zonder_rust():
    return Tempo(slaap=lambda seconden: None)
