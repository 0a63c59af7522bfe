"""A row stays the same one under another name and address: for every kind that has an address, and along every way."""

import json
import re
from urllib.parse import quote, unquote, urlsplit

import pytest
from reversion.models import Version

from functies.models import Functie
from redactie.geschiedenis.versies import regels, revisies_van, verschil_met_nu, zet_terug
from redactie.kenmerk import kenmerk
from redactie.uitwisseling.invoer import voer_in
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak, waarde
from tests.test_soorten import gemaakt, gepubliceerd, laat_zien, site  # noqa: F401  # site is a fixture
from tests.weetjes.models import Weetje
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.models import GegevenSleutel
from uitgave.pad import Pad
from uitgave.soort import delen, soort_van, soorten
from uitgave.stappen import gidsen, niveaus, sleutels
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.verschil import HERNOEMD, verschillen

MET_ADRES = [soort for soort in soorten() if "slug" in soort.velden]
SOORTEN = pytest.mark.parametrize("soort", MET_ADRES, ids=lambda soort: soort.model.__name__)
WEETJE = soort_van(Weetje)
# A page that reads a parameter; the others are read by the front page.
LEEST = {
    **dict.fromkeys(["niveau", "vereiste", "competentie"], "/functies/"),
    **dict.fromkeys(["van", "naar"], "/routes/"),
    **dict.fromkeys(["via", "kan", "wie"], "/werkgevers/gesprek/"),
    "functie": "/vergelijken/",
    "deur": "/beginnen/",
    "rol": "/functies/geen/profiel/",
}


def hernoem(soort, rij, slug, naam=None):
    """Give a row another slug and another name, as an editor does."""
    veld = soort.naamvelden[0]
    with vastleggen(None):
        rij.slug = slug
        setattr(rij, veld, naam or waarde(rij._meta.get_field(veld)))
        rij.save()


@pytest.fixture
def bezoek(client):
    """Where a visitor ends who asks for an address: (status, address)."""

    def ga(adres, **anders):
        antwoord = client.get(adres, **anders)
        return antwoord.status_code, antwoord.headers.get("Location", "")

    return ga


@pytest.fixture
def hernoemd(site, request):  # noqa: F811
    """A published row that then got another name and slug: (kind, row, old name, old slug, document before)."""
    soort = request.param
    for ander in soorten():  # pages that are there only with their texts
        if ander.enig:
            gemaakt(ander)
    rij = gemaakt(soort)
    laat_zien(soort, rij)
    gepubliceerd("1")
    oud, naam = rij.slug, str(getattr(rij, soort.naamvelden[0]))
    voor = bouw(alles=True)
    hernoem(soort, rij, "zzz-nieuw")
    return soort, rij, naam, oud, voor


HERNOEMD_SOORT = pytest.mark.parametrize("hernoemd", MET_ADRES, ids=lambda s: s.model.__name__, indirect=True)


@pytest.mark.een_database
@HERNOEMD_SOORT
def test_its_old_address_leads_to_the_new_one_for_good(hernoemd, bezoek, client, beheerder):
    soort, _, _, oud, _ = hernoemd
    if soort.adres:  # the preview has it before it is published
        adressen = [f"/beheer/voorbeeld{soort.adres(slug).partition('#')[0]}" for slug in (oud, "zzz-nieuw")]
        antwoord = beheerder.get(adressen[0])
        assert adressen[0] == adressen[1] or (antwoord.status_code, antwoord.headers["Location"]) == (301, adressen[1])
    gepubliceerd("2")

    if soort.adres:
        voor, na = (soort.adres(slug).partition("#")[0] for slug in (oud, "zzz-nieuw"))
        assert bezoek(na)[0] in (200, 302)  # a page, or the one on which it stands
        if voor != na:
            assert bezoek(voor) == bezoek(voor, headers={"HX-Request": "true"}) == (301, na)
            assert client.head(voor).status_code == 301
            assert client.post(voor).status_code == 405
            if not urlsplit(voor).query:
                assert bezoek(f"{voor}?kaart=buurt&x=%C3%A9") == (301, f"{na}?kaart=buurt&x=%C3%A9")
    for naam in soort.parameters:
        plek = LEEST.get(naam, "/")
        vraag = f"{plek}?a=%20b&" + "{0}={1}&onbekend={1}&{0}=&{0}=anders&{0}={1}#x"
        nieuw = vraag.partition("#")[0].format(naam, "zzz-nieuw").replace("onbekend=zzz-nieuw", f"onbekend={oud}")
        assert bezoek(vraag.format(naam, oud)) == (301, nieuw)
        assert client.get(nieuw).status_code == (404 if naam == "rol" else 200)  # of no functie
        assert bezoek(f"/over/?{naam}={oud}")[0] == (301 if plek == "/" and naam != "werkveld" else 200)
        vijandig = {"PATH_INFO": "//evil.example/", "QUERY_STRING": f"{naam}={oud}"}
        assert bezoek("/", **vijandig) == (404, "")


# Kinds of which a row stands on a page with others.
DEEL_VAN_PAGINA = [
    delen()[deel] for deel in ("antwoorden", "artikelen", "cijfers", "leerwegen", "sectordelen", "trajecten")
]


@pytest.mark.een_database
@pytest.mark.parametrize("hernoemd", DEEL_VAN_PAGINA, ids=lambda s: s.model.__name__, indirect=True)
def test_a_link_to_its_part_of_a_page_still_comes_there(hernoemd, client, beheerder):
    soort, rij, _, oud, _ = hernoemd
    pagina, _, deel = soort.adres("zzz").partition("#")
    voorbeeld = beheerder.get(f"/beheer/voorbeeld{pagina}").text
    gepubliceerd("2")
    hernoem(soort, rij, "zzz-later")
    gepubliceerd("3")

    na = client.get(pagina).text

    plek = na.index(f' id="{deel}-later"')
    for eerder in (deel.removesuffix("zzz") + oud, f"{deel}-nieuw"):
        assert ids(na).count(eerder) == 1
        tussen = na[na.index(">", plek) + 1 : na.index(f' id="{eerder}"')]
        assert not tekst(f"{tussen}>"), tussen  # it opens right there
    assert deel.removesuffix("zzz") + oud in ids(voorbeeld)


@pytest.mark.een_database
def test_every_kind_that_stands_on_a_page_with_others_is_tried():
    soorten_ = [soort for soort in MET_ADRES if soort.adres and "#" in soort.adres("zzz")]

    assert {soort.deel for soort in soorten_} == {soort.deel for soort in DEEL_VAN_PAGINA}


def ids(html):
    return re.findall(r'\bid="([^"]*)"', html)


@HERNOEMD_SOORT
def test_it_is_renamed_to_editors_and_visitors_and_nothing_is_new_or_gone(hernoemd, client, beheerder):
    soort, rij, naam, oud, voor = hernoemd

    (verschil,) = verschillen(voor, bouw(alles=True))
    assert (verschil.groep, verschil.wat) == (soort.meervoud, HERNOEMD)
    assert f"{naam}" in verschil.naam.partition(" → ")[0]
    assert (oud, "zzz-nieuw") in [(veld.oud, veld.nieuw) for veld in verschil.velden]
    assert " → " in tekst(beheerder.get("/beheer/publiceren/").text)
    (wijziging,) = [v for regel in regels(revisies_van(rij)[:1], rij) for v in regel.verschillen]
    assert (wijziging.wat, " → " in wijziging.naam) == (HERNOEMD, True)

    if soort.stil:  # visitors are not told
        assert not gepubliceerd("2").geschiedenis[0].onderdelen
        return
    (onderdeel,) = gepubliceerd("2").geschiedenis[0].onderdelen
    (regel,) = onderdeel.hernoemd
    assert "webadres" not in regel
    assert (onderdeel.nieuw, onderdeel.veranderd, onderdeel.weg) == ((), (), ())
    assert tekst(f"Hernoemd: {regel}") in tekst(client.get("/over/wijzigingen/").text)


@HERNOEMD_SOORT
def test_a_file_from_before_or_after_renames_the_row_and_a_restored_version_too(hernoemd):
    soort, rij, _, oud, voor = hernoemd
    na, sleutel = bouw(alles=True), rij.sleutel

    for document, slug in ((voor, oud), (na, "zzz-nieuw"), (voor, oud)):
        document = d.lees(d.schrijf(document), alles=True)
        voer_in(document, kenmerk(bouw(alles=True)), None, "Uit een bestand")
        assert bouw(alles=True) == document
        assert soort.model._default_manager.filter(pk=rij.pk, slug=slug, sleutel=sleutel).exists()

    versies = Version.objects.get_for_object(rij)
    nieuw = next(versie for versie in versies if versie.field_dict["slug"] == "zzz-nieuw")
    (terug,) = verschil_met_nu(nieuw)
    assert (terug.wat, " → " in terug.naam) == (HERNOEMD, True)
    zet_terug(nieuw, None)
    rij.refresh_from_db()
    assert (rij.slug, rij.sleutel) == ("zzz-nieuw", sleutel)
    assert bouw(alles=True) == na


@SOORTEN
def test_two_rows_exchange_their_slugs_in_a_file(soort):
    een, twee = gemaakt(soort), gemaakt(soort)
    slugs = een.slug, twee.slug
    voor = d.schrijf(bouw(alles=True))
    hernoem(soort, een, "tijdelijk", str(getattr(een, soort.naamvelden[0])))
    hernoem(soort, twee, slugs[0], str(getattr(twee, soort.naamvelden[0])))
    hernoem(soort, een, slugs[1], str(getattr(een, soort.naamvelden[0])))

    voer_in(d.lees(voor, alles=True), kenmerk(bouw(alles=True)), None, "Geruild")

    assert d.schrijf(bouw(alles=True)) == voor
    for rij, slug in zip((een, twee), slugs, strict=True):
        assert soort.model._default_manager.get(pk=rij.pk).slug == slug


# --- Which address leads where ---


@pytest.fixture
def weetje(site):  # noqa: F811
    """Make a weetje with a slug, to be published."""

    def maak_(slug):
        with vastleggen(None):
            return maak(WEETJE, slug=slug, naam=f"Weetje {slug}.")

    return maak_


def test_a_chain_of_names_leads_at_once_to_the_last_one_and_back(weetje, bezoek):
    rij = weetje("a")
    gepubliceerd("1")
    for nummer, slug in (("2", "b"), ("3", "c")):
        hernoem(WEETJE, rij, slug)
        gepubliceerd(nummer)

    assert [bezoek(f"/weetjes/{slug}/") for slug in "abc"] == [(301, "/weetjes/c/"), (301, "/weetjes/c/"), (200, "")]

    hernoem(WEETJE, rij, "a")
    gepubliceerd("4")
    assert [bezoek(f"/weetjes/{slug}/") for slug in "abc"] == [(200, ""), (301, "/weetjes/a/"), (301, "/weetjes/a/")]
    assert rij.sleutel == "a"


def test_rows_that_exchanged_their_slugs_are_each_where_their_slug_is(weetje, bezoek):
    een, twee = weetje("a"), weetje("b")
    gepubliceerd("1")
    for rij, slug in ((een, "c"), (twee, "a"), (een, "b")):
        hernoem(WEETJE, rij, slug, f"Nu {slug}.")
    gepubliceerd("2")

    assert [bezoek(f"/weetjes/{slug}/") for slug in "abc"] == [(200, ""), (200, ""), (404, "")]  # c was never published


def test_an_old_slug_that_another_row_has_now_shows_that_row_and_never_leads_elsewhere(weetje, bezoek, client):
    rij = weetje("a")
    gepubliceerd("1")
    hernoem(WEETJE, rij, "b")
    gepubliceerd("2")
    nieuw = weetje("a")
    gepubliceerd("3")
    assert nieuw.sleutel == "a-2"
    assert bezoek("/weetjes/a/") == (200, "")
    assert nieuw.naam in tekst(client.get("/weetjes/a/").text)

    hernoem(WEETJE, nieuw, "c")  # the last who had it, has moved too
    gepubliceerd("4")
    assert bezoek("/weetjes/a/") == (301, "/weetjes/c/")
    with vastleggen(None):
        verwijder(nieuw, None)
    gepubliceerd("5")
    assert [bezoek(f"/weetjes/{slug}/") for slug in "abc"] == [(404, ""), (200, ""), (404, "")]


def test_a_slug_with_capitals_is_found_however_it_is_typed_when_it_can_only_mean_one(weetje, bezoek):
    rij, weg = weetje("Zacht-Deeg"), weetje("Gist")
    hernoem(WEETJE, weetje("Oven"), "OVEN", "Een.")
    weetje("Oven")
    gepubliceerd("1")
    hernoem(WEETJE, weg, "gisten")
    gepubliceerd("2")

    assert [bezoek(f"/weetjes/{slug}/") for slug in ("Zacht-Deeg", "Oven", "OVEN")] == 3 * [(200, "")]
    assert bezoek("/weetjes/zacht-deeg/") == (301, f"/weetjes/{rij.slug}/")
    assert bezoek("/weetjes/ZACHT-DEEG).") == (301, "/weetjes/zacht-deeg/")
    assert [bezoek(f"/weetjes/{slug}/") for slug in ("Gist", "gist")] == 2 * [(301, "/weetjes/gisten/")]
    assert bezoek("/weetjes/oven/") == (404, "")


def test_an_address_of_a_row_that_is_gone_or_hidden_is_not_there_and_is_again_when_the_row_is(weetje, bezoek):
    rij = weetje("a")
    gepubliceerd("1")
    hernoem(WEETJE, rij, "b")
    Weetje.objects.update(zichtbaar=False)
    gepubliceerd("2")
    assert [bezoek(f"/weetjes/{slug}/") for slug in "ab"] == [(404, ""), (404, "")]

    Weetje.objects.update(zichtbaar=True)
    gepubliceerd("3")
    assert bezoek("/weetjes/a/") == (301, "/weetjes/b/")


@pytest.mark.een_database
def test_the_copy_on_disk_knows_the_earlier_addresses_too(weetje):
    rij = weetje("a")
    gepubliceerd("1")
    hernoem(WEETJE, rij, "b")
    pad = gepubliceerd("2")

    kopie = d.lees_uitgave(d.schrijf(pad.uitgave))

    assert Pad(kopie).verhuisd == pad.verhuisd
    assert pad.verhuisd["weetjes"] == {"a": "b"}


@pytest.mark.een_database
def test_a_printed_address_of_a_conversation_lives_on_when_every_row_in_it_is_renamed(site, client):  # noqa: F811
    per_naam = {naam: soort for soort in soorten() for naam in soort.parameters}
    with vastleggen(None):
        for soort in soorten():
            if soort.enig:
                maak(soort)
        rijen = {naam: maak(per_naam[naam]) for naam in ("van", "opleiding", "wie", "naar", "kan")}
        laat_zien(per_naam["opleiding"], rijen["opleiding"])
    adres = f"/werkgevers/gesprek/blad/?{'&'.join(f'{naam}={rij.slug}' for naam, rij in rijen.items())}"
    gepubliceerd("1")
    voor = client.get(adres)
    for nummer, (naam, rij) in enumerate(rijen.items()):
        hernoem(per_naam[naam], rij, f"nieuw-{nummer}")
    pad = gepubliceerd("2")

    na = client.get(adres, follow=True)

    assert (voor.status_code, na.status_code, len(na.redirect_chain)) == (200, 200, 1)
    for naam in ("van", "naar"):
        assert pad.alle(per_naam[naam].rij)[rijen[naam].slug].naam in tekst(na.text)
    assert na.request["QUERY_STRING"] == "&".join(f"{naam}={rij.slug}" for naam, rij in rijen.items())


# --- The key itself ---


@pytest.mark.parametrize("soort", [s for s in soorten() if s.met_sleutel], ids=lambda s: s.model.__name__)
def test_a_key_is_never_given_to_another_row_and_comes_back_with_its_own(soort):
    rij = gemaakt(soort)
    sleutel = rij.sleutel
    zelfde = {veld: getattr(rij, veld) for veld in soort.uniek}
    assert sleutel
    assert not soort.model._meta.get_field("sleutel").editable

    with vastleggen(None):
        verwijder(rij, None)
        nieuw = maak(soort, **zelfde)
    assert nieuw.sleutel == f"{sleutel}-2"

    with vastleggen(None):
        verwijder(nieuw, None)
    versie = next(v for v in Version.objects.get_deleted(soort.model) if v.field_dict["sleutel"] == sleutel)
    zet_terug(versie, None)
    assert soort.model._default_manager.get(sleutel=sleutel).pk == int(versie.object_id)
    gegeven = GegevenSleutel.objects.filter(soort=soort.model._meta.label_lower)
    assert {sleutel, f"{sleutel}-2"} <= set(gegeven.values_list("sleutel", flat=True))


def test_a_key_stays_whatever_a_form_or_code_says(weetje, beheerder):
    rij = weetje("a")
    adres = f"/beheer/weetjes/weetje/{rij.pk}/change/"

    beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | {"sleutel": "gekaapt", "slug": "b"})
    rij.refresh_from_db()
    assert (rij.slug, rij.sleutel) == ("b", "a")

    rij.sleutel = "gekaapt"
    rij.save()
    rij.refresh_from_db()
    assert rij.sleutel == "a"


@pytest.mark.een_database
def test_the_form_says_what_a_new_slug_does_only_when_visitors_know_the_old_one(weetje, beheerder):
    rij = weetje("a")
    adres = f"/beheer/weetjes/weetje/{rij.pk}/change/"

    def bewaard(slug):
        velden = formuliervelden(beheerder.get(adres).text) | {"slug": slug}
        return tekst(beheerder.post(adres, velden, follow=True).text)

    assert "blijft werken, ook op papier" in tekst(beheerder.get(adres).text)
    assert "Het webadres is nieuw." not in bewaard("b")  # nobody saw it yet
    gepubliceerd("1")
    assert "Het webadres is nieuw." not in bewaard("b")
    assert "Na het publiceren brengt het oude adres (‘b’) bezoekers vanzelf naar het nieuwe" in bewaard("c")


@pytest.mark.een_database
def test_the_key_stands_in_the_file_and_in_the_csv(weetje, beheerder):
    rij = weetje("a")
    hernoem(WEETJE, rij, "b")

    (gelezen,) = json.loads(d.schrijf(bouw(alles=True)))["weetjes"]
    assert (gelezen["sleutel"], gelezen["slug"]) == ("a", "b")
    kop, regel = beheerder.get("/beheer/weetjes/weetje/csv/").text.splitlines()[:2]
    plek = kop.removeprefix("\ufeff").split(";").index("vaste sleutel")
    assert regel.split(";")[plek] == "a"


def test_a_file_with_one_slug_or_one_key_twice_is_refused(weetje):
    weetje("a")
    weetje("b")
    for veld in ("slug", "sleutel"):
        gegevens = json.loads(d.schrijf(bouw(alles=True)))
        gegevens["weetjes"][1][veld] = "a"
        with pytest.raises(ValueError, match=r"weetjes, rij 2 .*: dit is dezelfde als rij 1"):
            d.lees(json.dumps(gegevens), alles=True)


def test_a_file_of_before_there_were_keys_is_brought_in_by_slug(weetje):
    rij = weetje("a")
    gegevens = json.loads(d.schrijf(bouw(alles=True)))
    gegevens["weetjes"][0] |= {"naam": "Anders"}
    for stap in (gidsen, niveaus, sleutels):
        gegevens = stap.daal(gegevens)
    gegevens["schema"] = 3

    voer_in(d.lees(json.dumps(gegevens), alles=True), kenmerk(bouw(alles=True)), None, "Oud bestand")

    assert Weetje.objects.get(pk=rij.pk).naam == "Anders"


def test_rows_inside_a_row_exchange_what_they_say_and_stay_the_same(site):  # noqa: F811
    soort = next(s for s in soorten() if s.met_sleutel and s.ouder)
    (ouder, *velden), tekstveld = soort.uniek, soort.uniek[-1]
    with vastleggen(None):
        een = maak(soort)
        zelfde = {ouder: getattr(een, ouder), **{veld: getattr(een, veld) for veld in velden[:-1]}}
        twee = maak(soort, **zelfde)
    voor, oud = d.schrijf(bouw(alles=True)), (getattr(een, tekstveld), getattr(twee, tekstveld))
    anders = json.loads(voor)
    wissel = dict(zip(oud, reversed(oud), strict=True))
    _vervang(anders, {rij.sleutel: wissel[getattr(rij, tekstveld)] for rij in (een, twee)}, tekstveld)

    voer_in(d.lees(json.dumps(anders), alles=True), kenmerk(bouw(alles=True)), None, "Geruild")

    assert [getattr(soort.model._default_manager.get(pk=rij.pk), tekstveld) for rij in (een, twee)] == [*reversed(oud)]


def test_a_row_inside_a_row_gives_what_it_said_to_another_and_the_history_keeps_its_words(site):  # noqa: F811
    soort = next(s for s in soorten() if s.met_sleutel and s.ouder)
    with vastleggen(None):
        rij = maak(soort)
    anders = json.loads(d.schrijf(bouw(alles=True)))
    _vervang(anders, {rij.sleutel: "een-ander"}, "sleutel")

    voer_in(d.lees(json.dumps(anders), alles=True), kenmerk(bouw(alles=True)), None, "Een ander")

    sleutels = set(soort.model._default_manager.values_list("sleutel", flat=True))
    assert (rij.sleutel in sleutels, "een-ander" in sleutels) == (False, True)
    (weg,) = Version.objects.get_deleted(soort.model)
    assert (weg.field_dict["sleutel"], weg.field_dict[soort.uniek[-1]]) == (rij.sleutel, getattr(rij, soort.uniek[-1]))


def _vervang(waarde_, per_sleutel, veld):
    """Give the rows with these keys, wherever they stand in plain JSON, another value for a field."""
    for deel in waarde_.values() if isinstance(waarde_, dict) else waarde_:
        if isinstance(deel, dict | list):
            _vervang(deel, per_sleutel, veld)
    if isinstance(waarde_, dict) and waarde_.get("sleutel") in per_sleutel:
        waarde_[veld] = per_sleutel[waarde_["sleutel"]]


def test_a_conversation_that_goes_along_keeps_what_was_renamed(site, client):  # noqa: F811
    per_naam = {naam: soort for soort in soorten() for naam in soort.parameters}
    with vastleggen(None):
        for soort in soorten():
            if soort.enig:
                maak(soort)
        van, naar = maak(per_naam["van"]), maak(per_naam["naar"])
    gepubliceerd("1")
    adres = f"/functies/{naar.slug}/?gesprek={quote(f'van={van.slug}&naar={naar.slug}', safe='')}"
    assert f"van%3D{van.slug}%26" in client.get(adres).text

    hernoem(per_naam["van"], van, "nu-zo")
    gepubliceerd("2")

    antwoord = client.get(adres)
    assert (antwoord.status_code, unquote(antwoord.headers["Location"]).partition("?")[2]) == (
        301,
        f"gesprek=van=nu-zo&naar={naar.slug}",
    )
    assert "van%3Dnu-zo%26" in client.get(antwoord.headers["Location"]).text


def test_a_picture_is_shown_elsewhere_by_its_old_address_too(site, client):  # noqa: F811
    soort = soort_van(Functie)
    with vastleggen(None):
        rij = maak(soort)
    gepubliceerd("1")
    oud = f"/functies/{rij.slug}/prent.png"
    hernoem(soort, rij, "nu-zo")
    gepubliceerd("2")

    antwoord = client.get(oud)

    assert (antwoord.status_code, antwoord.headers["Location"]) == (301, "/functies/nu-zo/prent.png")
    assert antwoord.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_question_in_a_question_in_a_question_is_answered(site, client):  # noqa: F811
    with vastleggen(None):
        for soort in soorten():
            if soort.enig:
                maak(soort)
    gepubliceerd("1")

    assert client.get("/?gesprek=" + "van=" * 3000).status_code == 200
    assert client.get("/?gesprek=" + "van%3D" * 1500 + "&opleiding=" + "opleiding=" * 900).status_code == 200
