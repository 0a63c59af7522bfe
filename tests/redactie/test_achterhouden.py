"""Publishing what is ready: what waits with who made it, what goes along, what is held back, and what is discarded."""

import gc
import re
from collections import defaultdict
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import quote
from weakref import ref

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from functies import document as d
from functies.models import Competentie, Doorgroei, Functie, Synoniem, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from profielen.models import Profielcompetentie
from redactie.kwaliteit.bevindingen import Ernst, bevindingen
from redactie.models import Achterhouding, Klaarmelding
from redactie.uitgeven import wie
from tests.conftest import BEWIJS
from tests.pagina import formuliervelden, tekst
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.models import Uitgave
from uitgave.soort import delen, soort_van
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.verschil import Rijsleutel

pytestmark = pytest.mark.een_database

PUBLICEREN = "/beheer/publiceren/"
WINKEL = "functies/winkelmedewerker"
BAKKER = "functies/broodbakker"


@pytest.fixture
def publiceer(beheerder):
    """Publish at the desk as an editor does, after changing the fields of the page; return the answer."""

    def doe(nummer, zonder=(), **velden):
        pagina = formuliervelden(beheerder.get(PUBLICEREN).text)
        for rij in zonder:
            del pagina[f"mee-{rij}"]
        pagina |= {
            "nummer": nummer,
            "datum": timezone.localdate().isoformat(),
            "wijzigingen": "Nieuw.",
            "gelezen": "on",
        }
        antwoord = beheerder.post(PUBLICEREN, pagina | velden)
        huidig.ververs()
        return antwoord

    return doe


def verander(slug, samenvatting, gebruiker=None):
    with vastleggen(gebruiker):
        functie = Functie.objects.get(slug=slug)
        functie.samenvatting = samenvatting
        functie.save()


def nieuwe_functie(naam):
    werkveld = Werkveld.objects.first()
    tekst_ = {"samenvatting": "Je werkt.", "omschrijving": "Je werkt hier."}
    return Functie.objects.create(naam=naam, slug=slugify(naam), werkveld=werkveld, **tekst_, **BEWIJS)


def nieuwe_stap(van, naar):
    return Doorgroei.objects.create(van=van, naar=naar, soort="doorstroom", **BEWIJS)


def houd_achter(client, rij, **velden):
    antwoord = client.post(
        f"/beheer/achterhouden/?rij={quote(rij)}", {"notitie": "", "tot": "", "bundel": "", **velden}
    )
    assert antwoord.status_code == 302, tekst(antwoord.text)


def samenvatting(slug):
    (functie,) = (rij for rij in huidig.pad.document.functies if rij.sleutel == slug)
    return functie.samenvatting


def test_an_urgent_code_goes_along_while_a_new_version_waits(inhoud, beheerder, publiceer):
    """The case of two editors: one is weeks into a new version, the other mends one thing today."""
    halve = nieuwe_functie("Halve functie")
    nieuwe_stap(Functie.objects.get(slug="winkelmedewerker"), halve)
    verander("broodbakker", "Half af.")
    houd_achter(beheerder, BAKKER, notitie="Tot versie 2.", bundel="Versie 2")
    houd_achter(beheerder, "functies/halve-functie", bundel="Versie 2")
    verander("winkelmedewerker", "Klaar.")
    oud = samenvatting("broodbakker")

    assert publiceer("1.1").status_code == 302

    assert (samenvatting("winkelmedewerker"), samenvatting("broodbakker")) == ("Klaar.", oud)
    assert "halve-functie" not in huidig.pad.delen["functies"]
    assert all(stap.naar != "halve-functie" for stap in huidig.pad.document.doorgroei)
    assert Functie.objects.get(slug="broodbakker").samenvatting == "Half af."

    beheerder.post("/beheer/achterhouden/opheffen/", {"bundel": "Versie 2"})
    assert publiceer("2").status_code == 302
    assert huidig.pad.document == bouw()
    assert "halve-functie" in huidig.pad.delen["functies"]


def test_a_set_goes_together_wherever_it_is_lifted_and_however_its_name_was_typed(inhoud, beheerder, publiceer):
    verander("broodbakker", "Versie twee.")
    verander("winkelmedewerker", "Ook versie twee.")
    houd_achter(beheerder, BAKKER, bundel="Versie 2")
    houd_achter(beheerder, WINKEL, bundel=" versie  2")
    bij_rij = formulier_van(beheerder, BAKKER)
    voorheen = samenvatting("winkelmedewerker")

    for pagina in (beheerder.get(PUBLICEREN).text, bij_rij):
        assert "Hef alles van ‘Versie 2’ op" in pagina
        assert not re.search(r"\bHef op\b", pagina)
    beheerder.post("/beheer/achterhouden/opheffen/", {"rij": BAKKER})

    assert not Achterhouding.objects.exists()
    assert samenvatting("winkelmedewerker") == voorheen
    assert publiceer("2").status_code == 302
    assert samenvatting("winkelmedewerker") == "Ook versie twee."


def test_sets_are_offered_in_the_dutch_order(inhoud, beheerder):
    goed = ["bonden", "Één keer", "ijs", "Versie 2", "zomer"]
    for functie, bundel in zip(inhoud.alle(d.Functie), reversed(goed), strict=False):
        houd_achter(beheerder, f"functies/{functie}", bundel=bundel)

    assert re.findall(r'<option value="(.*?)">', beheerder.get(f"/beheer/achterhouden/?rij={BAKKER}").text) == goed
    assert re.findall(r'name="bundel" value="(.*?)"', beheerder.get("/beheer/publiceren/").text) == goed


def formulier_van(client, rij):
    """The page on which is said that a row is held back."""
    return client.get(f"/beheer/achterhouden/?rij={rij}").text


def test_what_is_not_ticked_stays_as_it_was_and_waits(inhoud, beheerder, publiceer):
    verander("winkelmedewerker", "Wel.")
    verander("broodbakker", "Niet.")
    oud = samenvatting("broodbakker")

    antwoord = publiceer("1.1", zonder=[BAKKER])

    assert antwoord.status_code == 302
    assert (samenvatting("winkelmedewerker"), samenvatting("broodbakker")) == ("Wel.", oud)
    assert "1 wijziging bleef achter" in tekst(beheerder.get("/beheer/").text)
    assert [v.rij for v in beheerder.get(PUBLICEREN).context["verschillen"]] == [Rijsleutel("functies", "broodbakker")]


def test_every_difference_names_who_made_it_and_leads_to_its_row(inhoud, beheerder):
    anna = User.objects.create_user("anna", first_name="Anna", last_name="de Vries")
    bram = User.objects.create_user("bram", first_name="Bram")
    verander("winkelmedewerker", "Een.", anna)
    verander("winkelmedewerker", "Twee.", bram)
    stap = Doorgroei.objects.filter(van__slug="broodbakker").first()
    with vastleggen(anna):
        verwijder(stap, anna)

    pagina = beheerder.get(PUBLICEREN)

    per_rij = {str(een.sleutel): een for een in pagina.context["wachtend"]}
    assert [wie.username for wie in per_rij[WINKEL].wie.namen] == ["bram", "anna"]
    assert "Door Bram, Anna de Vries, " in tekst(pagina.text)
    (weg,) = (een for een in per_rij.values() if een.deel == "doorgroei")
    assert [wie.username for wie in weg.wie.namen] == ["anna"]
    functie = Functie.objects.get(slug="winkelmedewerker")
    assert f'href="{reverse("admin:functies_functie_change", args=[functie.pk])}"' in pagina.text


def test_a_difference_that_was_held_back_names_everybody_who_made_it_and_nobody_else(inhoud, beheerder, publiceer):
    anna, bram, els = (User.objects.create_user(naam) for naam in ("anna", "bram", "els"))
    verander("broodbakker", "Van Anna, en gepubliceerd.", anna)
    assert publiceer("1.1").status_code == 302
    verander("broodbakker", "Van Els.", els)
    houd_achter(beheerder, BAKKER)
    verander("winkelmedewerker", "Klaar.", anna)
    assert publiceer("1.2").status_code == 302
    verander("broodbakker", "Van Els en Bram.", bram)
    halve = nieuwe_functie("Halve functie")
    with vastleggen(anna):  # another row of the same page
        nieuwe_stap(Functie.objects.get(slug="broodbakker"), halve)

    adres = reverse("admin:functies_functie_change", args=[Functie.objects.get(slug="broodbakker").pk])
    assert beheerder.post(adres, formuliervelden(beheerder.get(adres).text)).status_code == 302

    wie = {str(een.sleutel): een.wie for een in beheerder.get(PUBLICEREN).context["wachtend"]}
    assert [een.username for een in wie[BAKKER].namen] == ["bram", "els"]


def test_editions_that_were_read_to_know_who_did_it_are_let_go_with_the_page(inhoud, beheerder, monkeypatch):
    eerste = Uitgave.objects.latest("pk")
    verander("broodbakker", "Anders.")
    Uitgave.objects.create(nummer="1.1", datum=eerste.datum, wijzigingen="Nieuw.", document=eerste.document)
    gemaakt = []

    class Gevolgd(wie._Eerder):
        def __init__(self, uitgave):
            super().__init__(uitgave)
            gemaakt.append(ref(self))

    monkeypatch.setattr(wie, "_Eerder", Gevolgd)

    beheerder.get(PUBLICEREN)

    gc.collect()
    assert [een() for een in gemaakt] == [None]


def test_an_edition_that_is_put_back_makes_a_difference_of_whoever_changed_the_row(inhoud, beheerder, publiceer):
    els = User.objects.create_user("els")
    eerste = Uitgave.objects.latest("pk")
    verander("broodbakker", "Van Els.", els)
    assert publiceer("1.1").status_code == 302
    Uitgave.objects.create(nummer="1.2", datum=eerste.datum, wijzigingen="Terug.", document=eerste.document)

    wie = {str(een.sleutel): een.wie for een in beheerder.get(PUBLICEREN).context["wachtend"]}

    assert [een.username for een in wie[BAKKER].namen] == ["els"]


def test_what_waits_is_summed_up_and_each_row_has_a_link_wherever_it_is_named(inhoud, beheerder):
    functies = list(Functie.objects.order_by("pk"))[:7]
    for functie in functies:
        verander(functie.slug, "Iets nieuws.")
    houd_achter(beheerder, f"functies/{functies[0].sleutel}")
    beheerder.post(f"/beheer/klaar/?rij=functies/{functies[1].sleutel}", {"notitie": ""})
    adressen = [reverse("admin:functies_functie_change", args=[functie.pk]) for functie in functies]

    bureau, publiceren = beheerder.get("/beheer/").text, beheerder.get(PUBLICEREN).text

    for pagina in (bureau, publiceren):
        assert "Functies: 7 gewijzigd" in tekst(pagina)
    wacht = bureau[bureau.index('id="kop-wachtend"') : bureau.index('id="kop-onzichtbaar"')]
    assert all(f'href="{adres}"' in wacht for adres in adressen)
    klaar = publiceren[publiceren.index('class="klaar"') : publiceren.index("Verschil met")]
    assert f'href="{adressen[1]}"' in klaar
    assert f'href="{adressen[0]}"' in klaar


def test_who_made_it_is_asked_in_as_many_queries_for_one_row_as_for_many(
    inhoud, beheerder, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def vragen():
        with CaptureQueriesContext(connection) as gevraagd:
            beheerder.get(PUBLICEREN)
        return len(gevraagd)

    verander("winkelmedewerker", "Een.")
    vragen()
    weinig = vragen()
    with vastleggen(None):
        for functie in Functie.objects.all():
            functie.samenvatting += " Nog iets."
            functie.save()
        for competentie in Competentie.objects.all():
            competentie.naam += " x"
            competentie.save()

    assert vragen() == weinig


def test_all_differences_are_there_however_many(inhoud, beheerder):
    Functie.objects.update(samenvatting="Anders.")

    pagina = beheerder.get(PUBLICEREN).text

    for functie in Functie.objects.all():
        assert f'name="mee-functies/{functie.sleutel}"' in pagina
    assert "en meer" not in tekst(beheerder.get("/beheer/").text)
    bureau = tekst(beheerder.get("/beheer/").text)
    assert [functie.naam for functie in Functie.objects.all() if functie.naam not in bureau] == []


def test_of_very_many_differences_each_kind_has_one_box(inhoud, beheerder, publiceer, monkeypatch):
    monkeypatch.setattr("redactie.uitgeven.publiceren.MEESTE_VAKJES", 1)
    verander("winkelmedewerker", "Wel.")
    verander("broodbakker", "Niet.")
    Synoniem.objects.filter(pk=Synoniem.objects.first().pk).update(betekenis="iets anders")
    oud, woorden = samenvatting("broodbakker"), huidig.pad.document.synoniemen
    houd_achter(beheerder, BAKKER)

    assert publiceer("1.1", zonder=["synoniemen/*"]).status_code == 302

    assert (samenvatting("winkelmedewerker"), samenvatting("broodbakker")) == ("Wel.", oud)
    assert huidig.pad.document.synoniemen == woorden


def test_a_choice_that_would_break_is_named_before_and_nothing_is_published(inhoud, beheerder, publiceer):
    nieuw = nieuwe_functie("Nieuwe functie")
    nieuwe_stap(Functie.objects.get(slug="broodbakker"), nieuw)

    antwoord = publiceer("1.1", zonder=["functies/nieuwe-functie"])

    assert Uitgave.objects.count() == 1
    zin = "Stap ‘Broodbakker (BB) → Nieuwe functie’ kan niet mee zonder Functie ‘Nieuwe functie’."
    assert zin.replace(" (BB)", "") in tekst(antwoord.text)
    aangevuld = publiceer("1.1", zonder=["functies/nieuwe-functie"], aanvullen="1")
    assert 'name="mee-functies/nieuwe-functie" checked' in aangevuld.text
    assert 'value="1.1"' in aangevuld.text  # what was typed stays
    assert Uitgave.objects.count() == 1


def test_a_row_that_others_still_need_cannot_go_by_itself(inhoud, beheerder, publiceer):
    in_profiel = Profielcompetentie.objects.exclude(competentie=None).values("competentie")
    competentie = Competentie.objects.filter(functies__isnull=False).exclude(pk__in=in_profiel).first()
    gebruikers = list(competentie.functies.all())
    for functie in gebruikers:
        functie.competenties.remove(competentie)
    with vastleggen(None):
        verwijder(competentie, None)

    antwoord = publiceer("1.1", zonder=[f"functies/{functie.sleutel}" for functie in gebruikers])

    assert Uitgave.objects.count() == 1
    assert f"Competentie ‘{competentie.naam}’ wordt nog gebruikt door Functie" in tekst(antwoord.text)


def test_what_needs_a_held_back_row_stays_behind_by_itself_and_says_so(inhoud, beheerder, publiceer):
    nieuw = nieuwe_functie("Nieuwe functie")
    competentie = Competentie.objects.create(
        naam="Nieuwe competentie", slug="nieuwe-competentie", volgorde=99, **BEWIJS
    )
    nieuw.competenties.add(competentie)
    houd_achter(beheerder, "competenties/nieuwe-competentie")

    pagina = beheerder.get(PUBLICEREN)

    (een,) = (een for een in pagina.context["wachtend"] if een.deel == "functies")
    assert not een.mee
    assert een.blijft == "Functie ‘Nieuwe functie’ kan niet mee zonder Competentie ‘Nieuwe competentie’."
    assert publiceer("1.1").status_code == 302
    assert "nieuwe-functie" not in huidig.pad.delen["functies"]


@pytest.mark.parametrize("hoe", ["gewijzigd", "verwijderd", "onzichtbaar"])
def test_whatever_happens_to_a_held_back_row_it_stays_as_it_is_published(inhoud, beheerder, publiceer, hoe):
    woord = Synoniem.objects.first()
    voor = huidig.pad.document.synoniemen
    sleutel = str(Rijsleutel.van(soort_van(Synoniem), woord))
    houd_achter(beheerder, sleutel, notitie="Wacht op antwoord.")
    if hoe == "verwijderd":
        with vastleggen(None):
            verwijder(woord, None)
    elif hoe == "onzichtbaar":
        Synoniem.objects.filter(pk=woord.pk).update(zichtbaar=False) if hasattr(woord, "zichtbaar") else woord.delete()
    else:
        Synoniem.objects.filter(pk=woord.pk).update(betekenis="iets heel anders")
    verander("winkelmedewerker", "Wel.")

    assert publiceer("1.1").status_code == 302

    assert huidig.pad.document.synoniemen == voor
    assert samenvatting("winkelmedewerker") == "Wel."


def test_a_held_back_row_without_a_lasting_key_stays_known_when_it_is_renamed(inhoud, beheerder, publiceer):
    woord, voor = Synoniem.objects.first(), huidig.pad.document.synoniemen
    houd_achter(beheerder, str(Rijsleutel.van(soort_van(Synoniem), woord)))
    Synoniem.objects.filter(pk=woord.pk).update(woord="een ander woord")

    pagina = beheerder.get(reverse("admin:functies_synoniem_change", args=[woord.pk]))
    assert "Achtergehouden door" in tekst(pagina.text)
    assert publiceer("1.1").status_code == 302

    assert huidig.pad.document.synoniemen == voor


def test_a_box_for_a_held_back_row_does_nothing(inhoud, beheerder, publiceer):
    verander("broodbakker", "Niet.")
    oud = samenvatting("broodbakker")
    houd_achter(beheerder, BAKKER)

    assert publiceer("1.1", **{f"mee-{BAKKER}": "on"}).status_code == 302

    assert samenvatting("broodbakker") == oud


@pytest.fixture(params=["gepubliceerd", "nieuw"])
def andere_naam(inhoud, request):
    """A row without a lasting key, by the name that it has, and a function that gives it another and returns that."""
    if request.param == "nieuw":
        stap = nieuwe_stap(Functie.objects.get(slug="broodbakker"), nieuwe_functie("Nieuwe functie"))
    else:
        stap = Doorgroei.objects.filter(van__slug="broodbakker").first()
        with vastleggen(None):
            stap.bron = "Een andere bron."
            stap.save()

    def hernoem():
        stap.naar = nieuwe_functie("Andere functie")
        stap.full_clean()
        stap.save()
        return str(Rijsleutel.van(soort_van(Doorgroei), stap))

    return stap, str(Rijsleutel.van(soort_van(Doorgroei), stap)), hernoem


def te_zien(client, rij):
    """Return what the page of publishing says of a row."""
    return next((een for een in client.get(PUBLICEREN).context["wachtend"] if str(een.sleutel) == rij), None)


@pytest.mark.parametrize("met", ["de oude naam", "de nieuwe naam"])
def test_what_is_held_back_is_changed_and_lifted_by_either_name(andere_naam, met, beheerder):
    stap, oud, hernoem = andere_naam
    houd_achter(beheerder, oud, notitie="Wacht op de bond.")
    nieuw = hernoem()
    rij = oud if met == "de oude naam" else nieuw
    beheer = reverse("admin:functies_doorgroei_change", args=[stap.pk])
    links = re.findall(r'href="(/beheer/achterhouden/[^"]+)"', beheerder.get(beheer).text)
    links += re.findall(r'href="(/beheer/achterhouden/\?rij=doorgroei[^"]+)"', beheerder.get("/beheer/").text)

    for link in (*links, f"/beheer/achterhouden/?rij={rij}"):
        assert formuliervelden(beheerder.get(link.replace("&amp;", "&")).text)["notitie"] == "Wacht op de bond."
    basis = formuliervelden(beheerder.get(f"/beheer/achterhouden/?rij={rij}").text)["basis"]
    houd_achter(beheerder, rij, basis=basis, notitie="Wacht nog.")

    assert Achterhouding.objects.get().notitie == "Wacht nog."
    assert te_zien(beheerder, nieuw).achterhouding
    beheerder.post("/beheer/achterhouden/opheffen/", {"rij": rij})
    assert not Achterhouding.objects.exists()


@pytest.mark.parametrize("met", ["de oude naam", "de nieuwe naam"])
def test_what_is_ready_is_known_by_either_name_until_it_is_published(andere_naam, met, beheerder, publiceer):
    _, oud, hernoem = andere_naam
    beheerder.post(f"/beheer/klaar/?rij={oud}", {"notitie": "Graag deze week."})
    nieuw = hernoem()
    rij = oud if met == "de oude naam" else nieuw

    assert te_zien(beheerder, nieuw).klaar
    assert "Graag deze week." in beheerder.get(f"/beheer/klaar/?rij={rij}").text
    beheerder.post("/beheer/klaar/intrekken/", {"rij": rij})
    assert not Klaarmelding.objects.exists()

    houd_achter(beheerder, nieuw)
    beheerder.post(f"/beheer/klaar/?rij={nieuw}", {"notitie": ""})
    assert not Achterhouding.objects.exists()
    assert publiceer("1.1").status_code == 302
    assert not Klaarmelding.objects.exists()


def test_a_new_row_that_is_held_back_and_then_deleted_is_still_found_and_lifted(inhoud, beheerder):
    stap = nieuwe_stap(Functie.objects.get(slug="broodbakker"), nieuwe_functie("Nieuwe functie"))
    rij = str(Rijsleutel.van(soort_van(Doorgroei), stap))
    houd_achter(beheerder, rij, notitie="Wacht.")
    with vastleggen(None):
        verwijder(stap, None)

    assert "‘Wacht.’" in beheerder.get(f"/beheer/achterhouden/?rij={rij}").text
    beheerder.post("/beheer/achterhouden/opheffen/", {"rij": rij})
    assert not Achterhouding.objects.exists()


class Knoppen(HTMLParser):
    """The names of the submit buttons of each form, by its id, in the order in which a browser finds them."""

    def __init__(self, html):
        super().__init__()
        self.van, self._formulier = defaultdict(list), None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        kenmerken = dict(attrs)
        if tag == "form":
            self._formulier = kenmerken.get("id")
        elif kenmerken.get("type", "submit" if tag == "button" else "") == "submit":
            self.van[kenmerken.get("form", self._formulier)].append(kenmerken.get("name", ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self._formulier = None


def test_enter_in_the_form_looks_the_choice_over_and_does_nothing_else(inhoud, beheerder, publiceer):
    """A browser presses the first button of the form for it."""
    verander("winkelmedewerker", "Klaar.")
    verander("broodbakker", "Niet.")
    houd_achter(beheerder, BAKKER)
    beheerder.post(f"/beheer/klaar/?rij={WINKEL}", {"notitie": ""})

    knoppen = Knoppen(beheerder.get(PUBLICEREN).text).van

    assert knoppen["publicatie"] == ["nakijken", ""]
    assert (knoppen["opheffen"], knoppen["intrekken"]) == (["rij"], ["rij"])

    nieuwe_stap(Functie.objects.get(slug="winkelmedewerker"), nieuwe_functie("Nieuwe functie"))
    kan_niet = Knoppen(publiceer("1.1", zonder=["functies/nieuwe-functie"]).text).van
    assert kan_niet["publicatie"] == ["nakijken", "aanvullen", "nakijken", ""]


def test_a_row_that_is_held_back_after_the_page_was_shown_is_not_published_unseen(inhoud, beheerder, publiceer):
    verander("broodbakker", "Nog niet goed.")
    velden = formuliervelden(beheerder.get(PUBLICEREN).text)
    velden |= {"nummer": "1.1", "datum": "22-11-2026", "wijzigingen": "Nieuw.", "gelezen": "on"}
    houd_achter(beheerder, BAKKER)

    antwoord = beheerder.post(PUBLICEREN, velden)

    assert "Intussen is er iets veranderd." in tekst(antwoord.text)
    assert Uitgave.objects.count() == 1


def test_holding_back_says_who_until_when_and_why_on_the_row_the_desk_and_the_page(inhoud, redacteur, beheerder):
    functie = Functie.objects.get(slug="broodbakker")
    adres = reverse("admin:functies_functie_change", args=[functie.pk])
    (link,) = re.findall(r'href="(/beheer/achterhouden/[^"]+)"', redacteur.get(adres).text)
    vandaag = timezone.localdate()
    velden = {"notitie": "Wacht op de bond.", "tot": vandaag.isoformat(), "bundel": ""}

    antwoord = redacteur.post(link.replace("&amp;", "&"), velden)

    assert antwoord.headers["Location"] == adres
    Achterhouding.objects.update(tot=vandaag - timedelta(1))
    for pagina in (adres, "/beheer/", PUBLICEREN):
        gelezen = tekst(beheerder.get(pagina).text)
        assert "Achtergehouden door redacteur, " in gelezen, pagina
        assert "‘Wacht op de bond.’" in gelezen
        assert "Die dag is voorbij." in gelezen  # and it is held back all the same
    Achterhouding.objects.update(tot=timezone.localdate())
    assert "Die dag is voorbij." not in tekst(beheerder.get("/beheer/").text)
    redacteur.post("/beheer/achterhouden/opheffen/", {"rij": BAKKER})
    assert not Achterhouding.objects.exists()
    assert "Achtergehouden" not in tekst(beheerder.get(adres).text)


def test_a_row_is_not_held_back_until_a_day_that_has_been(inhoud, redacteur):
    adres = f"/beheer/achterhouden/?rij={BAKKER}"
    gisteren = timezone.localdate() - timedelta(1)

    antwoord = redacteur.post(adres, {"notitie": "Wacht.", "tot": gisteren.isoformat(), "bundel": "Versie 2"})

    assert "Die dag is al geweest." in tekst(antwoord.text)
    assert formuliervelden(antwoord.text)["notitie"].strip() == "Wacht."
    assert not Achterhouding.objects.exists()


def test_what_a_colleague_said_of_a_row_meanwhile_is_not_overwritten_unseen(inhoud, redacteur, beheerder):
    adres = f"/beheer/achterhouden/?rij={BAKKER}"
    velden = formuliervelden(redacteur.get(adres).text)
    houd_achter(beheerder, BAKKER, notitie="Van een collega.")

    antwoord = redacteur.post(adres, velden | {"notitie": "Van mij."})

    assert "Een collega heeft hier intussen iets over gezegd." in tekst(antwoord.text)
    assert "Van een collega." in antwoord.text
    assert Achterhouding.objects.get().notitie == "Van een collega."
    assert redacteur.post(adres, formuliervelden(antwoord.text)).status_code == 302
    assert Achterhouding.objects.get().notitie == "Van mij."


def test_a_row_that_is_nowhere_cannot_be_held_back(inhoud, beheerder):
    for rij in ("", "functies/bestaat-niet", "nergens/broodbakker", "functies", "synoniemen/niets"):
        for pagina in ("achterhouden", "verwerpen"):
            antwoord = beheerder.get(f"/beheer/{pagina}/?rij={quote(rij)}")
            assert antwoord.status_code == 404 or "Er verandert niets" in antwoord.text, (pagina, rij)
    assert not Achterhouding.objects.exists()


def test_who_may_not_change_a_kind_may_not_hold_it_back(inhoud, client):
    lezer = User.objects.create_user("lezer", is_staff=True)
    from django.contrib.auth.models import Permission

    lezer.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(lezer)

    for pagina in ("achterhouden", "klaar", "verwerpen"):
        assert client.post(f"/beheer/{pagina}/?rij={BAKKER}", {"notitie": "x"}).status_code == 403
    Achterhouding.objects.create(deel="functies", rij="broodbakker", naam="x")
    assert client.post("/beheer/achterhouden/opheffen/", {"rij": BAKKER}).status_code == 403
    assert (Achterhouding.objects.count(), Klaarmelding.objects.count()) == (1, 0)


def test_a_redacteur_asks_an_eindredacteur_sees_it_and_publishing_clears_it(inhoud, redacteur, beheerder, publiceer):
    verander("winkelmedewerker", "Klaar.")
    verander("broodbakker", "Ook klaar.")
    redacteur.post(f"/beheer/klaar/?rij={WINKEL}", {"notitie": "Graag deze week."})
    redacteur.post(f"/beheer/klaar/?rij={BAKKER}", {"notitie": ""})
    redacteur.post("/beheer/klaar/", {"notitie": "Alles nagekeken."})

    for pagina in ("/beheer/", PUBLICEREN):
        gelezen = tekst(beheerder.get(pagina).text)
        assert "‘Graag deze week.’" in gelezen
        assert "Alles wat wacht: klaar" in gelezen
        assert "zegt redacteur" in gelezen
    assert publiceer("1.1", zonder=[BAKKER]).status_code == 302
    assert [str(melding.sleutel) for melding in Klaarmelding.objects.all()] == [BAKKER]  # that one still waits
    assert publiceer("1.2").status_code == 302
    assert not Klaarmelding.objects.exists()


def test_ready_and_not_yet_are_never_both_true(inhoud, beheerder):
    houd_achter(beheerder, BAKKER)
    beheerder.post(f"/beheer/klaar/?rij={BAKKER}", {"notitie": ""})
    assert (Achterhouding.objects.count(), Klaarmelding.objects.count()) == (0, 1)

    houd_achter(beheerder, BAKKER)
    assert (Achterhouding.objects.count(), Klaarmelding.objects.count()) == (1, 0)


def test_what_is_ready_can_be_taken_back(inhoud, redacteur):
    redacteur.post("/beheer/klaar/", {"notitie": "Te vroeg."})
    redacteur.post("/beheer/klaar/intrekken/", {"rij": "/"})

    assert not Klaarmelding.objects.exists()


def test_only_who_said_that_it_is_ready_or_who_publishes_takes_that_back(inhoud, redacteur, beheerder):
    verander("broodbakker", "Klaar.")
    for rij in ("", f"?rij={BAKKER}"):
        beheerder.post(f"/beheer/klaar/{rij}", {"notitie": ""})

    assert "Trek in" not in tekst(redacteur.get(PUBLICEREN).text)
    for rij in ("/", BAKKER):
        assert redacteur.post("/beheer/klaar/intrekken/", {"rij": rij}).status_code == 403
    assert Klaarmelding.objects.count() == 2

    for rij in ("/", BAKKER):
        assert beheerder.post("/beheer/klaar/intrekken/", {"rij": rij}).status_code == 302
    assert not Klaarmelding.objects.exists()


def daden(pagina):
    """What can be done with the only row that waits."""
    (deel,) = re.findall(r'<div class="daden">.*?</div>', pagina, re.S)
    return tekst(deel)


@pytest.mark.parametrize("wie", ["beheerder", "redacteur"])
def test_a_row_offers_what_can_still_be_said_of_it_and_to_take_back_what_was(inhoud, wie, request):
    client = request.getfixturevalue(wie)
    verander("broodbakker", "Klaar.")
    formulier = reverse("admin:functies_functie_change", args=[Functie.objects.get(slug="broodbakker").pk])
    assert "Meld klaar" in daden(client.get(PUBLICEREN).text)
    assert "Meld klaar" in tekst(client.get(formulier).text)

    client.post(f"/beheer/klaar/?rij={BAKKER}", {"notitie": ""})
    gezegd = client.get(PUBLICEREN).text
    assert "Trek in" in daden(gezegd)
    assert "Meld klaar" not in daden(gezegd) + tekst(client.get(formulier).text)

    houd_achter(client, BAKKER)
    gezegd = client.get(PUBLICEREN).text
    assert "Hef op" in daden(gezegd)
    assert "Meld klaar" not in daden(gezegd) + tekst(client.get(formulier).text)


# --- The gate judges what will be published ---


def fouten(pagina):
    return [bevinding.tekst for bevinding in pagina.context["bevindingen"] if bevinding.ernst == Ernst.FOUT]


def test_a_fault_in_a_held_back_row_stops_nothing(inhoud, beheerder, publiceer):
    Functie.objects.filter(slug="broodbakker").update(omschrijving="", samenvatting="Zie **dit.")
    assert fouten(beheerder.get(PUBLICEREN))
    assert any(bevinding.ernst == Ernst.FOUT for bevinding in bevindingen())

    houd_achter(beheerder, BAKKER)

    assert fouten(beheerder.get(PUBLICEREN)) == []
    assert fouten(beheerder.get("/beheer/")) == []
    assert publiceer("1.1").status_code == 302


def test_a_fault_that_only_comes_from_leaving_out_stops_publishing(inhoud, beheerder, publiceer):
    """A functie without a next step gets one: the step says so at the functie. Without the functie that is a fault."""
    eind = Functie.objects.filter(geen_vervolg=True).first()
    ander = Functie.objects.exclude(pk__in=[eind.pk, *eind.vervolg.values_list("naar", flat=True)]).first()
    Functie.objects.filter(pk=eind.pk).update(geen_vervolg=False)
    Doorgroei.objects.create(van=eind, naar=ander, soort="doorstroom", **BEWIJS)
    assert fouten(beheerder.get(PUBLICEREN)) == []

    antwoord = publiceer("1.1", zonder=[f"functies/{eind.sleutel}"])

    assert any("hier staat ‘geen volgende stap’" in zin for zin in fouten(antwoord))
    assert Uitgave.objects.count() == 1


def test_warnings_that_come_with_another_choice_are_read_first(inhoud, beheerder, publiceer):
    functie = Functie.objects.get(slug="broodbakker")
    functie.competenties.clear()
    velden = {"gezien": formuliervelden(beheerder.get(PUBLICEREN).text)["gezien"]}

    antwoord = publiceer("1.1", zonder=[BAKKER], **velden)

    assert antwoord.status_code == 302 or "Bij deze keuze horen andere punten" in tekst(antwoord.text)
    assert publiceer("1.2", gezien="iets anders").status_code == 200


# --- Discard one change ---


def maak_ongedaan(client, rij):
    adres = f"/beheer/verwerpen/?rij={quote(rij)}"
    velden = formuliervelden(client.get(adres).text)
    return client.post(adres, velden, follow=True)


def test_one_change_is_discarded_and_the_history_has_it(inhoud, beheerder):
    verander("broodbakker", "Weg ermee.")
    verander("winkelmedewerker", "Dit blijft.")
    oud = samenvatting("broodbakker")

    antwoord = maak_ongedaan(beheerder, BAKKER)

    assert "is weer zoals op de site" in tekst(antwoord.text)
    bakker = Functie.objects.get(slug="broodbakker")
    assert bakker.samenvatting == oud
    assert Functie.objects.get(slug="winkelmedewerker").samenvatting == "Dit blijft."
    geschiedenis = tekst(beheerder.get(reverse("admin:functies_functie_history", args=[bakker.pk])).text)
    assert "Wijziging ongedaan gemaakt: Broodbakker" in geschiedenis
    assert "Weg ermee." in geschiedenis


def test_a_new_row_is_discarded_and_a_deleted_one_comes_back(inhoud, beheerder):
    nieuwe_functie("Nieuwe functie")
    woord = Synoniem.objects.first()
    sleutel = str(Rijsleutel.van(soort_van(Synoniem), woord))
    with vastleggen(None):
        verwijder(woord, None)

    maak_ongedaan(beheerder, "functies/nieuwe-functie")
    maak_ongedaan(beheerder, sleutel)

    assert bouw() == huidig.pad.document


def test_discarding_keeps_the_drafts_inside_a_row(inhoud, beheerder):
    bakker = Functie.objects.get(slug="broodbakker")
    zijpad = bakker.zijpaden.first() or None
    if zijpad is None:
        from functies.models import Zijpad
        from tests.soorten import maak

        zijpad = maak(soort_van(Zijpad), functie=bakker, zichtbaar=False)
    else:
        zijpad.zichtbaar = False
        zijpad.save()
    verander("broodbakker", "Weg ermee.")

    maak_ongedaan(beheerder, BAKKER)

    assert Functie.objects.get(slug="broodbakker").samenvatting == samenvatting("broodbakker")
    assert bakker.zijpaden.count() >= 1


def test_discarding_what_others_need_says_what_goes_first(inhoud, beheerder):
    nieuw = nieuwe_functie("Nieuwe functie")
    nieuwe_stap(Functie.objects.get(slug="broodbakker"), nieuw)

    pagina = beheerder.get("/beheer/verwerpen/?rij=functies/nieuwe-functie")

    assert "Maak eerst dit ongedaan: Stap Broodbakker → Nieuwe functie" in tekst(pagina.text)
    assert Functie.objects.filter(pk=nieuw.pk).exists()
    maak_ongedaan(beheerder, "doorgroei/broodbakker/nieuwe-functie")
    maak_ongedaan(beheerder, "functies/nieuwe-functie")
    assert bouw() == huidig.pad.document


def test_what_a_colleague_changed_meanwhile_is_not_discarded_unseen(inhoud, beheerder):
    verander("broodbakker", "Weg ermee.")
    adres = f"/beheer/verwerpen/?rij={BAKKER}"
    velden = formuliervelden(beheerder.get(adres).text)
    verander("broodbakker", "Van een collega.")

    antwoord = beheerder.post(adres, velden)

    assert "Intussen is er iets veranderd." in tekst(antwoord.text)
    assert Functie.objects.get(slug="broodbakker").samenvatting == "Van een collega."


def test_the_order_of_a_part_is_discarded_too(inhoud, beheerder):
    for nummer, competentie in enumerate(Competentie.objects.order_by("-volgorde"), 1):
        Competentie.objects.filter(pk=competentie.pk).update(volgorde=nummer)
    assert bouw().competenties != huidig.pad.document.competenties

    maak_ongedaan(beheerder, "competenties/:volgorde")

    assert bouw() == huidig.pad.document


# --- The preview ---


def test_the_preview_shows_what_will_be_published_and_what_is_there_in_all(inhoud, beheerder):
    verander("broodbakker", "Nog niet af.")
    verander("winkelmedewerker", "Wel af.")
    houd_achter(beheerder, BAKKER)

    straks, alles = (
        [beheerder.get(f"/beheer/{waar}/functies/{slug}/").text for slug in ("broodbakker", "winkelmedewerker")]
        for waar in ("voorbeeld-uitgave", "voorbeeld")
    )

    assert ("Nog niet af." in straks[0], "Wel af." in straks[1]) == (False, True)
    assert ("Nog niet af." in alles[0], "Wel af." in alles[1]) == (True, True)
    assert 'href="/beheer/voorbeeld-uitgave/functies/' in straks[0]


@pytest.mark.parametrize("deel", [deel for deel, soort in delen().items() if not soort.enig])
def test_the_name_of_a_row_is_the_same_in_the_document_and_in_the_working_copy(inhoud, deel):
    soort = delen()[deel]
    from uitgave.verschil import met_sleutels, op_identiteit

    gepubliceerd = set(op_identiteit(getattr(met_sleutels(huidig.pad.document), deel)))

    assert gepubliceerd <= {Rijsleutel.van(soort, rij).eigen for rij in soort.model._default_manager.all()}


def test_the_texts_of_the_site_can_be_held_back_too(inhoud, beheerder, publiceer):
    oud = huidig.pad.document.sitenaam
    Ontwikkelpad.objects.update(naam="Een andere naam")
    houd_achter(beheerder, "ontwikkelpad/")
    verander("winkelmedewerker", "Wel.")

    assert publiceer("1.1").status_code == 302

    assert huidig.pad.document.sitenaam == oud
