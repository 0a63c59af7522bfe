"""The rows of a kind put in another order by hand: as asked, with one change to undo, and nobody's work lost."""

import re
from datetime import timedelta
from itertools import groupby

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from reversion.models import Revision

from beginnen.models import Beginfase
from functies.models import Competentie, Functie, Werkveld
from ontwikkelpad.models import Sitepagina
from opleidingen.models import Opleiding
from profielen.models import Trede
from redactie.geschiedenis.ongedaan import maak_ongedaan
from redactie.veel.ordenen import Orde, heeft_volgorde
from sector.models import Cijfer, Partijgroep
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from uitgave.soort import soort_van, soorten
from uitgave.vastleggen import vastleggen

KINDEREN = [soort.model for soort in soorten() if heeft_volgorde(soort.model) and soort.model in admin.site._registry]


def adres(model):
    return f"/beheer/volgorde/{ContentType.objects.get_for_model(model).pk}/"


def getypt(client, model, nieuw):
    """What a browser sends when `nieuw` gives numbers by row; the others keep theirs."""
    velden = formuliervelden(client.get(adres(model)).text)
    return velden | {f"{rij.pk}-volgorde": nummer for rij, nummer in nieuw.items()}


def namen(model):
    return [rij.pk for rij in model.objects.all()]


@pytest.mark.parametrize("model", KINDEREN, ids=lambda model: model.__name__)
def test_rows_of_any_kind_stand_as_they_were_put_and_back(model, inhoud, redacteur):
    with vastleggen(None):
        rij = maak(soort_van(model))
        samen = {naam: getattr(rij, naam) for naam in re.findall(r"([a-z]+)__", str(model._meta.ordering[0]))}
        for _ in range(2):
            maak(soort_van(model), **samen)
    voor, eerder = namen(model), Revision.objects.count()
    groepen = [[rij.pk for rij, _ in groep.rijen] for groep in Orde(model).groepen()]
    omgekeerd = {rij: 1000 - plek for plek, rij in enumerate(model.objects.all())}

    antwoord = redacteur.post(adres(model), getypt(redacteur, model, omgekeerd), follow=True)

    assert namen(model) == [rij for groep in groepen for rij in groep[::-1]]
    assert "andere volgorde. Bezoekers zien dit nog niet." in tekst(antwoord.text)
    assert Revision.objects.count() == eerder + 1
    maak_ongedaan(Revision.objects.latest("pk"), None)
    assert namen(model) == voor


def test_what_stands_elsewhere_alone_gets_another_number(inhoud, redacteur):
    rijen = list(Competentie.objects.all())
    voor = {rij.pk: rij.volgorde for rij in rijen}

    redacteur.post(adres(Competentie), getypt(redacteur, Competentie, {rijen[-1]: 0, rijen[0]: rijen[0].volgorde}))

    assert namen(Competentie)[0] == rijen[-1].pk
    anders = [pk for pk, nummer in Competentie.objects.values_list("pk", "volgorde") if voor[pk] != nummer]
    assert len(anders) <= 2


def test_a_number_counts_among_the_rows_with_which_it_stands(inhoud, redacteur):
    pagina = redacteur.get(adres(Trede)).text
    per_profiel = [str(profiel) for profiel, _ in groupby(Trede.objects.all(), key=lambda rij: rij.profiel)]

    assert all(f"<h2>{profiel}</h2>" in pagina for profiel in per_profiel)
    assert pagina.count('<ol class="op-volgorde">') == len(per_profiel)


@pytest.mark.parametrize(("model", "ouder"), [(Beginfase, "opleiding"), (Cijfer, "deel"), (Partijgroep, "deel")])
def test_rows_that_are_with_two_of_one_name_stay_apart(model, ouder, inhoud, redacteur):
    """Their numbers go through each other: each group is one list, and what moves there moves no other."""
    een, ander = (maak(soort_van(model), volgorde=nummer) for nummer in (10, 15))
    anderen = [maak(soort_van(model), volgorde=20, **{ouder: getattr(een, ouder)})]
    anderen += [maak(soort_van(model), volgorde=25, **{ouder: getattr(ander, ouder)})]
    bij = [getattr(rij, ouder) for rij in (een, ander)]
    gelijk = {naam: getattr(bij[0], naam) for naam in ("naam", "volgorde") if hasattr(bij[0], naam)}
    type(bij[0]).objects.filter(pk=bij[1].pk).update(**gelijk)

    groepen = [[rij.pk for rij, _ in groep.rijen] for groep in Orde(model).groepen()]

    assert [een.pk, anderen[0].pk] in groepen
    assert [ander.pk, anderen[1].pk] in groepen
    redacteur.post(adres(model), getypt(redacteur, model, {een: "30"}))
    nu = dict(model.objects.values_list("pk", "volgorde"))
    assert nu[een.pk] > nu[anderen[0].pk]
    assert (nu[ander.pk], nu[anderen[1].pk]) == (15, 25)


def test_parts_of_two_opleidingen_of_one_name_stand_together_in_every_list(inhoud):
    een, ander = (maak(soort_van(Opleiding), naam="Dezelfde") for _ in range(2))
    for nummer, opleiding in enumerate((een, ander, een, ander)):
        maak(soort_van(Beginfase), opleiding=opleiding, volgorde=nummer)

    samen = [rij.opleiding_id for rij in Beginfase.objects.filter(opleiding__in=(een, ander))]

    assert len(list(groupby(samen))) == 2


def test_a_row_that_is_not_right_otherwise_says_so_and_the_typed_order_stays(inhoud, redacteur):
    rijen = list(Competentie.objects.all())
    later = timezone.localdate() + timedelta(days=3)
    Competentie.objects.filter(pk=rijen[-1].pk).update(gecontroleerd_op=later)
    voor = namen(Competentie)

    pagina = redacteur.post(adres(Competentie), getypt(redacteur, Competentie, {rijen[-1]: "0", rijen[0]: "7"})).text

    assert f"{rijen[-1]}, gecontroleerd op: Deze dag moet nog komen." in tekst(pagina)
    assert "De volgorde is nog niet opgeslagen." in tekst(pagina)
    assert namen(Competentie) == voor
    assert formuliervelden(pagina)[f"{rijen[-1].pk}-volgorde"] == "0"
    assert pagina.index(f'name="{rijen[-1].pk}-volgorde"') < pagina.index(f'name="{rijen[0].pk}-volgorde"')


def test_a_wrong_number_is_named_and_the_others_stay_typed(inhoud, redacteur):
    eerste, tweede = Werkveld.objects.all()[:2]
    voor = namen(Werkveld)

    pagina = redacteur.post(adres(Werkveld), getypt(redacteur, Werkveld, {eerste: "-3", tweede: 77})).text

    assert "Kies een getal van 0 tot en met 32767." in pagina
    assert formuliervelden(pagina)[f"{tweede.pk}-volgorde"] == "77"
    assert namen(Werkveld) == voor


def test_a_change_by_a_colleague_in_between_is_said_and_what_was_typed_stays(inhoud, redacteur):
    eerste, tweede = Werkveld.objects.all()[:2]
    velden = getypt(redacteur, Werkveld, {eerste: 90, tweede: 77})
    tweede.naam = "Intussen anders"
    tweede.save()

    pagina = redacteur.post(adres(Werkveld), velden)

    assert "Intussen is er iets veranderd." in tekst(pagina.text)
    assert Werkveld.objects.get(pk=eerste.pk).volgorde == eerste.volgorde
    redacteur.post(adres(Werkveld), formuliervelden(pagina.text))
    assert namen(Werkveld)[-2:] == [tweede.pk, eerste.pk]


def test_nothing_moved_is_nothing_stored(inhoud, redacteur):
    eerder = Revision.objects.count()

    antwoord = redacteur.post(adres(Sitepagina), getypt(redacteur, Sitepagina, {}))

    assert antwoord.status_code == 302
    assert Revision.objects.count() == eerder


def test_the_list_leads_there_only_where_there_is_an_order(inhoud, redacteur):
    assert f'href="{adres(Werkveld)}">Zet op volgorde' in redacteur.get("/beheer/functies/werkveld/").text
    assert "Zet op volgorde" not in redacteur.get("/beheer/functies/functie/").text
    assert redacteur.get(adres(Functie)).status_code == 404


@pytest.mark.parametrize("model", KINDEREN, ids=lambda model: model.__name__)
def test_many_rows_ask_no_more_of_the_database(model, inhoud, redacteur):
    def vragen():
        with CaptureQueriesContext(
            connection,
        ) as gesteld:
            redacteur.get(adres(model))
        return len(gesteld)

    maak(soort_van(model))
    vragen()
    eerst = vragen()
    for _ in range(3):
        maak(soort_van(model))

    assert vragen() == eerst
