"""Every change is on record, in words; what was changed or deleted can be brought back whole."""

import json
import re

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from reversion.models import Revision, Version

from functies import document as functies_d
from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie, Synoniem
from opleidingen.models import Opleiding
from redactie.adressen import wijzigen
from redactie.geschiedenis import vermeldingen
from redactie.geschiedenis.versies import regels, revisies_van, verschil_met_nu, verwijderd, zet_terug
from redactie.models import Vermelding
from tests.conftest import BEWIJS, niveau
from tests.pagina import formuliervelden, tekst
from uitgave.bouwen import bouw
from uitgave.soort import alle_modellen, soorten
from uitgave.vastleggen import vastleggen, verwijder


def laatste(rij):
    """The versions of one row, newest first."""
    return list(Version.objects.get_for_object(rij).order_by("-pk"))


def wijzig(client, rij, **velden):
    adres = wijzigen(rij)
    ingevuld = formuliervelden(client.get(adres).text) | velden
    response = client.post(adres, ingevuld)
    assert response.status_code == 302, tekst(response.text)


def breng_terug(client, versie):
    """Read what would change, and press the button below it."""
    adres = reverse("admin:terugzetten", args=[versie.pk])
    return client.post(adres, formuliervelden(client.get(adres).text), follow=True)


def test_every_row_has_a_history_from_the_start(inhoud):
    rijen = [rij for model in alle_modellen() for rij in model.objects.all()]

    assert [rij for rij in rijen if len(laatste(rij)) != 1] == []
    assert Revision.objects.get().comment == "Ingelezen uit de bestanden van de site"


def test_a_save_without_a_change_is_no_change(inhoud, beheerder):
    functie = Functie.objects.get(slug="broodbakker")
    voor = Revision.objects.count(), Version.objects.count(), Vermelding.objects.count()

    wijzig(beheerder, functie)

    assert (Revision.objects.count(), Version.objects.count(), Vermelding.objects.count()) == voor
    wijzig(beheerder, functie, samenvatting="Iets nieuws.")
    assert Revision.objects.count() == voor[0] + 1


def test_what_comes_back_as_it_was_deleted_is_a_change(inhoud, beheerder):
    stap = Doorgroei.objects.first()
    verwijder(stap, None)
    aantal = Revision.objects.count()

    zet_terug(verwijderd()[0], None)

    assert Revision.objects.count() == aantal + 1


def test_rows_from_before_there_was_a_history_get_one_at_the_next_start(inhoud, settings, tmp_path):
    Revision.objects.all().delete()
    settings.FIXTURES = tmp_path

    call_command("laad")

    assert len(laatste(Functie.objects.first())) == 1


def test_a_change_shows_who_when_old_and_new(inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")
    oud = functie.samenvatting

    wijzig(beheerder, functie, samenvatting="Je beantwoordt de telefoon.")
    pagina = beheerder.get(reverse("admin:functies_functie_history", args=[functie.pk]))

    (verschil,) = regels(revisies_van(functie).order_by("-pk")[:1], functie)[0].verschillen
    assert (verschil.soort, verschil.naam, verschil.wat) == ("Functie", "Winkelmedewerker", "gewijzigd")
    assert [(veld.naam, veld.oud, veld.nieuw) for veld in verschil.velden] == [
        ("samenvatting", oud, "Je beantwoordt de telefoon.")
    ]
    assert "door beheerder" in tekst(pagina.text)
    assert "Samenvatting gewijzigd." in tekst(pagina.text)


def test_the_history_names_choices_dates_and_linked_rows(inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")
    eerste, *rest = functie.competenties.all()

    wijzig(
        beheerder,
        functie,
        competenties=[rij.pk for rij in rest],
        vanaf_niveau=niveau(3).pk,
        gecontroleerd_op="21-11-2026",
        geen_vervolg="on",
    )

    (verschil,) = regels(revisies_van(functie).order_by("-pk")[:1], functie)[0].verschillen
    velden = {veld.naam: (veld.oud, veld.nieuw) for veld in verschil.velden}
    assert velden["niveau"] == ("leerling", "niveau 3")
    assert velden["gecontroleerd op"][1] == "21 november 2026"
    assert velden["geen volgende stap"] == ("nee", "ja")
    assert eerste.naam in velden["competenties"][0].split("\n")
    assert eerste.naam not in velden["competenties"][1].split("\n")


def test_a_step_changed_on_its_own_page_is_in_the_history_of_both_functies(inhoud, beheerder):
    stap = Doorgroei.objects.get(van__slug="bakkershulp", naar__slug="winkelmedewerker")

    wijzig(beheerder, stap, voorwaarde="Je hebt eerst ervaring nodig.")

    for functie in (stap.van, stap.naar):
        verschillen = regels(revisies_van(functie).order_by("-pk")[:1], functie)[0].verschillen
        assert [verschil.naam for verschil in verschillen] == [str(stap)]
    ander = Functie.objects.exclude(pk__in=[stap.van_id, stap.naar_id]).first()
    assert revisies_van(ander).count() == 1


def test_an_earlier_version_comes_back_with_its_steps_links_and_lists(inhoud, beheerder):
    functie = Functie.objects.get(slug="broodbakker")
    begin = laatste(functie)[0]
    functie.vervolg.first().delete()
    functie.opleidingslinks.all().delete()
    with vastleggen(None, "Proef"):
        functie.competenties.clear()
        functie.zijpaden.create(omschrijving="Iets anders", **BEWIJS)
        Functie.objects.get(pk=functie.pk).save()
    assert bouw() != inhoud.uitgave.document

    breng_terug(beheerder, begin)

    assert bouw() == inhoud.uitgave.document


def test_before_something_comes_back_the_difference_is_shown(inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")
    begin = laatste(functie)[0]
    wijzig(beheerder, functie, samenvatting="Een vergissing.")

    pagina = beheerder.get(reverse("admin:terugzetten", args=[begin.pk]))

    (verschil,) = verschil_met_nu(begin)
    assert [(veld.oud, veld.naam) for veld in verschil.velden] == [("Een vergissing.", "samenvatting")]
    assert "Dit verandert er" in pagina.text
    assert Functie.objects.get(pk=functie.pk).samenvatting == "Een vergissing."


@pytest.mark.parametrize("basis", [None, "", "0" * 32])
def test_what_a_colleague_saved_since_the_difference_was_shown_is_shown_first(inhoud, beheerder, basis):
    functie = Functie.objects.get(slug="winkelmedewerker")
    begin = laatste(functie)[0]
    wijzig(beheerder, functie, samenvatting="Een vergissing.")
    adres = reverse("admin:terugzetten", args=[begin.pk])
    velden = formuliervelden(beheerder.get(adres).text) | ({} if basis is None else {"basis": basis})
    wijzig(beheerder, functie, samenvatting="Dit schreef een collega.")

    pagina = beheerder.post(adres, velden)

    assert "Intussen is er iets veranderd. Bekijk het verschil opnieuw" in pagina.text
    assert Functie.objects.get(pk=functie.pk).samenvatting == "Dit schreef een collega."
    beheerder.post(adres, formuliervelden(pagina.text))
    assert (
        Functie.objects.get(pk=functie.pk).samenvatting
        == inhoud.alle(functies_d.Functie)["winkelmedewerker"].samenvatting
    )


def test_a_deleted_functie_comes_back_whole(inhoud, beheerder):
    functie = Functie.objects.get(slug="bakkershulp")
    adres = reverse("admin:functies_functie_delete", args=[functie.pk])

    beheerder.post(adres, {"post": "yes"})
    weg = {versie.object_repr: versie for versie in verwijderd()}
    pagina = beheerder.get(reverse("admin:verwijderd"))
    breng_terug(beheerder, weg[str(functie)])

    assert weg[str(functie)].revision.comment == f"Verwijderd: {functie}"
    assert weg[str(functie)].revision.user.username == "beheerder"
    assert f"Bekijk {functie} en zet het terug" in pagina.text
    assert bouw() == inhoud.uitgave.document
    assert not verwijderd().exists()


def test_rows_deleted_from_a_list_each_come_back(inhoud, beheerder):
    synoniemen = list(Synoniem.objects.all()[:3])
    keuze = {"action": "delete_selected", "_selected_action": [rij.pk for rij in synoniemen], "post": "yes"}

    beheerder.post("/beheer/functies/synoniem/", keuze)
    weg = verwijderd()
    for versie in weg:
        breng_terug(beheerder, versie)

    assert sorted(versie.object_repr for versie in weg) == sorted(map(str, synoniemen))
    assert bouw() == inhoud.uitgave.document


def test_a_step_deleted_on_the_page_of_its_functie_is_on_record_and_comes_back(inhoud, beheerder):
    functie = Functie.objects.get(slug="broodbakker")
    stap = functie.vervolg.order_by("pk").first()
    velden = formuliervelden(beheerder.get(reverse("admin:functies_functie_change", args=[functie.pk])).text)
    plek = next(naam for naam, pk in velden.items() if re.fullmatch(r"vervolg-\d+-id", naam) and pk == str(stap.pk))

    wijzig(beheerder, functie, **{plek.replace("-id", "-DELETE"): "on"})
    (weg,) = verwijderd()
    regel = regels(revisies_van(functie).order_by("-pk"), functie)
    breng_terug(beheerder, weg)

    assert (weg.object_repr, weg.revision.user.username) == (str(stap), "beheerder")
    assert (str(stap), "verwijderd") in [(v.naam, v.wat) for rij in regel for v in rij.verschillen]
    assert bouw() == inhoud.uitgave.document


def test_what_needs_a_row_that_is_gone_waits_for_it(inhoud, beheerder):
    eerder = Functie.objects.get(slug="broodbakker")
    verwijder(Functie.objects.get(slug="bakkershulp"), None)
    verwijder(eerder, None)
    eerst, later = (versie for versie in verwijderd() if versie.content_type.model == "functie")

    with pytest.raises(ValidationError, match=r"bestaat niet meer\. Zet dat eerst terug"):
        zet_terug(later, None)
    zet_terug(eerst, None)
    zet_terug(later, None)

    assert bouw().doorgroei == inhoud.uitgave.document.doorgroei


def test_a_row_whose_place_was_taken_is_not_brought_back_over_the_other(inhoud, beheerder):
    synoniem = Synoniem.objects.first()
    verwijder(synoniem, None)
    Synoniem.objects.create(woord=synoniem.woord, betekenis="iets anders")
    (weg,) = verwijderd()

    response = breng_terug(beheerder, weg)

    assert "staat iets wat er al is" in response.text
    assert Synoniem.objects.get(woord=synoniem.woord).betekenis == "iets anders"


def test_what_other_rows_use_is_not_deleted(inhoud, beheerder):
    for rij in (
        Competentie.objects.filter(functies__isnull=False).first(),
        Beroepsvereiste.objects.filter(functies__isnull=False).first(),
        Opleiding.objects.filter(functielinks__isnull=False).first(),
    ):
        adres = reverse(f"admin:{rij._meta.app_label}_{rij._meta.model_name}_delete", args=[rij.pk])

        response = beheerder.post(adres, {"post": "yes"})

        assert type(rij).objects.filter(pk=rij.pk).exists()
        assert "functie" in response.text


def test_a_restored_row_says_so_in_the_list_of_all_changes(inhoud, beheerder):
    verwijder(Synoniem.objects.first(), None)
    breng_terug(beheerder, verwijderd()[0])

    bovenaan, daaronder = regels(Revision.objects.order_by("-pk")[:2])

    assert [v.wat for v in bovenaan.verschillen] == ["teruggezet"]
    assert [v.wat for v in daaronder.verschillen] == ["verwijderd"]
    assert beheerder.get(reverse("admin:geschiedenis")).status_code == 200


def test_a_refused_save_leaves_no_trace(inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")
    adres = reverse("admin:functies_functie_change", args=[functie.pk])

    beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | {"naam": ""})

    assert Revision.objects.count() == 1


def test_only_who_may_edit_may_bring_back(inhoud, redacteur, client):
    versie = Version.objects.filter(content_type__model="functie").first()
    adres = reverse("admin:terugzetten", args=[versie.pk])
    assert redacteur.get(reverse("admin:terugzetten", args=[0])).status_code == 404

    User.objects.get(username="redacteur").user_permissions.clear()

    assert redacteur.get(adres).status_code == 403
    assert redacteur.post(adres).status_code == 403
    assert client.get(adres).status_code == 302


def uit_de_tekst(rij):
    """The versions of a row and of those that belong to it, by reading every version that there is."""
    gevonden = {versie.pk for versie in laatste(rij)}
    for soort in soorten():
        ouders = [ouder.name for ouder in soort.ouders if ouder.related_model is type(rij)]
        for versie in Version.objects.get_for_model(soort.model) if ouders else ():
            velden = json.loads(versie.serialized_data)[0]["fields"]
            gevonden |= {versie.pk for ouder in ouders if velden[ouder] == rij.pk}
    return gevonden


def uit_de_tabel(rij):
    return set(vermeldingen.van(rij).values_list("versie", flat=True))


def test_the_history_of_a_row_is_what_every_version_says_also_of_rows_that_are_gone(inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")
    wijzig(beheerder, functie, samenvatting="Je beantwoordt de telefoon.")
    verwijder(Doorgroei.objects.filter(van=functie).first(), beheerder.get(reverse("admin:index")).wsgi_request.user)

    for rij in [rij for model in alle_modellen() for rij in model.objects.all()]:
        assert uit_de_tabel(rij) == uit_de_tekst(rij), rij
    assert {versie.content_type.model for versie in Version.objects.filter(pk__in=uit_de_tabel(functie))} >= {
        "functie",
        "doorgroei",
    }


def test_a_site_of_an_earlier_release_finds_its_history_after_it_is_migrated(inhoud):
    eerst = {rij: uit_de_tabel(rij) for rij in Functie.objects.all()}
    vermeldingen.Vermelding.objects.all().delete()

    call_command("migrate", verbosity=0)

    assert {rij: uit_de_tabel(rij) for rij in Functie.objects.all()} == eerst
    assert all(eerst.values())


def test_the_history_of_a_row_is_found_by_an_index_and_reads_no_text(inhoud, beheerder):
    functie = Functie.objects.get(slug="winkelmedewerker")

    with CaptureQueriesContext(connection) as vragen:
        beheerder.get(reverse("admin:functies_functie_history", args=[functie.pk]))

    op_tekst = [vraag["sql"] for vraag in vragen if "serialized_data" in vraag["sql"].partition("WHERE")[2]]
    assert [sql for sql in op_tekst if "LIKE" in sql] == []
    if connection.vendor == "sqlite":  # PostgreSQL reads a table as small as this one whole
        plan = revisies_van(functie).explain()
        assert "INDEX sqlite_autoindex_redactie_vermelding_1" in plan
        assert "SCAN reversion_version" not in plan
