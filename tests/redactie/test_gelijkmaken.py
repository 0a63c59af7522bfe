"""From a document back to rows: whatever it says comes true, and nothing else is touched."""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from reversion.models import Revision, Version

from functies.models import Competentie, Functie, Synoniem, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from opleidingen.models import Aanbieder, Opleiding
from redactie.geschiedenis.versies import zet_terug
from redactie.kenmerk import kenmerk
from redactie.uitwisseling.gelijkmaken import Gelijkmaker
from redactie.uitwisseling.invoer import probeer, voer_in
from redactie.uitwisseling.rijen import InvoerFout
from tests.conftest import BEWIJS, niveau
from tests.openbaar import bladzijden
from tests.soorten import maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.inhoud import Inhoud
from uitgave.models import GeladenFixture, Uitgave
from uitgave.publiceren import publiceer
from uitgave.soort import alle_modellen, op_verwijderen, soort_van
from uitgave.soort import delen as alle_delen
from uitgave.vastleggen import vastleggen
from verhalen.models import Verhaal

MET_ZICHTBAAR = [model for model in alle_modellen() if issubclass(model, Inhoud)]


def maak_leeg():
    """Delete all content and all editions."""
    for model in (Uitgave, GeladenFixture, *(soort.model for soort in op_verwijderen())):
        model.objects.all().delete()


@pytest.fixture
def rijk(inhoud):
    """Content and stories, with all that a published edition never shows, and texts that are hard to carry."""
    for functie in Functie.objects.all()[:3]:
        maak(soort_van(Verhaal), functie=functie)
    for model in MET_ZICHTBAAR:
        model.objects.filter(pk__in=model.objects.order_by("pk").values("pk")[:1]).update(zichtbaar=False)
    lastig = '=1+1; "aanhaling" \\ \t</textarea>\n\n🙂 é &amp; einde'
    Functie.objects.filter(slug="winkelmedewerker").update(omschrijving=lastig, vanaf_niveau=niveau(7))
    Aanbieder.objects.create(naam="Los", slug="los", url="https://los.example/")
    Aanbieder.objects.create(naam="Los", slug="andere", url="https://los.example/")
    Opleiding.objects.create(naam="Kladje", slug="kladje", erkenning="branche", zichtbaar=False, **BEWIJS)
    Werkveld.objects.create(naam="Leeg", slug="leeg", kleur="roze", volgorde=2)
    return bouw(alles=True)


def voer(document, gebruiker=None):
    return voer_in(document, kenmerk(bouw(alles=True)), gebruiker, "Ingevoerd uit proef.json")


@pytest.fixture
def uitgave_1_2():
    """The document that release 1.2 published, as plain JSON values of schema 1."""
    return json.loads((Path(__file__).parents[1] / "uitgaven" / "1.2" / "document.json").read_text(encoding="utf-8"))


def bewerkt(document, bewerk):
    """Return `document` after `bewerk` changed it as plain JSON."""
    gegevens = json.loads(d.schrijf(document))
    bewerk(gegevens)
    return d.uit_gegevens(gegevens, alles=True)


def rij(gegevens, deel, slug):
    return next(rij for rij in gegevens[deel] if rij["slug"] == slug)


# --- Round trip ---


def van_elk_moment(client):
    """The pages that say the same whenever they are asked, each question once: a calendar says when it was."""
    return {adres: html for adres, html in bladzijden(client, elke_keuze=False).items() if ".ics" not in adres}


def test_everything_comes_through_an_empty_database_byte_for_byte(client, rijk):
    Uitgave.objects.all().delete()
    huidig.pad = None
    uitgave = publiceer(bouw(), "7", date(2026, 3, 1), "Iets nieuws.")
    huidig.ververs()
    voor, eerste = van_elk_moment(client), d.schrijf(rijk)

    maak_leeg()
    voer(d.lees(eerste, alles=True))
    huidig.pad = None
    publiceer(bouw(), "7", date(2026, 3, 1), "Iets nieuws.")
    huidig.ververs()

    assert d.schrijf(bouw(alles=True)) == eerste
    assert Uitgave.objects.get().document == uitgave.document
    assert van_elk_moment(client) == voor
    assert len(voor) > 50


def test_an_unchanged_document_writes_nothing(rijk):
    revisies = Revision.objects.count()

    with CaptureQueriesContext(
        connection,
    ) as vragen:
        voer(rijk)

    geschreven = [vraag["sql"] for vraag in vragen if vraag["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert geschreven == []
    assert Revision.objects.count() == revisies


def test_trying_writes_nothing_that_stays(rijk):
    document = bewerkt(rijk, lambda gegevens: gegevens["functies"][0].update(naam="Anders"))
    versies = Version.objects.count()

    nu = probeer(document)

    assert nu == rijk == bouw(alles=True)
    assert Version.objects.count() == versies


def test_who_is_overtaken_while_a_file_is_compared_changes_nothing(rijk, monkeypatch):
    document = bewerkt(rijk, lambda gegevens: gegevens["functies"][0].update(naam="Anders"))

    class Ingehaald(Gelijkmaker):
        """Reads the working copy while a colleague saves."""

        def __init__(self, document):
            super().__init__(document)
            with vastleggen(None):
                Functie.objects.get(slug="winkelmedewerker").save()

    monkeypatch.setattr("redactie.uitwisseling.invoer.Gelijkmaker", Ingehaald)

    assert voer(document) is False
    assert bouw(alles=True) == rijk


def test_what_a_colleague_saves_while_a_file_is_compared_is_compared_too(rijk, monkeypatch):
    functie = Functie.objects.get(slug="winkelmedewerker")

    class Ingehaald(Gelijkmaker):
        def __init__(self, document):
            super().__init__(document)
            if functie.kaartnaam != "Nieuw":
                functie.kaartnaam = "Nieuw"
                with vastleggen(None):
                    functie.save()

    monkeypatch.setattr("redactie.uitwisseling.invoer.Gelijkmaker", Ingehaald)

    assert probeer(rijk) == bouw(alles=True) != rijk


def test_a_site_without_content_takes_its_own_export(db):
    leeg = bouw(alles=True)

    assert voer(leeg)

    assert bouw(alles=True) == leeg
    assert not Ontwikkelpad.objects.exists()


@pytest.mark.parametrize("zaad", [0, 1, *(pytest.param(zaad, marks=pytest.mark.drill) for zaad in range(2, 8))])
def test_whatever_a_document_says_comes_true(rijk, zaad):
    document = door_elkaar(rijk, random.Random(zaad))  # noqa: S311  # a test that can be repeated

    voer(document)

    assert d.schrijf(bouw(alles=True)) == d.schrijf(d.geordend(document))
    assert not Version.objects.filter(object_repr="").exists()


def door_elkaar(document, kans):
    """Return `document` with rows removed, added, moved and changed by chance; every link leads somewhere."""
    delen = json.loads(d.schrijf(document))
    lijsten = [deel for deel in delen.values() if isinstance(deel, list)]
    for naam, deel in delen.items():
        if not isinstance(deel, list):
            continue
        deel[:] = [rij for rij in deel if kans.random() > 0.15]
        if naam not in EEN_PER_RIJ:
            deel += [_als_nieuw(rij, alle_delen()[naam]) for rij in deel if "slug" in rij and kans.random() > 0.8]
        kans.shuffle(deel)
        _ruil_sleutels(deel, kans)
    registers = [rij["slug"] for rij in delen["registers"]]
    for rij in delen["registers"]:
        rij["masker"] = "99999"
    codes = [
        (rij.coderegister, rij.code.replace("G", "25")) for rij in document.opleidingen if rij.coderegister in registers
    ]
    codes += [(None, "")] * len(delen["opleidingen"])
    kans.shuffle(codes)
    delen["aanbieders"] += [
        {"sleutel": f"los-{n}", "slug": f"los-{n}", "naam": "Los", "url": f"https://{n}.example/", "toelichting": ""}
        for n in range(3)
    ]
    aanbieders = [rij["slug"] for rij in delen["aanbieders"]]
    for rij in delen["opleidingen"]:
        rij["coderegister"], rij["code"] = codes.pop()
        rij["aanbieders"] = kans.sample(aanbieders, kans.randint(0, min(3, len(aanbieders))))
    slugs = _zonder_wezen(delen, behalve=KIEST_ZELF)
    niveaus = slugs["niveaus"]
    for rij in delen["opleidingen"]:
        rij["op_niveau"] = kans.choice([None, *niveaus])
    for rij in delen["competenties"]:
        rij["competentiegebied"] = kans.choice([None, *slugs["competentiegebieden"]])
    for rij in delen["functies"]:
        bereik = sorted(kans.sample(niveaus, kans.randint(0, min(2, len(niveaus)))), key=niveaus.index)
        rij["vanaf_niveau"], rij["tot_niveau"] = (*bereik, None, None)[:2]
        rij["werkveld"] = kans.choice(slugs["werkvelden"])
        for veld in ("beroepsvereisten", "competenties"):
            rij[veld] = kans.sample(slugs[veld], min(len(slugs[veld]), kans.randint(0, 6)))
        rij["opleidingen"] = [link for link in rij["opleidingen"] if link["opleiding"] in slugs["opleidingen"]]
        kans.shuffle(rij["opleidingen"])
        kans.shuffle(rij["zijpaden"])
    delen["doorgroei"] = [rij for rij in delen["doorgroei"] if {rij["van"], rij["naar"]} <= set(slugs["functies"])]
    for rij in delen["verhalen"]:
        rij["functie"] = kans.choice(slugs["functies"])
    for rij in (*delen["functies"], *delen["verhalen"]):
        rij["foto"] = kans.choice([None, *slugs["fotos"]])
    for rij in delen["leerwegen"]:
        for veld in ("doelgroepen", "niveaus"):
            rij[veld] = kans.sample(slugs[veld], kans.randint(0, len(slugs[veld])))
    for rij in delen["gespreksvragen"]:
        rij["functie"] = kans.choice([None, *slugs["functies"]])
    for nummer, rij in enumerate(delen["gidsstappen"], start=1):
        rij["nummer"] = nummer
    for rij in (*delen["gidsstappen"], *delen["artikelen"]):
        rij |= {"taken": [taak for taak in rij["taken"] if taak["gids"] in slugs["gidsen"]]} if "taken" in rij else {}
        for veld in [naam for naam in ("taken", "links", "punten") if naam in rij]:
            kans.shuffle(rij[veld])
            del rij[veld][: kans.randint(0, 2)]
            _ruil_sleutels(rij[veld], kans)
    if kans.random() > 0.5:
        del delen["werkgevers"]
    for rij in (rij for deel in lijsten for rij in deel if "bron" in rij):
        rij["zichtbaar"] = kans.random() > 0.2
        rij["bron"] = kans.choice([rij["bron"], "Een andere bron."])
    return d.uit_gegevens(delen, alles=True)


# Of these there is one at most for each row that they are about.
EEN_PER_RIJ = ("profielen",)
# Parts whose rows stay when a row that they refer to is gone: they get another one by chance.
KIEST_ZELF = ("competenties", "doorgroei", "functies", "gespreksvragen", "leerwegen", "opleidingen", "verhalen")


def _zonder_wezen(delen, behalve=()):
    """Take out the rows that refer to what is not there, but of those parts; return the slugs that are, by part."""
    slugs = {}
    for deel, soort in alle_delen().items():  # each refers only to parts before it
        if not soort.enig:
            rijen = delen.get(deel, [])
            delen[deel] = rijen = rijen if deel in behalve else _met_wat_er_is(soort, rijen, slugs)
            slugs[deel] = [rij["slug"] for rij in rijen if "slug" in rij]
    return slugs


def _met_wat_er_is(soort, rijen, slugs):
    """Return the rows that refer only to what is there; from a list of slugs only those that are not go."""
    for rij in rijen:
        for veld, deel in soort.verwijst.items():
            if isinstance(rij.get(veld), list):
                rij[veld] = [slug for slug in rij[veld] if slug in slugs[deel]]
        for veld, binnen in soort.binnen.items():
            rij[veld] = _met_wat_er_is(binnen, rij.get(veld, []), slugs)
    een = {veld: deel for veld, deel in soort.verwijst.items() if not soort.velden[veld].lijst}
    return [rij for rij in rijen if all(rij.get(veld) in (None, *slugs[deel]) for veld, deel in een.items())]


def _als_nieuw(rij, soort):
    """Return a row as another one: with a slug, keys and texts of its own, and what stands inside it too."""
    nieuw = json.loads(json.dumps(rij).replace('"sleutel": "', '"sleutel": "nieuw-'))
    eigen = [veld.name for veld in soort.model._meta.concrete_fields if veld.unique and veld.name in rij]
    return nieuw | {veld: f"{rij[veld]}-nieuw" for veld in eigen if veld != "sleutel"}


def _ruil_sleutels(rijen, kans):
    """Let rows say what others said: each is then renamed, and two may exchange all they have."""
    sleutels = [rij["sleutel"] for rij in rijen if "sleutel" in rij]
    if sleutels and kans.random() > 0.5:
        for rij, sleutel in zip(rijen, sleutels[1:] + sleutels[:1], strict=True):
            rij["sleutel"] = sleutel


# --- One change at a time ---


def test_two_opleidingen_exchange_their_codes(inhoud):
    een, ander = Opleiding.objects.exclude(code="").filter(coderegister__slug="gildeboek")[:2]

    def ruil(gegevens):
        rij(gegevens, "opleidingen", een.slug)["code"] = ander.code
        rij(gegevens, "opleidingen", ander.slug)["code"] = een.code

    voer(bewerkt(bouw(alles=True), ruil))

    assert Opleiding.objects.get(pk=een.pk).code == ander.code
    assert Opleiding.objects.get(pk=ander.pk).code == een.code


def test_another_slug_is_another_row_that_takes_over_code_and_links(inhoud):
    oud = Opleiding.objects.exclude(code="").filter(functielinks__isnull=False).first()
    links = oud.functielinks.count()
    tekst = d.schrijf(bouw(alles=True)).replace(f'"{oud.slug}"', '"een-nieuwe-slug"')

    voer(d.lees(tekst, alles=True))

    nieuw = Opleiding.objects.get(slug="een-nieuwe-slug")
    laatste = Version.objects.get_deleted(Opleiding).get(object_id=str(oud.pk))
    assert nieuw.pk != oud.pk
    assert (nieuw.code, nieuw.functielinks.count()) == (oud.code, links)
    assert laatste.field_dict["code"] == oud.code
    assert laatste.revision.comment == f"Verwijderd: {oud}"


def test_rows_that_others_use_can_go_when_the_others_move_first(inhoud):
    maak(soort_van(Verhaal), functie=Functie.objects.get(slug="bedrijfsleider"))

    def verhuis(gegevens):
        weg = gegevens["werkvelden"].pop(0)["slug"]
        blijft = gegevens["werkvelden"][0]["slug"]
        for functie in gegevens["functies"]:
            functie["werkveld"] = blijft if functie["werkveld"] == weg else functie["werkveld"]
        gegevens["functies"] = [functie for functie in gegevens["functies"] if functie["slug"] != "bedrijfsleider"]
        for verhaal in gegevens["verhalen"]:
            verhaal["functie"] = gegevens["functies"][0]["slug"]
        _zonder_wezen(gegevens)

    document = bewerkt(bouw(alles=True), verhuis)

    voer(document)

    assert bouw(alles=True) == d.geordend(document)


def test_what_is_deleted_comes_back_from_the_history_with_what_belongs_to_it(inhoud):
    gebruiker = User.objects.create_user("redacteur")
    voor = bouw(alles=True)
    functie = Functie.objects.get(slug="bakkershulp")

    def zonder(gegevens):
        gegevens["functies"] = [rij for rij in gegevens["functies"] if rij["slug"] != functie.slug]
        _zonder_wezen(gegevens)

    voer(bewerkt(voor, zonder), gebruiker)
    versie = Version.objects.get_deleted(Functie).get()
    zet_terug(versie, gebruiker)

    assert bouw(alles=True) == voor
    assert versie.revision.user == gebruiker


def test_only_what_changed_is_on_record_under_the_name_of_the_file(inhoud):
    gebruiker = User.objects.create_user("redacteur")
    laatste = Revision.objects.order_by("pk").last().pk
    document = bewerkt(bouw(alles=True), lambda g: g["synoniemen"][0].update(betekenis="iets anders"))

    voer(document, gebruiker)

    revisie = Revision.objects.get(pk__gt=laatste)
    assert (revisie.user, revisie.comment) == (gebruiker, "Ingevoerd uit proef.json")
    assert [versie.object_repr for versie in revisie.version_set.all()] == [
        str(Synoniem.objects.get(woord=document.synoniemen[0].woord))
    ]


def test_an_aanbieder_that_changes_everywhere_stays_one_row(inhoud):
    aanbieder = Aanbieder.objects.filter(opleidingen__isnull=False).first()
    tekst = d.schrijf(bouw(alles=True)).replace(f'"{aanbieder.url}"', '"https://verhuisd.example/"')

    voer(d.lees(tekst, alles=True))

    assert Aanbieder.objects.get(url="https://verhuisd.example/").pk == aanbieder.pk
    assert Aanbieder.objects.get(pk=aanbieder.pk).slug == aanbieder.slug


def test_aanbieders_of_a_file_from_before_they_had_slugs_are_the_rows_of_that_name(inhoud, uitgave_1_2):
    voor = set(Aanbieder.objects.values_list("pk", "slug"))
    opleiding = next(rij for rij in uitgave_1_2["opleidingen"] if rij["aanbieders"])
    opleiding["aanbieders"].append({"naam": "Zelfde naam", "url": "https://1.example/", "toelichting": ""})
    uitgave_1_2["losse_aanbieders"] = [
        *Aanbieder.objects.values("naam", "url", "toelichting"),
        {"naam": "Zelfde naam", "url": "https://2.example/", "toelichting": ""},
        {"naam": "日本", "url": "https://3.example/", "toelichting": ""},
    ]

    voer(d.uit_gegevens(uitgave_1_2, alles=True))

    assert voor <= set(Aanbieder.objects.values_list("pk", "slug"))
    nieuw = Aanbieder.objects.filter(url__endswith=".example/").order_by("url")
    assert [rij.slug for rij in nieuw] == ["zelfde-naam", "zelfde-naam-2", "aanbieder"]


def test_one_competentie_that_moves_is_the_only_one_with_another_number(inhoud):
    voor = dict(Competentie.objects.values_list("slug", "volgorde"))
    document = bewerkt(bouw(alles=True), lambda g: g["competenties"].insert(3, g["competenties"].pop()))
    verplaatst = document.competenties[3].slug

    voer(document)

    na = dict(Competentie.objects.values_list("slug", "volgorde"))
    assert [slug for slug in na if na[slug] != voor[slug]] == [verplaatst]
    assert bouw(alles=True).competenties == document.competenties


def test_a_row_that_is_not_right_stops_all_of_it(inhoud):
    maak(soort_van(Verhaal), functie=Functie.objects.first())
    voor, revisies = bouw(alles=True), Revision.objects.count()

    def fout(gegevens):
        gegevens["functies"][0]["naam"] = "Anders"
        gegevens["verhalen"][-1]["leeftijd"] = 7

    document = bewerkt(voor, fout)

    with pytest.raises(InvoerFout, match=rf"^verhalen, rij {len(voor.verhalen)} \(.+\), leeftijd: "):
        voer(document)

    assert bouw(alles=True) == voor
    assert Revision.objects.count() == revisies


# --- What is hidden stays hidden ---


def test_an_edition_says_nothing_of_visibility(inhoud):
    assert '"zichtbaar"' not in Uitgave.objects.get().document


def test_aanbieders_of_no_opleiding_are_in_the_whole_and_never_in_an_edition(inhoud):
    for model in MET_ZICHTBAAR:
        model.objects.update(zichtbaar=True)
    Aanbieder.objects.create(naam="Los", slug="los", url="https://los.example/")

    with pytest.raises(ValidationError, match=r"Los.*hoort bij niets en kan niet in een uitgave"):
        publiceer(bouw(alles=True), "2", date(2026, 3, 1), "Te veel.")

    assert "Los" in [rij.naam for rij in bouw(alles=True).aanbieders]
    assert "Los" not in [rij.naam for rij in bouw().aanbieders]
