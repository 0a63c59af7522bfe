"""A file that cannot be brought in: refused whole, with the place of what is wrong, and nothing changed."""

import time

import pytest
from reversion.models import Revision

from functies.models import Functie
from redactie.uitwisseling.invoer import GROOTSTE, GROTER, MEESTE, lees_bestand
from tests.redactie.test_invoer import INVOEREN, fouten, stuur
from uitgave import document as d
from uitgave.bouwen import bouw

pytestmark = pytest.mark.een_database


def zet(sleutels, waarde):
    """Return a change of plain JSON: put `waarde` at `sleutels`."""

    def bewerk(gegevens):
        *stappen, laatste = sleutels
        for stap in stappen:
            gegevens = gegevens[stap]
        gegevens[laatste] = waarde

    return bewerk


def weg(*sleutels):
    def bewerk(gegevens):
        for stap in sleutels[:-1]:
            gegevens = gegevens[stap]
        del gegevens[sleutels[-1]]

    return bewerk


def dubbel(*sleutels):
    """Return a change that puts the first item of a list at its end as well."""

    def bewerk(gegevens):
        for stap in sleutels:
            gegevens = gegevens[stap]
        gegevens.append(gegevens[0])

    return bewerk


FUNCTIE = "functies, rij 4 ({functie})"
OPLEIDING = "opleidingen, rij 1 ({opleiding})"
VERHAAL, TE_JONG = "verhalen, rij 1 ({verhaal})", "verhalen, rij 1 (Noor (7))"
AANBIEDER = "aanbieders, rij 1 ({aanbieder})"
GEEN_LINK = "is geen bruikbare link. Begin met https://, http://, mailto: of tel:."
GETAL_GEEN_TEKST = "hier hoort een heel getal, maar er staat een tekst."
ONBEWAARBAAR = "hier staat een teken dat niet kan worden bewaard."
NIEUWER_SCHEMA = (
    "Dit is gemaakt door een nieuwere versie van deze site: "
    f"het heeft schema {d.SCHEMA + 1} en deze site leest tot schema {d.SCHEMA}."
)
MISSCHIEN = "Misschien is dit gemaakt door een nieuwere versie van deze site."
ZIJPAD = {"bron": "", "gecontroleerd_op": "2026-01-01", "omschrijving": "Elders", "url": ""}
# A change of the file, and the message that it gives; what stands between braces comes from the file.
KAPOT = [
    # the form of the document
    (zet(["schema"], d.SCHEMA + 1), NIEUWER_SCHEMA),
    (lambda g: g.update(schema=d.SCHEMA + 1, functies="weg\0"), NIEUWER_SCHEMA),
    (zet(["schema"], "1"), f"schema: {GETAL_GEEN_TEKST}"),
    (weg("schema"), "Hier ontbreekt ‘schema’."),
    (zet(["extra"], 1), f"‘extra’ hoort hier niet. {MISSCHIEN}"),
    (weg("ontwikkelpad", "kop"), "ontwikkelpad: hier ontbreekt ‘kop’."),
    (zet(["functies"], {}), "functies: hier hoort een lijst, maar er staat een blok met gegevens."),
    (zet(["functies", 3], None), "functies, rij 4: hier hoort een blok met gegevens, maar er staat null."),
    (zet(["functies", 3, "extra"], 1), f"{FUNCTIE}: ‘extra’ hoort hier niet. {MISSCHIEN}"),
    (weg("functies", 3, "slug"), f"{FUNCTIE}: hier ontbreekt ‘slug’."),
    # the type of a value
    (
        zet(["niveaus", 1, "nlqf"], "vier"),
        "niveaus, rij 2 (gezel), nlqf: hier hoort een heel getal of null, maar er staat een tekst.",
    ),
    (
        zet(["niveaus", 1, "nlqf"], True),
        "niveaus, rij 2 (gezel), nlqf: hier hoort een heel getal of null, maar er staat true of false.",
    ),
    (zet(["functies", 3, "vanaf_niveau"], "maan"), f"{FUNCTIE}, vanaf_niveau: ‘maan’ staat niet bij niveaus."),
    (
        zet(["functies", 3, "zichtbaar"], "ja"),
        f"{FUNCTIE}, zichtbaar: hier hoort true of false, maar er staat een tekst.",
    ),
    (
        zet(["functies", 3, "gecontroleerd_op"], "gisteren"),
        f"{FUNCTIE}, gecontroleerd_op: dit is geen datum. Schrijf een datum als 2026-02-06.",
    ),
    (
        zet(["werkvelden", 0, "kleur"], "zwart"),
        "werkvelden, rij 1 ({werkveld}), kleur: ‘zwart’ kan hier niet. "
        "Kies uit: rood, groen, paars, blauw, bruin, roze, olijf, gras, indigo, wijn, oker, grijs.",
    ),
    (zet(["opleidingen", 0, "coderegister"], "x"), f"{OPLEIDING}, coderegister: ‘x’ staat niet bij registers."),
    (
        zet(["opleidingen", 0, "op_niveau"], 4),
        f"{OPLEIDING}, op_niveau: hier hoort een tekst of null, maar er staat een heel getal.",
    ),
    (
        zet(["verhalen", 0, "kernwoorden"], ["een"]),
        f"{VERHAAL}, kernwoorden: hier hoort een lijst van precies 3 teksten.",
    ),
    # links to nowhere
    (zet(["functies", 3, "werkveld"], "maan"), f"{FUNCTIE}, werkveld: ‘maan’ staat niet bij werkvelden."),
    (
        zet(["functies", 3, "competenties", 1], "maan"),
        f"{FUNCTIE}, competenties, rij 2 (maan): ‘maan’ staat niet bij competenties.",
    ),
    (
        zet(["functies", 3, "opleidingen", 0, "opleiding"], "maan"),
        f"{FUNCTIE}, opleidingen, rij 1 (maan), opleiding: ‘maan’ staat niet bij opleidingen.",
    ),
    (zet(["doorgroei", 0, "naar"], "maan"), "doorgroei, rij 1 ({van} → maan), naar: ‘maan’ staat niet bij functies."),
    (zet(["verhalen", 0, "functie"], "maan"), f"{VERHAAL}, functie: ‘maan’ staat niet bij functies."),
    # what stands there twice
    (dubbel("functies"), "functies, rij {functies} ({eerste_functie}): dit is dezelfde als rij 1."),
    (dubbel("doorgroei"), "doorgroei, rij {doorgroei} ({van} → {naar}): dit is dezelfde als rij 1."),
    (dubbel("synoniemen"), "synoniemen, rij {synoniemen} ({woord}): dit is dezelfde als rij 1."),
    (
        dubbel("functies", 3, "competenties"),
        f"{FUNCTIE}, competenties, rij {{competenties}} ({{competentie}}): dit is dezelfde als rij 1.",
    ),
    (
        dubbel("functies", 3, "opleidingen"),
        f"{FUNCTIE}, opleidingen, rij {{opleidingen}} ({{link}}): dit is dezelfde als rij 1.",
    ),
    # what the admin would refuse too
    (
        zet(["opleidingen", 0, "code"], "12"),
        f"{OPLEIDING}, code: ‘12’ is geen goede code. Een code van Gildeboek heeft de vorm G999, bijvoorbeeld G123.",
    ),
    (
        zet(["opleidingen", 0, "leeroverzicht_url"], "javascript:alert(1)"),
        f"{OPLEIDING}, leeroverzicht_url (link naar Leeroverzicht): ‘javascript:alert(1)’ {GEEN_LINK}",
    ),
    (zet(["aanbieders", 0, "url"], "ftp://x"), f"{AANBIEDER}, url (link): ‘ftp://x’ {GEEN_LINK}"),
    (
        zet(["opleidingen", 0, "aanbieders"], ["maan"]),
        f"{OPLEIDING}, aanbieders, rij 1 (maan): ‘maan’ staat niet bij aanbieders.",
    ),
    (
        zet(["functies", 3, "zijpaden"], [ZIJPAD]),
        f"{FUNCTIE}, zijpaden, rij 1 (Elders), bron: Vul dit in.",
    ),
    (
        zet(["functies", 3, "naam"], "x" * 101),
        f"functies, rij 4 ({'x' * 80}…), naam: Dit is te lang: het zijn 101 tekens, en er passen er 100.",
    ),
    (zet(["functies", 3, "naam"], "  "), "functies, rij 4 ({slug}), naam: Vul dit in."),
    (
        zet(["verhalen", 0, "slug"], "Met spatie"),
        f"{VERHAAL}, slug (deel van het webadres): "
        "Voer een geldige ‘slug’ in, bestaande uit letters, cijfers, liggende streepjes en verbindingsstreepjes.",
    ),
    (zet(["verhalen", 0, "leeftijd"], 7), f"{TE_JONG}, leeftijd: Zorg ervoor dat deze waarde minstens 16 is."),
    (
        lambda g: g["doorgroei"][0].update(van=g["doorgroei"][0]["naar"]),
        "doorgroei, rij 1 ({naar} → {naar}): Een functie kan niet naar zichzelf doorgroeien. Kies twee functies.",
    ),
    # what a database cannot hold
    (zet(["functies", 3, "naam"], "Nul\0teken"), f"functies, rij 4 (Nul�teken), naam: {ONBEWAARBAAR}"),
    (zet(["functies", 3, "naam"], "Half\ud83d"), f"functies, rij 4 (Half�), naam: {ONBEWAARBAAR}"),
    (zet(["functies", 3, "half\ud83d"], ""), f"{FUNCTIE}, half�: {ONBEWAARBAAR}"),
    (zet(["functies", 3, "gecontroleerd_op"], "\ud83d"), f"{FUNCTIE}, gecontroleerd_op: {ONBEWAARBAAR}"),
]


@pytest.fixture
def bestand(bestand):
    """The content of the fixtures and a story, with an opleiding that has a code as its first."""
    kernwoorden = {"kernwoorden": ["Rust", "Meel", "Vuur"]}
    bewijs = {"bron": "Een bron.", "gecontroleerd_op": "2026-01-01", "zichtbaar": True}
    verhaal = {"sleutel": "noor", "slug": "noor", "voornaam": "Noor", "leeftijd": 28, "kop": "Een kop"}
    verhaal |= {"functie": bestand["functies"][0]["slug"], "tekst": "Noor bakt."} | kernwoorden | bewijs
    opleidingen = sorted(bestand["opleidingen"], key=lambda rij: rij.get("coderegister") != "gildeboek")
    return bestand | {"verhalen": [verhaal], "opleidingen": opleidingen}


@pytest.mark.parametrize(("bewerk", "melding"), KAPOT)
def test_a_bad_file_is_refused_whole_with_the_place_named(beheerder, bestand, bewerk, melding):
    namen = _namen(bestand)
    bewerk(bestand)

    response = stuur(beheerder, bestand)

    assert fouten(response) == melding.format(**namen)
    assert not Functie.objects.exists()
    assert not Revision.objects.exists()


def test_all_that_is_wrong_is_told_at_once(beheerder, bestand):
    een, twee = bestand["functies"][2], bestand["functies"][3]
    een["werkveld"], twee["naam"] = "maan", ""

    links = fouten(stuur(beheerder, bestand))

    assert "werkveld: ‘maan’ staat niet bij werkvelden." in links
    assert "naam: Vul dit in." in links
    een["werkveld"], een["samenvatting"] = bestand["functies"][0]["werkveld"], ""
    assert fouten(stuur(beheerder, bestand)).count("Vul dit in.") == 2


def test_all_that_has_the_wrong_form_is_told_at_once_also_inside_one_row(beheerder, bestand):
    rij = bestand["functies"][3]
    rij |= {"naam": 4, "zichtbaar": "ja", "extra": 1}
    rij["opleidingen"][0]["rol"] = "zwart"
    del rij["slug"]
    bestand["werkvelden"][0]["kleur"] = "zwart"

    gezegd = fouten(stuur(beheerder, bestand))

    for fout in (
        "naam: hier hoort",
        "zichtbaar: hier hoort",
        "‘extra’",
        "ontbreekt ‘slug’",
        "kleur: ‘zwart’",
        "rol: ‘zw",
    ):
        assert fout in gezegd


def test_a_bad_file_leaves_what_is_there(beheerder, inhoud, bestand):
    voor, revisies = bouw(alles=True), Revision.objects.count()
    bestand["functies"][0]["naam"] = "Anders"
    bestand["synoniemen"][-1]["betekenis"] = ""

    assert fouten(stuur(beheerder, bestand)).startswith("synoniemen, rij ")

    assert bouw(alles=True) == voor
    assert Revision.objects.count() == revisies


def _namen(bestand):
    functie, stap = bestand["functies"][3], bestand["doorgroei"][0]
    return {
        "functie": functie["naam"],
        "slug": functie["slug"],
        "werkveld": bestand["werkvelden"][0]["naam"],
        "eerste_functie": bestand["functies"][0]["naam"],
        "opleiding": bestand["opleidingen"][0]["naam"],
        "verhaal": f"{bestand['verhalen'][0]['voornaam']} (28)",
        "aanbieder": bestand["aanbieders"][0]["naam"],
        "van": stap["van"],
        "naar": stap["naar"],
        "woord": bestand["synoniemen"][0]["woord"],
        "competentie": functie["competenties"][0],
        "link": functie["opleidingen"][0]["opleiding"],
        "functies": len(bestand["functies"]) + 1,
        "doorgroei": len(bestand["doorgroei"]) + 1,
        "synoniemen": len(bestand["synoniemen"]) + 1,
        "competenties": len(functie["competenties"]) + 1,
        "opleidingen": len(functie["opleidingen"]) + 1,
    }


GEEN_BESTAND = "Dit is geen bestand van deze site. Kies een bestand dat je met ‘Download alles’ hebt gemaakt."
GEEN_UTF8 = "Dit bestand is niet bewaard als UTF-8"


@pytest.mark.parametrize(
    ("rauw", "melding"),
    [
        (b"", "Dit bestand is leeg. Kies een ander bestand."),
        (b"\xef\xbb\xbf", "Dit is geen goede JSON. Kijk bij regel 1, teken 1."),
        (b"Hallo", "Dit is geen goede JSON. Kijk bij regel 1, teken 1."),
        (b'{\n "schema": 1,\n}', "Dit is geen goede JSON. Kijk bij regel 3, teken 1."),
        (b'{"schema": 1} en meer', "Dit is geen goede JSON. Kijk bij regel 1, teken 15."),
        (b"[" * 100_000, "Dit is geen bestand van deze site: er zitten te veel lijsten in elkaar."),
        (
            b'{"schema": ' + b"[" * 99 + b"]" * 99 + b"}",
            "schema: hier hoort een heel getal, maar er staat een lijst.",
        ),
        (b"[]", GEEN_BESTAND),
        (b'"tekst"', GEEN_BESTAND),
        (b'{"document": 1}', GEEN_BESTAND),
        (b'{"schema": NaN}', "schema: NaN is geen getal dat in dit bestand kan staan."),
        (b'{"schema": ' + b"9" * 5000 + b"}", f"schema: het getal {'9' * 80}… is te groot."),
        (b'{"schema": 1e400}', "schema: hier hoort een heel getal, maar er staat een getal met een komma."),
        (b'{"schema": 1, "naam": "X", "schema": 2}', "‘schema’ staat twee keer in hetzelfde blok bij X."),
        (
            b'{"schema": 1, "functies": [{}, {"naam": "X", "a": 0, "a": 0}]}',
            "functies, rij 2: ‘a’ staat twee keer in hetzelfde blok bij X.",
        ),
        (b'{"document": {"schema": 1, "schema": 1}}', "‘schema’ staat twee keer in hetzelfde blok."),
        ('{"schema": 1}'.encode("utf-16"), f"{GEEN_UTF8}. Bewaar het als UTF-8 en probeer het opnieuw."),
        ('{"schema": 1}'.encode("utf-16-le"), f"{GEEN_UTF8}. Bewaar het als UTF-8 en probeer het opnieuw."),
        (
            '{\n"naam": "é"}'.encode("latin-1"),
            f"{GEEN_UTF8}: regel 2 kan niet worden gelezen. Bewaar het als UTF-8 en probeer het opnieuw.",
        ),
        (
            b"[" + b"{}," * MEESTE + b"{}]",
            f"Dit bestand heeft te veel rijen. Het mag er hooguit 10000 hebben. {GROTER}",
        ),
        (b'{"schema": 1}' + b" " * GROOTSTE, f"Dit bestand is te groot. Het mag hooguit 2 MB zijn. {GROTER}"),
        (b"x" * 9 * 1024**2, f"Dit bestand is te groot. Het mag hooguit 2 MB zijn. {GROTER}"),
    ],
    ids=lambda waarde: repr(waarde[:30]) if waarde else "",
)
def test_what_is_no_file_of_this_site_is_told_so(beheerder, rauw, melding):
    assert fouten(stuur(beheerder, rauw)) == melding


def test_a_name_that_stands_twice_among_very_many_is_found_at_once():
    namen = ",".join(f'"{nummer:x}":0' for nummer in range(200_000))
    begin = time.process_time()

    with pytest.raises(ValueError, match=r"^‘30d3f’ staat twee keer in hetzelfde blok\.$"):
        lees_bestand(f'{{{namen},"30d3f":0}}'.encode())

    assert time.process_time() - begin < 10


def test_without_a_file_the_page_asks_for_one(beheerder):
    assert fouten(beheerder.post(INVOEREN)) == "Kies eerst een bestand."


def test_two_opleidingen_with_one_code_are_refused(beheerder, bestand):
    een, ander = [rij for rij in bestand["opleidingen"] if rij.get("coderegister") == "gildeboek"][:2]
    ander["code"] = een["code"]
    nummer = bestand["opleidingen"].index(ander) + 1

    assert fouten(stuur(beheerder, bestand)) == (
        f"opleidingen, rij {nummer} ({ander['naam']}): Er is al een opleiding met deze code in dit register."
    )


def test_the_row_number_is_that_in_the_file_whatever_its_order(beheerder, bestand):
    bestand["functies"].reverse()
    bestand["functies"][0]["samenvatting"] = ""

    naam = bestand["functies"][0]["naam"]
    assert fouten(stuur(beheerder, bestand)) == f"functies, rij 1 ({naam}), samenvatting: Vul dit in."
