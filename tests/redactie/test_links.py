"""Links are followed with care, over a real connection, and their outcome is told in plain words."""

import time
from contextlib import contextmanager

import pytest

from redactie.links.controle import Tempo, controleer
from redactie.links.ophalen import is_openbaar, lees_doel
from redactie.models import Uitslag
from tests.redactie.webserver import UITGEVER, Website

KIJK_ZELF = "De website laat een automatische controle niet toe. Kijk zelf even."


def overal(adres):
    return True


def hier(adres):
    return adres == "127.0.0.1"


def volg(*urls, openbaar=overal, seconden=5.0, tempo=None):
    tempo = tempo or Tempo(slaap=lambda seconden: None)
    return [(r.uitslag, r.toelichting) for r in controleer(urls, openbaar=openbaar, seconden=seconden, tempo=tempo)]


@pytest.mark.parametrize(
    ("plaats", "uitslag", "toelichting"),
    [
        ("/goed", Uitslag.GOED, ""),
        ("/204", Uitslag.GOED, ""),
        ("/groot", Uitslag.GOED, ""),
        ("/goed#deel", Uitslag.GOED, ""),
        ("/goed/één pad?naam=Zoë&a=%20", Uitslag.GOED, ""),
        ("/404", Uitslag.STUK, "Deze pagina bestaat niet (404)."),
        ("/410", Uitslag.STUK, "Deze pagina is weggehaald (410)."),
        ("/500", Uitslag.ONBEREIKBAAR, "De website geeft een fout (500)."),
        ("/503", Uitslag.ONBEREIKBAAR, "De website geeft een fout (503)."),
        ("/401", Uitslag.GEWEIGERD, KIJK_ZELF),
        ("/403", Uitslag.GEWEIGERD, KIJK_ZELF),
        ("/429", Uitslag.GEWEIGERD, KIJK_ZELF),
        ("/999", Uitslag.GEWEIGERD, KIJK_ZELF),
        ("/418", Uitslag.GEWEIGERD, "De website geeft een onverwacht antwoord (418). Kijk zelf even."),
        ("/304", Uitslag.GEWEIGERD, "De website geeft een onverwacht antwoord (304). Kijk zelf even."),
        ("/kapot", Uitslag.GEWEIGERD, "De website geeft een onverwacht antwoord (301). Kijk zelf even."),
        ("/kring", Uitslag.STUK, "De website stuurt steeds opnieuw door."),
        (
            "/koekjeskring",
            Uitslag.GEWEIGERD,
            "De website stuurt steeds opnieuw door, misschien om een cookie. Kijk zelf even.",
        ),
        ("/niets", Uitslag.ONBEREIKBAAR, "De verbinding met de website lukt niet."),
        ("/onzin", Uitslag.ONBEREIKBAAR, "De website stuurt een antwoord dat niet te lezen is."),
        ("/zwaar", Uitslag.ONBEREIKBAAR, "De website stuurt een antwoord dat niet te lezen is."),
        ("/lange_kop", Uitslag.ONBEREIKBAAR, "De website stuurt een antwoord dat niet te lezen is."),
        ("/naar?javascript:alert(1)", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
        ("/naar?file:///etc/passwd", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
        ("/naar?mailto:a@example.org", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
        ("/naar?http://naam:woord@127.0.0.1/", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
        ("/naar?http://[kapot/", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
        ("/naar?//127.0.0.1:99999/", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
        ("/lang_adres", Uitslag.STUK, "De website stuurt door naar iets dat geen webadres is."),
    ],
)
def test_an_answer_is_told_in_plain_words(website, plaats, uitslag, toelichting):
    assert volg(website.url(plaats)) == [(uitslag, toelichting)]


@pytest.mark.parametrize(
    ("plaats", "naar"),
    [
        ("/301/goed", "/goed"),
        ("/308/goed", "/goed"),
        ("/302/goed", "/goed"),
        ("/303/301/goed", "/goed"),
        ("/verder/4", "/goed"),
        ("/relatief/dieper", "/goed?a=1#hier"),
        ("/utf8", "/één stap?q=é"),
        ("/stuurtekens", "/a%00%07b"),
    ],
)
def test_a_page_that_moved_is_reported_with_its_new_address(website, plaats, naar):
    assert volg(website.url(plaats)) == [(Uitslag.OMGELEID, f"Leidt nu naar {website.url(naar)}")]


def test_a_detour_that_only_adds_a_query_for_now_is_no_move(website):
    assert volg(website.url("/vraag")) == [(Uitslag.GOED, "")]
    assert website.paden == ["/vraag", "/vraag?taal=nl"]


def test_a_page_that_moved_to_a_page_that_is_gone_does_not_work(website):
    weg = website.url("/404")

    assert volg(website.url("/301/404")) == [(Uitslag.STUK, f"Deze pagina bestaat niet (404). Leidt nu naar {weg}")]


def test_a_circle_is_noticed_at_once(website):
    volg(website.url("/kring"))

    assert website.paden == ["/kring"]


def test_five_redirects_are_followed_and_no_more(website):
    assert volg(website.url("/verder/9"))[0][0] == Uitslag.STUK
    assert website.paden == [f"/verder/{nummer}" for nummer in (9, 8, 7, 6, 5, 4)]


def test_a_new_address_of_any_length_fits_in_what_is_kept(website):
    ver = "/" + "x" * 1500

    [(uitslag, toelichting)] = volg(website.url(f"/naar?{ver}"))

    assert (uitslag, len(toelichting), toelichting[-1]) == (Uitslag.OMGELEID, 700, "…")


def test_a_redirect_to_another_host_is_followed_there():
    with Website() as een, Website("127.0.0.2") as ander:
        assert volg(een.url(f"/naar?{ander.url()}")) == [(Uitslag.OMGELEID, f"Leidt nu naar {ander.url()}")]
        assert (een.paden, ander.paden) == ([f"/naar?{ander.url()}"], ["/goed"])


def test_the_website_learns_the_purpose_and_nothing_of_a_person(website):
    volg(website.url("/koekjeskring/301/goed"), website.url("/goed#deel"))

    plaats, koppen = website.gevraagd[-1]
    assert plaats == "/goed"
    assert set(koppen) == {"Host", "Accept-Encoding", "User-Agent", "Accept", "Accept-Language", "Connection"}
    assert koppen["Host"] == website.url("")[len("http://") :]
    assert koppen["User-Agent"].startswith("Ontwikkelpad-linkcontrole/")


@pytest.mark.parametrize("plaats", ["/traag", "/drup"])
def test_a_website_that_dawdles_is_left_in_time(website, plaats):
    begin = time.monotonic()

    uitkomst = volg(website.url(plaats), seconden=0.4)

    assert uitkomst == [(Uitslag.ONBEREIKBAAR, "De website antwoordt niet binnen 0.4 seconden.")]
    assert time.monotonic() - begin < 3


def test_the_time_is_for_all_redirects_together(website):
    website.bij_vraag = lambda: time.sleep(0.25)

    assert volg(website.url("/verder/4"), seconden=0.6)[0][0] == Uitslag.ONBEREIKBAAR
    assert len(website.paden) <= 3


@pytest.mark.parametrize(
    "url",
    [
        "http:///pad",
        "http://",
        "https://[::1",
        "https://a..b/",
        "https://" + "a" * 64 + ".nl/",
        "https://naam:woord@example.org/",
        "https://example.org\\@127.0.0.1/",
        "https://example.org:0/",
        "https://example.org:99999/",
        "https://ex ample.org/",
        "https://example.org%00/",
        "https://exa\x00mple.org/",
        "ftp://example.org/",
        "javascript:alert(1)",
        "",
        "https://℀.example/",
        "https://example.org/\ud800",
    ],
)
def test_an_address_that_is_none_is_said_to_be_wrong_and_nobody_is_asked(url):
    assert volg(url) == [(Uitslag.STUK, "Dit adres klopt niet. Kijk het na.")]


def test_a_name_with_other_letters_is_asked_for_as_a_browser_does():
    gevraagd = lees_doel("HTTPS://Zoë.Example.ORG./a b/é?c=<d>&e=%20#f")

    assert (gevraagd.host, gevraagd.poort) == ("xn--zo-ija.example.org", 443)
    assert (gevraagd.plaats, gevraagd.vraag) == ("/a%20b/%C3%A9", "c=%3Cd%3E&e=%20")


def test_a_name_that_does_not_exist_is_no_answer():
    [(uitslag, toelichting)] = volg("http://bestaat-niet.invalid/", seconden=2)

    assert uitslag == Uitslag.ONBEREIKBAAR
    assert toelichting in (
        "De naam bestaat-niet.invalid is niet te vinden op internet.",
        "De website antwoordt niet binnen 2 seconden.",
    )


def test_a_port_where_nobody_listens_is_no_answer():
    with Website() as website:
        url = website.url()

    assert volg(url) == [(Uitslag.ONBEREIKBAAR, "De verbinding met de website lukt niet.")]


# --- Safe connections ---


def test_a_certificate_that_is_not_trusted_is_refused():
    with Website(veilig=True) as website:
        uitkomst = volg(website.url(naam="localhost"))

    assert uitkomst == [
        (Uitslag.ONBEREIKBAAR, "Het certificaat voor een veilige verbinding klopt niet. Kijk zelf even.")
    ]
    assert website.paden == []


@pytest.fixture
def vertrouwd(monkeypatch, tmp_path):
    """Trust the certificates of our own websites."""
    UITGEVER.cert_pem.write_to_path(tmp_path / "uitgever.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "uitgever.pem"))


def test_a_certificate_that_is_trusted_counts_for_its_own_name_only(vertrouwd):
    with Website(veilig=True) as website:
        goed, ander = volg(website.url(naam="localhost"), website.url())

    assert goed == (Uitslag.GOED, "")
    assert ander[0] == Uitslag.ONBEREIKBAAR
    assert len(website.paden) == 1


def test_a_website_without_a_safe_connection_is_no_answer(website):
    url = website.url().replace("http:", "https:")

    assert volg(url) == [
        (Uitslag.ONBEREIKBAAR, "Een veilige verbinding met de website lukt niet. Kijk zelf even."),
    ]


def test_a_move_from_http_to_https_is_reported(vertrouwd):
    with Website() as open_, Website(veilig=True) as veilig:
        nieuw = veilig.url(naam="localhost")
        assert volg(open_.url(f"/naar?{nieuw}")) == [(Uitslag.OMGELEID, f"Leidt nu naar {nieuw}")]


# --- Never inside our own network ---


# fmt: off
BINNEN = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1",
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fd00:ec2::254", "ff02::1", "ff0e::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::1", "2001:db8::1", "100::1", "192.0.0.192",
    "192.88.99.1", "::ffff:192.88.99.1", "3fff::1", "3fff:fff::1",
]
# fmt: on


@pytest.mark.parametrize("adres", BINNEN)
def test_an_address_inside_a_network_is_not_public(adres):
    assert not is_openbaar(adres)


@pytest.mark.parametrize("adres", ["8.8.8.8", "2a00:1450:400e::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_public(adres):
    assert is_openbaar(adres)


@pytest.mark.parametrize("naam", ["127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "0", "[::ffff:127.0.0.1]"])
def test_by_default_this_machine_is_never_connected_to(naam):
    with Website() as website:
        [resultaat] = controleer([website.url(naam=naam)])

    assert (resultaat.uitslag, resultaat.toelichting) == (Uitslag.GEWEIGERD, "Dit adres is niet openbaar.")
    assert website.paden == []


def test_a_redirect_to_an_inner_address_is_not_followed():
    with Website() as open_, Website("127.0.0.2") as binnen:
        uitkomst = volg(open_.url(f"/naar?{binnen.url('/geheim')}"), openbaar=hier)

    assert uitkomst == [
        (Uitslag.GEWEIGERD, f"Dit adres is niet openbaar. Leidt nu naar {binnen.url('/geheim')}"),
    ]
    assert binnen.paden == []


def test_of_a_name_with_several_addresses_only_the_public_ones_are_tried(website):
    gezien = []

    def keur(adres):
        gezien.append(adres)
        return hier(adres)

    assert volg(website.url(naam="localhost"), openbaar=keur) == [(Uitslag.GOED, "")]
    assert "127.0.0.1" in gezien


# --- Gently ---


class Tijd:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.nu, self.geslapen = 0.0, []

    def slaap(self, seconden):
        self.geslapen.append(seconden)
        self.nu += seconden


@contextmanager
def geklokt(*websites):
    """Note of each request at which moment of the clock it came."""
    tijd, momenten = Tijd(), {website: [] for website in websites}
    for website in websites:
        website.bij_vraag = lambda website=website: momenten[website].append(tijd.nu)
    yield tijd, momenten


def test_a_host_gets_at_most_one_request_a_second_redirects_included(website):
    with geklokt(website) as (tijd, momenten):
        volg(website.url("/verder/2"), website.url("/goed"), tempo=Tempo(lambda: tijd.nu, tijd.slaap))

    assert momenten[website] == [0, 1, 2, 3, 4]


def test_other_hosts_go_on_meanwhile_and_nobody_waits_for_nothing():
    with Website() as een, Website("127.0.0.2") as ander, geklokt(een, ander) as (tijd, momenten):
        urls = [een.url("/a"), een.url("/b"), een.url("/c"), ander.url("/a"), ander.url("/b")]
        volg(*urls, tempo=Tempo(lambda: tijd.nu, tijd.slaap))

    assert momenten == {een: [0, 1, 2], ander: [0, 1]}
    assert tijd.geslapen == [1, 1]


def test_a_link_that_is_asked_for_twice_is_followed_once(website):
    assert len(volg(website.url(), website.url())) == 1
    assert website.paden == ["/goed"]


def test_with_the_real_clock_a_host_has_a_second_of_rest(website):
    momenten = []
    website.bij_vraag = lambda: momenten.append(time.monotonic())

    volg(website.url("/301/goed"), tempo=Tempo())

    assert momenten[1] - momenten[0] >= 1
