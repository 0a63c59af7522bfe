"""Hostile requests as a server hands them on: no header shapes what others see, and none makes the site fail."""

from io import BytesIO
from urllib.parse import unquote_to_bytes
from wsgiref.headers import Headers
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ontwikkelpad.voordeur import Voordeur, soort_formulier
from tests.voorbeelden import voorbeelden

pytestmark = pytest.mark.een_database

CODERINGEN = [
    *("cp037", "utf-16", "utf-7", "utf-8-sig", "latin-1", "rot13", "idna", "punycode", "unicode_escape", "undefined"),
    *("base64", "zip", "mbcs", "", "\0", "é", "x" * 5000),
]
SOORTEN = [
    "text/html",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "",
]
VORMEN = ["; charset={}", '; charset="{}"', "; charset*={}''x", "; a*={}''x; charset={}", "; boundary*={}''x", ";;={}"]
CONTENT_TYPE = st.builds(
    lambda soort, vorm, codering: soort + vorm.replace("{}", codering),
    *map(st.sampled_from, (SOORTEN, VORMEN, CODERINGEN)),
)
NAMEN = [
    *("Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Content-Encoding", "Content-Type"),
    *("Authorization", "Cookie", "Date", "Expect", "From", "Forwarded", "Host", "Origin", "Referer", "User-Agent"),
    *("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Proto"),
    *("X-HTTP-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Script-Name", "X-CSRFToken"),
    *("HX-Boosted", "HX-Current-URL", "HX-History-Restore-Request", "HX-Prompt", "HX-Request", "HX-Request-Type"),
    *("HX-Request-URI-AutoEncoded", "HX-Source", "HX-Target", "HX-Trigger", "HX-Trigger-Name", "Triggering-Event"),
    *("If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "If-Unmodified-Since", "Range"),
]
WAARDEN = [
    *(
        "",
        "true",
        "false",
        "*",
        "en",
        "fr-FR,fr;q=0.9",
        "evil.example",
        "localhost:99999",
        "[::1",
        "http://[",
        "//evil",
    ),
    *("https", "POST", "DELETE", "/beheer/", "gzip;q=x, br", "bytes=0-0", "bytes=9-1,-", f"bytes={'9' * 5000}-", "W/"),
    *('"', "Thu, 99 Foo 99999 99:99:99 GMT", "Thu, 01 Jan 1970 00:00:00 -9999", "sessionid=aaaaaaaaaaaa; csrftoken=x"),
    *('messages="W10:x:y"; a="\\400\\000"; =; ;;', "null", "%00", "\xc3\xa9\xff", "9" * 5000),
]
TEKST = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=40)
KOPPEN = st.dictionaries(st.sampled_from(NAMEN), st.sampled_from(WAARDEN) | TEKST, max_size=6)
KOPPEN = st.builds(lambda koppen, soort: koppen | {"Content-Type": soort}, KOPPEN, CONTENT_TYPE | TEKST) | KOPPEN

VEEL = settings(
    max_examples=voorbeelden(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


class Antwoord:
    def __init__(self, status, koppen, lichaam):
        self.status = int(status[:3])
        self.koppen = Headers(koppen)
        self.lichaam = lichaam


@pytest.fixture
def open_verbinding():
    """Let a request leave the connection of the test open, as Django's own test client does."""
    for signaal in (request_started, request_finished):
        signaal.disconnect(close_old_connections)
    yield
    for signaal in (request_started, request_finished):
        signaal.connect(close_old_connections)


@pytest.fixture
def vraag(inhoud, open_verbinding):
    """Ask the site as a WSGI server does: `vraag("/", "POST", {"Origin": "null"}, b"a=1")`."""
    site = Voordeur(WSGIHandler())

    def vraag(adres, methode="GET", koppen=None, lichaam=b""):
        plaats, _, vraagdeel = adres.partition("?")
        omgeving = {
            "REQUEST_METHOD": methode,
            "PATH_INFO": unquote_to_bytes(plaats).decode("latin-1"),
            "QUERY_STRING": vraagdeel,
            "HTTP_HOST": "localhost",
            "CONTENT_LENGTH": str(len(lichaam)),
            "wsgi.input": BytesIO(lichaam),
        }
        for naam, waarde in (koppen or {}).items():
            sleutel = naam.upper().replace("-", "_")
            omgeving[sleutel if sleutel.startswith("CONTENT_") else f"HTTP_{sleutel}"] = waarde
        setup_testing_defaults(omgeving)
        begin = []
        response = site(omgeving, lambda status, koppen, fout=None: begin.append((status, koppen)))
        antwoord = Antwoord(*begin[-1], b"".join(response))
        getattr(response, "close", lambda: None)()
        return antwoord

    return vraag


def vergeet(pad):
    """Let every page be made anew."""
    pad.bladzijden.vergeet()


@pytest.mark.parametrize("host", [{}, {"HTTP_HOST": "10.1.2.3:8000"}])
@pytest.mark.parametrize("pad", ["/livez", "/readyz"])
def test_a_probe_is_answered_under_any_name_or_none(inhoud, open_verbinding, pad, host):
    begonnen = []
    omgeving = {"REQUEST_METHOD": "GET", "PATH_INFO": pad, "SERVER_NAME": "10.1.2.3", "SERVER_PORT": "80", **host}
    omgeving |= {"wsgi.input": BytesIO(), "wsgi.url_scheme": "http"}

    list(Voordeur(WSGIHandler())(omgeving, lambda status, koppen: begonnen.append(status)))

    assert begonnen == ["200 OK"]


# --- What is kept ---

ADRESSEN = [
    "/zoeken/?q=broodbakker",
    "/zoeken/?q=%C3%83%C2%A9%20caf%C3%A9",
    "/functies/?niveau=gezel",
    "/functies/broodbakker/?kaart=buurt",
    "/routes/?van=broodbakker&naar=bedrijfsleider",
    "/werkgevers/gesprek/blad/?van=broodbakker",
    "/werkgevers/overstappen/?start=2026-03-02",
    "/over/",
    "/livez",
]


@pytest.mark.parametrize("adres", ADRESSEN)
@VEEL
@given(koppen=KOPPEN)
@example(koppen={"Content-Type": "text/html; charset=cp037"})
@example(koppen={"Content-Type": "text/html; charset=utf-16"})
@example(koppen={"Content-Type": "multipart/form-data; boundary=x; charset=utf-7"})
@example(koppen={naam: "true" for naam in NAMEN if naam.startswith("HX-")})
@example(koppen={"Cookie": "csrftoken=x; sessionid=x"})
def test_no_header_shapes_the_page_that_the_next_visitor_gets(vraag, inhoud, adres, koppen):
    vergeet(inhoud)
    gewoon = vraag(adres)
    vergeet(inhoud)

    for methode in ("HEAD", "GET"):
        vraag(adres, methode, koppen)
    erna = vraag(adres)

    assert (erna.status, erna.lichaam) == (gewoon.status, gewoon.lichaam)
    assert sorted(erna.koppen.items()) == sorted(gewoon.koppen.items())


def test_a_question_sent_as_bytes_is_not_kept_under_another_that_is_escaped(vraag, inhoud):
    """Both have the same full path in Django: that escapes each byte as if it were a letter."""
    adres = "/zoeken/?q=%C3%83%C2%A9"
    gewoon = vraag(adres)
    vergeet(inhoud)

    bytes_ = vraag("/zoeken/?q=\xc3\xa9")

    assert 'value="é"' in bytes_.lichaam.decode()
    assert 'value="Ã©"' in gewoon.lichaam.decode()
    assert vraag(adres).lichaam == gewoon.lichaam


@pytest.mark.parametrize(
    ("gezegd", "gelezen"),
    [
        ("application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded"),
        (" Application/X-WWW-Form-Urlencoded ", "application/x-www-form-urlencoded"),
        ("multipart/form-data; charset=x; boundary=----a1", 'multipart/form-data; boundary="----a1"'),
        ("multipart/form-data; boundary*=rot13''x", ""),
        ("text/html; charset=cp037", ""),
        ("", ""),
    ],
)
def test_of_a_content_type_only_the_kind_of_form_is_read(gezegd, gelezen):
    assert soort_formulier(gezegd) == gelezen


# --- What does not make the site fail ---

ANTWOORDKOPPEN = {
    *("Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"),
    *("Referrer-Policy", "X-Content-Type-Options", "X-Frame-Options", "Cache-Control"),
}
METHODEN = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "é"]
OVERAL = [
    *("/", "/?q=1", "/functies/broodbakker/?kaart=buurt", "/zoeken/?q=é", "/nergens/", "/over", "*", "", "/livez"),
    *("/readyz", "/static/ontwikkelpad.css?v=1", "/static/../x", "/werkgevers/overstappen/planning.ics?start=x"),
]
ACHTER_DE_DEUR = [
    *("/beheer/", "/beheer/login/?next=//evil", "/beheer/leesbaarheid/", "/beheer/functies/functie/?q=é", "/beheer/x/"),
    *("/beheer/invoeren/", "/beheer/voorbeeld/functies/?niveau=gezel", "/beheer/functies/functie/add/"),
]
LICHAMEN = [
    *(b"", b"a", b"a=%ff&b=%00&=", b"\0", "é".encode("utf-16"), b"--x\r\n\r\n", b"--x--\r\n", b"&" * 20000),
    b"--x\r\nContent-Disposition: form-data; name*=rot13''a; filename*=idna''b\r\n\r\nx\r\n--x--\r\n",
    b'--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64\r\n\r\n!\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="\xff"; filename="/\0../"\r\nContent-Type: x; charset=rot13\r\n'
    b"Content-Length: a\r\n\r\n\xff\r\n--x--\r\n",
]
LENGTES = ["", "-1", "+1", " 1", "1e3", "abc", "٣", "9" * 30, "9" * 5000]
LICHAAM = st.sampled_from(LICHAMEN) | st.binary(max_size=60)


def is_goed(antwoord):
    """True for an answer in house style: no fault of ours, and all headers are there."""
    return antwoord.status < 500 and not ontbrekende_koppen(antwoord)


def ontbrekende_koppen(antwoord):
    """The headers that an answer lacks; one that may stand in a page of another site says so in another one."""
    mag_in_een_ander = "frame-ancestors *" in antwoord.koppen.get("Content-Security-Policy", "")
    return ANTWOORDKOPPEN - set(antwoord.koppen.keys()) - ({"X-Frame-Options"} if mag_in_een_ander else set())


@VEEL
@given(st.sampled_from(OVERAL + ACHTER_DE_DEUR), st.sampled_from(METHODEN), KOPPEN, LICHAAM)
@example("/?q=1", "GET", {"Content-Type": "application/x-www-form-urlencoded; charset=rot13"}, b"")
@example("/?q=1", "GET", {"Content-Type": "a/b; a*=nergens''x"}, b"")
@example("/beheer/login/", "POST", {"Content-Type": "application/x-www-form-urlencoded; charset=rot13"}, b"a=b")
def test_no_generated_request_of_a_stranger_makes_the_site_fail(vraag, adres, methode, koppen, lichaam):
    antwoord = vraag(adres, methode, koppen, lichaam)

    assert is_goed(antwoord), (antwoord.status, antwoord.koppen)


@VEEL
@given(st.sampled_from(ACHTER_DE_DEUR), st.sampled_from(METHODEN), KOPPEN, LICHAAM)
def test_no_generated_request_of_an_editor_makes_the_desk_fail(vraag, beheerder, adres, methode, koppen, lichaam):
    koekjes = {"Cookie": f"sessionid={beheerder.cookies['sessionid'].value}; csrftoken={'a' * 32}"}
    teken = {"X-CSRFToken": "a" * 32}

    antwoord = vraag(adres, methode, koppen | koekjes | teken, lichaam)

    assert is_goed(antwoord), (antwoord.status, antwoord.koppen)


@pytest.mark.parametrize("adres", ["/", "/beheer/login/", "/beheer/"])
@pytest.mark.parametrize("lengte", LENGTES)
@pytest.mark.parametrize("soort", ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])
def test_no_length_of_a_body_makes_the_site_fail(vraag, adres, lengte, soort):
    for methode in ("GET", "POST"):
        antwoord = vraag(adres, methode, {"Content-Length": lengte, "Content-Type": soort}, b"a=b")

        assert is_goed(antwoord), (antwoord.status, antwoord.koppen)


@pytest.mark.parametrize("adres", ["/zoeken/?q=broodbakker", "/beheer/login/"])
@pytest.mark.parametrize("codering", CODERINGEN)
def test_a_charset_changes_nothing_to_a_page(vraag, adres, codering):
    koppen = {"Content-Type": f"application/x-www-form-urlencoded; charset={codering}"}

    assert vraag(adres, "GET", koppen).status == 200
