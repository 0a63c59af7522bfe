"""What holds of every kind of content, also of one that no fixture has a row of.

The kinds come from the register, so a new one is tried here by itself: tests/weetjes adds one with no change to
any file but its own and the settings of the tests.
"""

import json
from contextlib import suppress
from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.test import Client
from django.urls import reverse
from reversion.models import Version

from ontwikkelpad.models import Ontwikkelpad
from redactie.adressen import wijzigen
from redactie.geschiedenis.versies import revisies_van, verwijderd
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Regel, bevindingen
from redactie.links.gebruik import gebruik
from redactie.uitwisseling.invoer import voer_in
from tests.pagina import formuliervelden, tekst
from tests.soorten import anders, eerste_goede, maak
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.inhoud import LinkField
from uitgave.leesfout import naam
from uitgave.publiceren import publiceer
from uitgave.soort import groepen, soort_van, soorten
from uitgave.vastleggen import vastleggen, verwijder
from uitgave.verschil import GEWIJZIGD, HERNOEMD, TOEGEVOEGD, VERWIJDERD, verschillen

SOORTEN = pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)
VERWIJDERBAAR = pytest.mark.parametrize(
    "soort", [soort for soort in soorten() if not soort.enig], ids=lambda soort: soort.model.__name__
)
VERBERGBAAR = pytest.mark.parametrize(
    "soort", [soort for soort in soorten() if "zichtbaar" in soort.velden], ids=lambda soort: soort.model.__name__
)


@pytest.fixture(autouse=True)
def site(db):
    """A site with nothing but the texts without which there is none."""
    with vastleggen(None):
        return maak(soort_van(Ontwikkelpad))


def gemaakt(soort):
    with vastleggen(None):
        return maak(soort)


def laat_zien(soort, rij):
    """See to it that visitors see the row: some kinds show only when another row refers to them."""
    if not soort.alleen_gebruikt:
        return
    gebruiker = next(ander for ander in soorten() if soort.deel in ander.verwijst.values())
    veld = next(veld for veld, deel in gebruiker.verwijst.items() if deel == soort.deel)
    with vastleggen(None):
        if gebruiker.velden[veld].lijst:
            getattr(maak(gebruiker), veld).add(rij)
        else:
            maak(gebruiker, **{veld: rij})


def gepubliceerd(nummer):
    publiceer(bouw(), nummer, date(2026, 2, 6), "Nieuw.")
    huidig.ververs()
    return huidig.pad


def van_ouder(soort, rij):
    """The row whose page in the document holds `rij`, and its kind: that of the row itself where it is a part."""
    if soort.deel:
        return soort, rij
    ouder = getattr(rij, soort.ouder.name)
    return soort_van(type(ouder)), ouder


def rijen_van(document, soort):
    """The rows of one kind, wherever they stand in a document."""
    return [rij for _, rij in d.alle_rijen(document) if type(rij) is soort.rij]


# --- From the working copy to an edition and a file, and back ---


@SOORTEN
def test_a_row_is_in_the_whole_and_in_an_edition_with_every_field(soort):
    rij = gemaakt(soort)
    laat_zien(soort, rij)

    for document in (bouw(alles=True), bouw()):
        (gelezen,) = [ander for ander in rijen_van(document, soort) if _zelfde(soort, ander, rij)]
        for veld, vorm in soort.velden.items():
            if not (vorm.naar or vorm.rij or veld in soort.samengesteld):
                assert (getattr(gelezen, veld) or "") == (getattr(rij, veld) or ""), veld


def _zelfde(soort, gelezen, rij):
    velden = [veld for veld in soort.velden if not (soort.velden[veld].naar or soort.velden[veld].rij)]
    eigen = [veld for veld in velden if isinstance(getattr(rij, veld, None), str)]
    return all((getattr(gelezen, veld) or "") == getattr(rij, veld) for veld in eigen)


@SOORTEN
def test_what_goes_out_comes_in_byte_for_byte_into_an_empty_site(soort):
    gemaakt(soort)
    tekst_ = d.schrijf(bouw(alles=True))
    with vastleggen(None):
        for ander in soorten():
            for rij in ander.model._default_manager.all() if ander.enig or ander.deel else ():
                if type(rij)._default_manager.filter(pk=rij.pk).exists() and not ander.verplicht_enig:
                    _weg(rij)

    voer_in(d.lees(tekst_, alles=True), kenmerk(bouw(alles=True)), None, "Terug")

    assert d.schrijf(bouw(alles=True)) == tekst_


def _weg(rij):
    """Delete a row with all that uses it."""
    for relatie in rij._meta.related_objects:
        if relatie.related_model in [soort.model for soort in soorten()] and not relatie.many_to_many:
            for ander in relatie.related_model._default_manager.filter(**{relatie.field.name: rij}):
                _weg(ander)
    if type(rij)._default_manager.filter(pk=rij.pk).exists():
        verwijder(rij, None)


@SOORTEN
def test_an_unchanged_file_changes_nothing(soort):
    gemaakt(soort)
    document, versies = bouw(alles=True), Version.objects.count()

    voer_in(document, kenmerk(document), None, "Nog eens")

    assert bouw(alles=True) == document
    assert Version.objects.count() == versies


@VERBERGBAAR
def test_a_row_that_is_not_visible_is_in_no_edition_no_page_and_no_search(soort, client):
    rij = gemaakt(soort)
    laat_zien(soort, rij)
    soort.model._default_manager.filter(pk=rij.pk).update(**{"zichtbaar": False, _tekstveld(soort): "Kanarie"})

    with pytest.raises(ValidationError, match="niet zichtbaar en kan niet in een uitgave"):
        publiceer(bouw(alles=True), "9", date(2026, 2, 6), "Te veel.")
    pad = gepubliceerd("1")

    assert "Kanarie" not in d.schrijf(pad.uitgave)
    assert "Kanarie" in d.schrijf(bouw(alles=True))
    if soort.adres and soort.dingen:
        assert naam(rij) not in [ding.naam for ding in pad.zoekindex.dingen]


# --- Difference, public changes, going back ---


@pytest.mark.een_database
@SOORTEN
def test_each_change_of_a_row_shows_in_the_difference_in_dutch(soort):
    rij = gemaakt(soort)
    laat_zien(soort, rij)
    voor = bouw(alles=True)
    hoofd, _ = van_ouder(soort, rij)
    for veld in soort.model._meta.concrete_fields:
        naam_ = next((groep for groep, delen in soort.samengesteld.items() if veld.name in delen), veld.name)
        uniek = ("sleutel",) if soort.met_sleutel else soort.uniek
        if naam_ not in soort.velden or veld.name in uniek or veld.is_relation:
            continue
        hernoemd = "slug" in soort.velden and veld.name in ("slug", *soort.naamvelden)
        with suppress(IntegrityError), transaction.atomic():  # some fields go only together with another
            soort.model._default_manager.filter(pk=rij.pk).update(**{veld.name: anders(rij, veld.name)})
            gevonden = verschillen(voor, bouw(alles=True))
            transaction.set_rollback(True)
            wat = HERNOEMD if hernoemd else GEWIJZIGD
            assert (hoofd.meervoud, wat) in [(v.groep, v.wat) for v in gevonden if v.naam != "Volgorde"], veld.name


@pytest.mark.een_database
@SOORTEN
def test_a_new_row_is_told_to_editors_and_to_visitors_and_goes_again(soort, client):
    eerste = gepubliceerd("1").uitgave.document
    rij = gemaakt(soort)
    laat_zien(soort, rij)
    hoofd, _ = van_ouder(soort, rij)
    if soort.enig and soort.verplicht:
        soort.model._default_manager.update(naam="Een andere naam")

    wat = GEWIJZIGD if soort.verplicht_enig else TOEGEVOEGD
    assert (hoofd.meervoud, wat) in [(v.groep, v.wat) for v in verschillen(eerste, bouw())]
    tweede = gepubliceerd("2")

    naam_ = hoofd.openbare_naam or hoofd.meervoud
    onderdelen = [o for o in tweede.geschiedenis[0].onderdelen if o.naam == naam_]
    assert [bool(o.nieuw or o.veranderd) for o in onderdelen] == [True] * (not hoofd.stil)
    assert (naam_ in tekst(client.get("/over/wijzigingen/").text)) != hoofd.stil
    publiceer(eerste, "3", date(2026, 2, 7), "Terug.")
    huidig.ververs()
    assert huidig.pad.uitgave.document == eerste
    assert rijen_van(bouw(alles=True), soort)  # the working copy stays as it is
    if not soort.verplicht_enig:
        assert (hoofd.meervoud, VERWIJDERD) in [(v.groep, v.wat) for v in verschillen(tweede.uitgave.document, eerste)]


# --- The desk ---


@SOORTEN
def test_the_desk_has_a_page_of_it_where_its_group_is_and_a_form_sent_back_changes_nothing(soort, beheerder):
    rij = gemaakt(soort)
    start, voor = beheerder.get("/beheer/").text, d.schrijf(bouw(alles=True))
    kop = next(kop for kop, groep in groepen().items() if soort in groep)

    assert kop in tekst(start)
    assert reverse(f"admin:{soort.model._meta.app_label}_{soort.model._meta.model_name}_changelist") in start
    adres = wijzigen(rij)
    antwoord = beheerder.post(adres, formuliervelden(beheerder.get(adres).text))
    assert antwoord.status_code == 302, tekst(antwoord.text)
    assert d.schrijf(bouw(alles=True)) == voor


@SOORTEN
def test_a_change_is_on_record_and_comes_back(soort, beheerder):
    rij = gemaakt(soort)
    veld = _tekstveld(soort)
    oud, voor = getattr(rij, veld), d.schrijf(bouw(alles=True))
    nieuw = eerste_goede(rij._meta.get_field(veld), "Heel anders.", "heelanders")
    adres = wijzigen(rij)
    beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | {veld: nieuw})
    rij.refresh_from_db()
    assert getattr(rij, veld) == nieuw

    geschiedenis = tekst(beheerder.get(f"{adres.removesuffix('change/')}history/").text)
    assert nieuw in geschiedenis
    assert "beheerder" in geschiedenis
    eerste = Version.objects.get_for_object(rij).order_by("pk").first()
    terug = reverse("admin:terugzetten", args=[eerste.pk])
    beheerder.post(terug, formuliervelden(beheerder.get(terug).text))

    rij.refresh_from_db()
    assert getattr(rij, veld) == oud
    assert d.schrijf(bouw(alles=True)) == voor
    assert revisies_van(rij).count() >= 3


def _tekstveld(soort):
    """A field in which an editor may type other words."""
    return next(
        veld.name
        for veld in soort.model._meta.concrete_fields
        if isinstance(veld, models.CharField | models.TextField)
        and not isinstance(veld, models.SlugField | LinkField)
        and not (veld.choices or veld.primary_key)
        and (veld.max_length or 99) >= 20
    )


@VERWIJDERBAAR
def test_a_deleted_row_comes_back_with_all_that_hung_on_it(soort, beheerder):
    rij = gemaakt(soort)
    voor = d.schrijf(bouw(alles=True))

    beheerder.post(f"{wijzigen(rij).removesuffix('change/')}delete/", {"post": "yes"})

    assert not soort.model._default_manager.filter(pk=rij.pk).exists()
    (versie,) = [v for v in verwijderd() if v.object_id == str(rij.pk) and v.content_type.model_class() is soort.model]
    terug = reverse("admin:terugzetten", args=[versie.pk])
    beheerder.post(terug, formuliervelden(beheerder.get(terug).text))
    assert d.schrijf(bouw(alles=True)) == voor


@pytest.mark.een_database
@SOORTEN
def test_its_list_is_a_csv_file(soort, beheerder):
    rij = gemaakt(soort)

    opties = soort.model._meta
    antwoord = beheerder.get(reverse(f"admin:{opties.app_label}_{opties.model_name}_csv"))

    assert str(getattr(rij, _tekstveld(soort))) in antwoord.text


@SOORTEN
@pytest.mark.parametrize(("rol", "mag"), [("redacteur", True), (None, False)])
def test_who_may_change_it_follows_from_the_role(soort, rol, mag):
    rij = gemaakt(soort)
    gebruiker = User.objects.create_user("iemand", is_staff=True)
    if rol:
        gebruiker.groups.add(Group.objects.get(name=rol))
    client = Client()
    client.force_login(gebruiker)

    assert client.get(wijzigen(rij)).status_code == (200 if mag else 403)
    wijzig, weg = (
        f"{soort.model._meta.app_label}.{actie}_{soort.model._meta.model_name}" for actie in ("add", "delete")
    )
    assert gebruiker.has_perms([wijzig, weg]) == mag


# --- Finding, links, the gate, the preview ---


@pytest.mark.een_database
@SOORTEN
def test_it_is_found_where_visitors_see_it_and_the_preview_has_that_page(soort, client, beheerder, site):
    rij = gemaakt(soort)
    laat_zien(soort, rij)
    voor_werkgevers = [ander for ander in soorten() if ander.enig and not ander.verplicht]
    for ander in voor_werkgevers:  # pages that are there only with their texts
        gemaakt(ander)
    pad = gepubliceerd("1")
    if soort.adres:
        adres = soort.adres(getattr(rij, "slug", ""))
        assert client.get(adres, follow=True).status_code == 200
        voorbeeld = beheerder.get(f"/beheer/voorbeeld{adres}", follow=True)
        assert (voorbeeld.status_code, "Bezoekers zien dit nog niet." in voorbeeld.text) == (200, True)
    for ding in soort.dingen(pad.document) if soort.dingen else ():
        assert ding.adres() in [treffer.ding.adres() for treffer in pad.zoekindex.zoek(ding.naam)]
        assert client.get(ding.adres()).status_code == 200


@SOORTEN
def test_its_links_are_checked_with_all_others(soort):
    rij = gemaakt(soort)

    links = [getattr(rij, veld.name) for veld in soort.model._meta.concrete_fields if isinstance(veld, LinkField)]

    assert {plek.rij for link in links for plek in gebruik()[link]} in ({rij}, set())


@pytest.mark.een_database
@SOORTEN
def test_the_gate_names_what_is_empty_and_what_is_copied(soort):
    een = gemaakt(soort)
    laat_zien(soort, een)
    lang = " ".join(f"w{nummer}" for nummer in range(20))
    veld = _tekstveld(soort)
    if not soort.model._meta.get_field(veld).blank:
        soort.model._default_manager.filter(pk=een.pk).update(**{veld: ""})
        leeg = [b for b in bevindingen() if b.regel in (Regel.ONTBREEKT, Regel.BRON) and een in b.rijen]
        assert any(str(soort.model._meta.get_field(veld).verbose_name) in b.tekst for b in leeg)
    if soort.eigen_teksten and not soort.enig:
        twee = gemaakt(soort)
        zelfde = {soort.eigen_teksten[0]: lang}
        soort.model._default_manager.filter(pk__in=[een.pk, twee.pk]).update(**zelfde)
        assert any(b.regel == Regel.DUBBEL and {een, twee} <= set(b.rijen) for b in bevindingen())


def test_a_field_with_the_name_of_a_reference_elsewhere_is_only_that_field():
    soort = next(soort for soort in soorten() if soort.deel == "weetjes")
    rij = gemaakt(soort)

    (gelezen,) = bouw().alle(soort.rij)

    assert gelezen.van == rij.van
    assert json.loads(d.schrijf(bouw()))["weetjes"][0]["van"] == rij.van.isoformat()
    assert "notitie" not in d.schrijf(bouw(alles=True))
