"""The page of the desk about who offers what."""

import pytest
from django.core.management import CommandError

from opleidingen.models import Opleiding
from redactie.geschiedenis.ongedaan import maak_ongedaan
from redactie.kwaliteit.bevindingen import bevindingen
from tests.aanbod.test_overnemen import ANDERE_NAAM, DRIE, KOP, PAGINA, bij, haal  # noqa: F401
from tests.pagina import formuliervelden, tekst
from tests.redactie.test_ongedaan import laatste
from uitgave.huidig import huidig
from uitgave.models import Bijlage

ADRES = "/beheer/opleidingen/opleiding/aanbod/"
LOS = bij("Hogeschool Suiker", OPLEIDINGSEENHEIDCODE="1001O0777")


@pytest.fixture
def kies(beheerder):
    def doe(**keuze):
        response = beheerder.post(ADRES, keuze, follow=True)
        assert response.status_code == 200
        huidig.ververs()
        return tekst(response.text)

    return doe


def test_before_anything_came_in_it_says_what_visitors_see(beheerder, inhoud):
    html = tekst(beheerder.get(ADRES).text)

    for welk in ("hbo-opleidingen die de overheid betaalt", "mbo-opleidingen"):
        assert f"Er is nog geen overzicht van {welk} opgehaald. Bezoekers zien daarvan dus geen scholen." in html
    assert "Winkel en verkoop (25901) nog geen overzicht van mbo-opleidingen" in html


def test_a_code_that_came_after_the_overview_is_not_said_to_be_missing_from_it(haal, maak_opleiding, beheerder):  # noqa: F811
    haal(*DRIE)
    register = Opleiding.objects.get(code="25901").coderegister
    maak_opleiding("Leiding geven", 6, coderegister=register, code="25999")

    html = tekst(beheerder.get(ADRES).text)
    assert "Leiding geven (25999) nog niet opgezocht: haal een nieuw overzicht" in html

    haal(*DRIE)
    assert "Leiding geven (25999) niet in het overzicht" in tekst(beheerder.get(ADRES).text)


def test_an_overview_with_less_waits_until_an_editor_chooses(haal, kies, client, beheerder):  # noqa: F811
    haal(*DRIE)
    for keuze, scholen in (("gooi_weg", 3), ("neem_over", 1)):
        with pytest.raises(CommandError, match="waits for an editor"):
            haal(DRIE[0])
        html = tekst(beheerder.get(ADRES).text)
        assert "Er staan nog 1 plekken in. Dat waren er 3." in html
        assert "Winkel en verkoop (25901): weg: Hogeschool Gist, Épe; Hogeschool Zout." in html
        assert "Winkel en verkoop (25901) 3 2" in html
        assert f'<a href="{ADRES}">Kijk of het klopt</a>' in beheerder.get("/beheer/").text

        kies(**{keuze: str(Bijlage.objects.exclude(wacht_op="").get().pk)})

        assert (f"{scholen} scholen geven" if scholen > 1 else "1 school geeft") in tekst(client.get(PAGINA).text)
        assert not Bijlage.objects.exclude(wacht_op="").exists()
        assert "Kijk of het klopt" not in beheerder.get("/beheer/").text


@pytest.mark.parametrize("keuze", ["gooi_weg", "neem_over"])
def test_an_editor_decides_only_on_the_overview_that_she_saw(haal, kies, client, keuze):  # noqa: F811
    haal(*DRIE)
    gezien = []
    for rijen in (DRIE[:1], DRIE[1:2]):
        with pytest.raises(CommandError):
            haal(*rijen)
        gezien.append(str(Bijlage.objects.exclude(wacht_op="").get().pk))

    html = kies(**{keuze: gezien[0]})

    assert "Dit overzicht wacht niet meer. Er is niets veranderd." in html
    assert str(Bijlage.objects.exclude(wacht_op="").get().pk) == gezien[1]
    assert "3 scholen geven" in tekst(client.get(PAGINA).text)


def test_an_editor_joins_a_unit_to_another_opleiding_than_it_looks_like(haal, kies, client):  # noqa: F811
    """As that of one school at two places, which bears the name of one opleiding and belongs to another."""
    elders = LOS | {"ONDERWIJSLOCATIEPLAATS": "Ede", "VORM": "DUAAL"}
    haal(*DRIE, LOS, elders)
    ander = Opleiding.objects.get(code="26044")

    html = kies(koppel="1001O0777", opleiding=ander.pk)

    assert f"De scholen staan nu bij {ander}." in html
    assert "Lijkt op een opleiding op de site" not in html
    assert "Suiker" not in client.get(PAGINA).text
    for _ in range(2):
        html = tekst(client.get(f"/opleidingen/{ander.slug}/").text)
        assert "Ede Hogeschool Suiker duaal Urk Hogeschool Suiker deeltijd" in html
        haal(*DRIE, LOS, elders)  # and with every overview that comes after


def test_an_editor_joins_a_unit_that_looks_alike_now_and_for_later(haal, kies, client, beheerder):  # noqa: F811
    haal(*DRIE, LOS)
    opleiding = Opleiding.objects.get(code="25901")
    assert "Hogeschool Suiker, Urk, deeltijd" in tekst(beheerder.get(ADRES).text)
    assert "Suiker" not in client.get(PAGINA).text

    html = kies(koppel="1001O0777", opleiding=opleiding.pk)

    assert "De scholen staan nu bij Winkel en verkoop (25901)." in html
    assert "Hogeschool Suiker, Urk, deeltijd" not in html
    assert "Suiker" in client.get(PAGINA).text
    haal(*DRIE, LOS)
    assert "Suiker" in client.get(PAGINA).text
    geschiedenis = beheerder.get(f"/beheer/opleidingen/opleiding/{opleiding.pk}/history/").text
    assert "School gekoppeld" in geschiedenis


@pytest.mark.parametrize(
    "onzin", [{"koppel": "x", "opleiding": "1"}, {"koppel": "1001O0777", "opleiding": "a\0"}, {"neem_over": "²"}, {}]
)
def test_nonsense_changes_nothing(beheerder, inhoud, onzin):
    assert beheerder.post(ADRES, onzin).status_code in (302, 400, 404)

    assert not Opleiding.objects.exclude(eenheden="").exists()
    assert not Bijlage.objects.exists()


@pytest.mark.parametrize("knop", ["haal", "neem_over", "gooi_weg"])
def test_only_an_eindredacteur_decides_what_visitors_see(haal, redacteur, client, knop):  # noqa: F811
    haal(*DRIE)
    with pytest.raises(CommandError):
        haal(DRIE[0])

    assert redacteur.post(ADRES, {knop: "1"}).status_code == 403

    assert "Een eindredacteur beslist hierover." in redacteur.get(ADRES).text
    assert Bijlage.objects.count() == 2


VREEMD = bij(
    "Hogeschool Suiker", OPLEIDINGSEENHEIDCODE="1001O0888", NAAM_LANG="Suikerkunde", ONDERWIJSBESTUURID="104B999"
)
SUIKERKUNDE = KOP | {
    "ERKENDEOPLEIDINGSCODE": "80204",
    "OPLEIDINGSEENHEIDCODE": "1001O0003",
    "NAAM_LANG": "Suikerkunde",
    "ONDERWIJSBESTUURID": "104B999",
}


@pytest.fixture
def bewaar(beheerder):
    """Save an opleiding at the desk with other units, as an editor does."""

    def doe(opleiding, eenheden):
        adres = f"/beheer/opleidingen/opleiding/{opleiding.pk}/change/"
        velden = formuliervelden(beheerder.get(adres).text)
        response = beheerder.post(adres, velden | {"eenheden": eenheden}, follow=True)
        assert response.status_code == 200
        huidig.ververs()
        return tekst(response.text)

    return doe


def suiker(client, pagina=PAGINA):
    return "Suiker" in client.get(pagina).text


def test_a_unit_that_is_written_at_an_opleiding_shows_at_once_and_goes_at_once(haal, bewaar, client):  # noqa: F811
    haal(*DRIE, LOS)
    opleiding = Opleiding.objects.get(code="25901")

    assert "Bezoekers zien dat meteen." in bewaar(opleiding, "1001O0777")
    assert suiker(client)
    assert "Bezoekers zien dat meteen." in bewaar(opleiding, "")
    assert not suiker(client)
    haal(*DRIE, LOS)
    assert not suiker(client)


def test_a_unit_that_is_not_in_what_is_stored_says_that_it_needs_a_newer_overview(haal, bewaar, client):  # noqa: F811
    haal(*DRIE)
    opleiding = Opleiding.objects.get(code="25901")

    html = bewaar(opleiding, "1001O0777")

    assert "Bij deze eenheden verandert nu nog niets op de site: 1001O0777." in html
    assert "Bekijk of haal de overzichten" in html
    haal(*DRIE, LOS)
    assert suiker(client)


def test_a_change_that_is_undone_takes_the_schools_away_again(haal, kies, client):  # noqa: F811
    haal(*DRIE, LOS)
    opleiding = Opleiding.objects.get(code="26044")
    kies(koppel="1001O0777", opleiding=opleiding.pk)
    pagina = f"/opleidingen/{opleiding.slug}/"
    assert suiker(client, pagina)

    maak_ongedaan(laatste(), None)

    opleiding.refresh_from_db()
    huidig.ververs()
    assert opleiding.eenheden == ""
    assert not suiker(client, pagina)


@pytest.mark.parametrize("langs", ["bewaren", "buitenom"])
def test_the_only_schools_of_a_code_that_an_editor_takes_away_are_nothing_to_wait_for(haal, langs, client):  # noqa: F811
    """Also when they were taken away in a way that nothing of ours hears of."""
    haal(*DRIE, LOS)
    opleiding = Opleiding.objects.get(code="26044")
    opleiding.eenheden = "1001O0777"
    opleiding.save()
    haal(*DRIE, LOS)
    assert suiker(client, f"/opleidingen/{opleiding.slug}/")

    if langs == "bewaren":
        opleiding.eenheden = ""
        opleiding.save()
    else:
        Opleiding.objects.filter(pk=opleiding.pk).update(eenheden="")

    haal(*DRIE, LOS)
    assert not suiker(client, f"/opleidingen/{opleiding.slug}/")
    assert not Bijlage.objects.exclude(wacht_op="").exists()


def test_an_overview_that_waited_is_taken_over_with_the_units_of_today(haal, kies, client):  # noqa: F811
    haal(*DRIE, LOS)
    with pytest.raises(CommandError, match="waits for an editor"):
        haal(DRIE[0], LOS)
    opleiding = Opleiding.objects.get(code="25901")
    opleiding.eenheden = "1001O0777"
    opleiding.save()

    kies(neem_over=str(Bijlage.objects.exclude(wacht_op="").get().pk))

    html = tekst(client.get(PAGINA).text)
    assert "2 scholen geven" in html
    assert "Suiker" in html


def test_one_unit_at_two_opleidingen_is_refused_and_named(haal, kies, bewaar):  # noqa: F811
    haal(*DRIE, LOS)
    een, ander = (Opleiding.objects.get(code=code) for code in ("25901", "26044"))
    assert "1001O0777 staat al bij" not in bewaar(een, "1001O0777, 1001O0778")

    html = bewaar(ander, "1001O0779, 1001O0777")

    assert f"1001O0777 staat al bij {een}. Een eenheid hoort bij één opleiding." in html
    ander.refresh_from_db()
    assert ander.eenheden == ""
    assert "staat al bij" not in bewaar(een, "1001O0777")  # it is no fault of its own
    assert not [rij for rij in bevindingen() if "Eenheid 1001O0777" in rij.tekst]
    Opleiding.objects.filter(pk=ander.pk).update(eenheden="1001O0777")
    [dubbel] = [rij for rij in bevindingen() if "Eenheid 1001O0777" in rij.tekst]
    assert (dubbel.ernst.value, {*dubbel.rijen}) == ("fout", {een, ander})


def test_a_unit_that_looks_like_a_code_that_is_not_ours_is_offered_too(haal, kies, client, beheerder):  # noqa: F811
    haal(*DRIE, SUIKERKUNDE, VREEMD)
    html = tekst(beheerder.get(ADRES).text)
    assert "Lijkt op een code die we niet hebben (1)" in html
    assert "Hogeschool Suiker, Urk, deeltijd (‘Suikerkunde’). Lijkt op code 80204." in html
    assert "Kies eerst een opleiding." in kies(koppel="1001O0888", opleiding="")
    assert not suiker(client)

    opleiding = Opleiding.objects.get(code="25901")
    kies(koppel="1001O0888", opleiding=opleiding.pk)

    assert suiker(client)
    assert "die we niet hebben" not in beheerder.get(ADRES).text
    haal(*DRIE, SUIKERKUNDE, VREEMD)
    assert suiker(client)
    assert "die we niet hebben" not in beheerder.get(ADRES).text


def test_a_unit_that_no_rule_joins_is_offered_and_joined_at_once(haal, kies, client, beheerder):  # noqa: F811
    haal(*DRIE, bij("Hogeschool Suiker", **ANDERE_NAAM))
    html = tekst(beheerder.get(ADRES).text)
    assert "Lijkt op geen enkele code (1)" in html
    assert "Hogeschool Suiker, Urk, deeltijd (‘Iets heel anders’). Koppel" in html
    assert not suiker(client)

    kies(koppel="1001O0077", opleiding=Opleiding.objects.get(code="25901").pk)

    assert suiker(client)
    assert "Lijkt op geen enkele code" not in beheerder.get(ADRES).text


def test_a_school_that_is_there_by_its_code_and_by_hand_stands_there_once(haal, client):  # noqa: F811
    Opleiding.objects.filter(code="25901").update(eenheden="1001O0777")
    haal(*DRIE, bij("Hogeschool Meel", OPLEIDINGSEENHEIDCODE="1001O0777"))

    assert huidig.pad.uitgave.bijlagen["aanbod"].count("Hogeschool Meel") == 1
