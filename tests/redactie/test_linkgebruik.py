"""Which rows use a link, and the check of all links for a timer."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from functies.models import Synoniem, Zijpad
from opleidingen.models import Aanbieder, Register, Verwijzing
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from redactie.links.gebruik import gebruik, links_in, links_van
from redactie.models import LinkControle, Uitslag
from tests.conftest import BEWIJS
from tests.redactie.webserver import Website, zonder_rust


def maak_aanbieder(naam, url, **velden):
    return Aanbieder.objects.create(naam=naam, slug=naam.lower(), url=url, **velden)


def maak_controle(url, uitslag=Uitslag.GOED, dagen=0, **velden):
    moment = timezone.now() - timedelta(days=dagen)
    return LinkControle.objects.create(url=url, uitslag=uitslag, gecontroleerd_op=moment, **velden)


def draai(*argumenten, openbaar=lambda adres: True):
    uitvoer = StringIO()
    call_command("controleer_links", *argumenten, openbaar=openbaar, tempo=zonder_rust(), stdout=uitvoer)
    return uitvoer.getvalue()


def uitslagen():
    return dict(LinkControle.objects.values_list("url", "uitslag"))


# --- Which rows use which link ---


def test_every_link_of_the_content_is_found(inhoud, sector):
    bestanden = [json.loads(bestand.read_text()) for bestand in sector.glob("*.json")]
    velden = [rij["fields"] for bestand in bestanden for rij in bestand]
    links = {waarde for rij in velden for naam, waarde in rij.items() if naam.endswith("url")}
    ingevuld = {"https://leermeesters.example/zoek?boek=G204", "https://vakblad.example/over/Bedrijfsvoering/"}

    assert gebruik().keys() == {link for link in links if link.startswith("http")} | ingevuld


def test_a_link_tells_the_rows_and_the_fields_that_use_it(maak_functie, ontwikkelpad):
    url = "https://voorbeeld.example/pagina"
    aanbieder = maak_aanbieder("Loket", url, toelichting=f"Kijk op {url}.")
    functie = maak_functie("Bakker", bron=f"Zie ({url}) en {url}.", zichtbaar=False)

    plekken = [(plek.rij, plek.veld) for plek in gebruik()[url]]

    assert plekken == [(aanbieder, "link"), (aanbieder, "toelichting"), (functie, "bron")]


@pytest.mark.parametrize("url", ["mailto:a@voorbeeld.example", "tel:0201234567"])
def test_mail_and_telephone_are_no_links_to_check(db, url):
    maak_aanbieder("Loket", url)

    assert gebruik() == {}


@pytest.mark.parametrize(
    ("tekst", "links"),
    [
        ("Zie https://a.example/b, of http://c.example.", ["https://a.example/b", "http://c.example"]),
        ("(https://a.example/b_(c)). Of: (zie https://a.example)", ["https://a.example/b_(c)", "https://a.example"]),
        ("‘https://a.example/?b=c&d=e#f’", ["https://a.example/?b=c&d=e#f"]),
        ("HTTPS://A.example/ twee keer HTTPS://A.example/", ["HTTPS://A.example/"]),
        ("Zie www.a.example en a@b.example, of https:// alleen.", []),
        ("https://naam:woord@a.example/ https://a.example/" + "b" * 500, []),
        ("https://a.example/" + ")" * 480, ["https://a.example/"]),
    ],
)
def test_links_in_a_text_are_found_without_the_punctuation_around_them(tekst, links):
    assert links_in(tekst) == links


def test_the_links_of_a_functie_include_those_of_what_is_edited_with_it(maak_functie):
    functie, ander = maak_functie("Bakker", bron="https://a.example/"), maak_functie("Assistent")
    for rij, url in ((functie, "https://b.example/"), (ander, "https://c.example/")):
        Zijpad.objects.create(functie=rij, omschrijving="Elders", url=url, **BEWIJS)

    assert links_van(functie) == ["https://a.example/", "https://b.example/"]


def maak_verwijzing(naam, adres, **velden):
    return Verwijzing.objects.create(naam=naam, slug=naam.lower(), uitleg="Kijk daar.", adres=adres, **BEWIJS, **velden)


def test_of_a_verwijzing_the_address_of_a_real_opleiding_is_followed(maak_opleiding):
    register = Register.objects.create(naam="Lijst", slug="lijst", afkorting="lijst", masker="99999")
    maak_opleiding("Aan de oven")
    maak_opleiding("Bakken & braden", coderegister=register, code="12345")
    code, naam, los, leeg = (
        maak_verwijzing(naam, f"https://{naam.lower()}.example/{rest}")
        for naam, rest in (("Code", "{code}"), ("Naam", "?q={naam}"), ("Los", ""), ("Leeg", "{code}"))
    )
    leeg.registers.add(Register.objects.create(naam="Ander", slug="ander", afkorting="ander", masker="99999"))

    assert {url: plekken[0].rij for url, plekken in gebruik().items()} == {
        "https://code.example/12345": code,
        "https://naam.example/?q=Aan%20de%20oven": naam,
        "https://los.example/": los,
    }


# --- The check for a timer ---


@pytest.mark.django_db
def test_the_check_names_the_verwijzing_that_leads_nowhere(website, maak_opleiding):
    maak_opleiding("Aan de oven")
    maak_verwijzing("Vakblad", website.url("/404?q={naam}"))

    regels = draai().splitlines()

    adres = website.url("/404?q=Aan%20de%20oven")
    assert regels[0] == f"{adres}: werkt niet. Deze pagina bestaat niet (404). (Vakblad)"
    assert [bevinding.tekst for bevinding in bevindingen() if bevinding.regel == Regel.LINK] == [
        f"De link {adres}: werkt niet. Deze pagina bestaat niet (404). Staat bij: verwijzing Vakblad."
    ]


@pytest.mark.django_db
def test_the_check_keeps_every_result_and_tells_what_needs_a_look(website):
    for naam, plaats in (("Een", "/goed"), ("Twee", "/404"), ("Drie", "/301/goed"), ("Vier", "/404")):
        maak_aanbieder(naam, website.url(plaats))
    begin = timezone.now()

    uitvoer = draai()

    assert uitslagen() == {
        website.url("/goed"): Uitslag.GOED,
        website.url("/404"): Uitslag.STUK,
        website.url("/301/goed"): Uitslag.OMGELEID,
    }
    assert LinkControle.objects.filter(gecontroleerd_op__gte=begin).count() == 3
    assert sorted(uitvoer.splitlines()) == sorted(
        [
            f"{website.url('/404')}: werkt niet. Deze pagina bestaat niet (404). (Twee; Vier)",
            f"{website.url('/301/goed')}: verhuisd. Leidt nu naar {website.url('/goed')} (Drie)",
            "3 links gecontroleerd: 1 werkt, 1 verhuisd, 1 werkt niet",
        ]
    )


@pytest.mark.django_db
def test_a_new_result_takes_the_place_of_the_old_one(website):
    maak_aanbieder("Een", website.url())
    maak_controle(website.url(), Uitslag.STUK, dagen=1, toelichting="Deze pagina bestaat niet (404).")

    draai()

    assert list(LinkControle.objects.values_list("uitslag", "toelichting")) == [("goed", "")]


@pytest.mark.django_db
def test_results_of_links_that_nobody_uses_are_forgotten():
    maak_controle("https://weg.example/")

    assert draai() == "0 links gecontroleerd\n"
    assert uitslagen() == {}


@pytest.mark.django_db
def test_only_links_that_were_not_checked_lately_can_be_asked_for(website):
    for nummer, dagen in enumerate((2, 4)):
        maak_aanbieder(f"Oud{dagen}", website.url(f"/{nummer}"))
        maak_controle(website.url(f"/{nummer}"), dagen=dagen)
    maak_aanbieder("Nieuw", website.url("/nieuw"))

    draai("--ouder-dan", "3")

    assert website.paden == ["/nieuw", "/1"]


@pytest.mark.parametrize("dagen", ["-1", "x", "1.5", "10000", "٣"])
def test_a_number_of_days_that_is_none_is_refused(dagen):
    with pytest.raises(CommandError, match="is no number of days from 0 to 9999"):
        draai(f"--ouder-dan={dagen}")


def test_nobody_can_open_the_inner_network_from_the_command_line():
    with pytest.raises(CommandError, match="unrecognized arguments"):
        draai("--openbaar=1")


@pytest.mark.django_db
def test_by_default_the_check_connects_to_no_inner_address(website):
    maak_aanbieder("Een", website.url())

    call_command("controleer_links", stdout=StringIO())

    assert uitslagen() == {website.url(): Uitslag.GEWEIGERD}
    assert website.paden == []


@pytest.mark.django_db
def test_when_no_website_answers_the_check_fails_because_it_is_probably_us():
    with Website() as website:
        for nummer in (1, 2):
            maak_aanbieder(f"A{nummer}", website.url(f"/{nummer}"))

    with pytest.raises(CommandError, match="is this machine connected to the internet"):
        draai()
    assert set(uitslagen().values()) == {Uitslag.ONBEREIKBAAR}


@pytest.mark.django_db
def test_without_its_database_the_check_fails_in_one_line():
    def weg(*_):
        raise DatabaseError("away")

    with connection.execute_wrapper(weg), pytest.raises(CommandError, match="The database cannot be used: away"):
        draai()


@pytest.mark.django_db(transaction=True)
def test_others_can_write_while_the_check_waits_for_a_website(website):
    def schrijf():
        Synoniem.objects.create(woord="bellen", betekenis="telefoneren")
        connection.close()

    maak_aanbieder("Een", website.url())
    website.bij_vraag = schrijf

    draai()

    assert Synoniem.objects.count() == 1
    assert uitslagen() == {website.url(): Uitslag.GOED}


@pytest.mark.django_db(transaction=True)
def test_two_checks_at_once_do_no_harm(website):
    def nog_een():
        website.bij_vraag = lambda: None
        draai()
        connection.close()

    for nummer in (1, 2):
        maak_aanbieder(f"A{nummer}", website.url(f"/{nummer}"))
    website.bij_vraag = nog_een

    draai()

    assert uitslagen() == {website.url("/1"): Uitslag.GOED, website.url("/2"): Uitslag.GOED}
    assert len(website.paden) == 4


@pytest.mark.django_db(transaction=True)
def test_a_check_that_is_stopped_halfway_keeps_what_it_had(website):
    def stop_bij_de_tweede(_):
        if website.paden:
            raise KeyboardInterrupt
        return True

    for nummer in (1, 2):
        maak_aanbieder(f"A{nummer}", website.url(f"/{nummer}"))

    with pytest.raises(KeyboardInterrupt, match="What was checked is kept"):
        draai(openbaar=stop_bij_de_tweede)

    assert uitslagen() == {website.url("/1"): Uitslag.GOED}


def test_a_link_in_a_text_with_form_is_known_and_so_is_one_that_is_spelled_out(maak_functie):
    functie = maak_functie(
        "Bakker", omschrijving="Lees [dit](https://a.example/x_(y)),[dat](/functies/) en https://b.example."
    )

    plekken = {url: [(plek.rij, plek.veld) for plek in plekken] for url, plekken in gebruik().items()}

    assert {url: rijen for url, rijen in plekken.items() if functie in dict(rijen)} == {
        "https://a.example/x_(y)": [(functie, "omschrijving")],
        "https://b.example": [(functie, "omschrijving")],
    }
