"""Two editors, one row: the second one to save is shown both texts, and nothing typed is ever lost."""

import re
from functools import partial

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core import signing
from django.db.models import CharField
from django.test import Client
from django.urls import reverse
from reversion.models import Revision, Version

from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie, Synoniem
from opleidingen.models import Niveau, Opleiding
from redactie.adressen import wijzigen
from redactie.modelbeheer import BeheerModel
from redactie.tegelijk.stand import pak_in, pak_uit
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from tests.tegelijk import tegelijk
from tests.verhaal import maak_verhaal
from uitgave.inhoud import LinkField, TekstField
from uitgave.soort import soort_van


def maak_redacteur(naam):
    client = Client()
    client.force_login(User.objects.create_superuser(naam.lower(), first_name=naam, last_name="de Vries"))
    return client


@pytest.fixture
def anna(db):
    return maak_redacteur("Anna")


@pytest.fixture
def bram(db):
    return maak_redacteur("Bram")


@pytest.fixture
def bakker(inhoud):
    return Functie.objects.get(slug="broodbakker")


def gevuld(response):
    """The fields of a page, as a browser would send them back."""
    return formuliervelden(response.text)


def open_formulier(client, rij):
    return gevuld(client.get(wijzigen(rij)))


def bewaar(client, rij, velden):
    return client.post(wijzigen(rij), velden)


def verslag(response):
    """The notice above a form that came back, as text."""
    assert response.status_code == 200
    (gevonden,) = re.findall(r'<section class="botsing".*?</section>', response.text, re.S)
    return tekst(re.sub("</?mark>", "", gevonden))


def nieuwe_stap(velden, naar, prefix="vervolg", **rest):
    nummer = int(velden[f"{prefix}-TOTAL_FORMS"])
    rij = {"naar": naar.pk, "soort": "doorstroom", "bron": "Een bron.", "gecontroleerd_op": "22-11-2026"}
    rij |= {"voorwaarde": "", "zichtbaar": "on"} | rest
    erbij = {f"{prefix}-{nummer}-{naam}": waarde for naam, waarde in rij.items()}
    return velden | erbij | {f"{prefix}-TOTAL_FORMS": str(nummer + 1)}


# --- Fields ---


def test_the_second_save_is_refused_with_both_texts_and_with_who_and_when(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "De tekst van Anna."})

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."})

    bakker.refresh_from_db()
    assert bakker.samenvatting == "De tekst van Anna."
    gelezen = verslag(response)
    assert "Samenvatting Nu opgeslagen (Anna de Vries, " in gelezen
    assert "De tekst van Anna. Wat jij typte De woorden van Bram." in gelezen
    assert f"Wat er eerst stond {van_anna['samenvatting']}" in gelezen
    assert gevuld(response)["samenvatting"] == "De woorden van Bram."


@pytest.mark.een_database
def test_words_that_differ_are_marked(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "Jij helpt mensen snel."})

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "Jij helpt mensen rustig."})

    assert "Jij helpt mensen <mark>snel</mark>." in response.text
    assert "Jij helpt mensen <mark>rustig</mark>." in response.text


def test_saving_again_goes_through_knowingly(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "De tekst van Anna."})
    teruggekregen = gevuld(bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."}))

    assert bewaar(bram, bakker, teruggekregen).status_code == 302

    bakker.refresh_from_db()
    assert bakker.samenvatting == "De woorden van Bram."


@pytest.mark.een_database
def test_saving_again_is_refused_again_when_it_changed_again(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "De tekst van Anna."})
    teruggekregen = gevuld(bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."}))
    bewaar(anna, bakker, open_formulier(anna, bakker) | {"samenvatting": "De tweede tekst van Anna."})

    assert "De tweede tekst van Anna." in verslag(bewaar(bram, bakker, teruggekregen))


@pytest.mark.een_database
def test_a_field_that_only_the_colleague_changed_is_taken_over_and_named(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "De tekst van Anna."})

    response = bewaar(bram, bakker, van_bram | {"omschrijving": "De omschrijving van Bram."})
    assert bewaar(bram, bakker, gevuld(response)).status_code == 302

    assert re.search(
        r"Dit is overgenomen in je formulier .* Samenvatting \(Anna de Vries, \d+ \w+ \d{4}, \d\d:\d\d\)",
        verslag(response),
    )
    assert "Wat jij typte" not in tekst(response.text).split("Dit is overgenomen")[1]
    bakker.refresh_from_db()
    assert (bakker.samenvatting, bakker.omschrijving) == ("De tekst van Anna.", "De omschrijving van Bram.")


@pytest.mark.een_database
def test_two_who_typed_the_same_are_not_bothered(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "Dezelfde tekst."})

    assert bewaar(bram, bakker, van_bram | {"samenvatting": "Dezelfde tekst. "}).status_code == 302


@pytest.mark.een_database
def test_who_changed_a_field_is_named_not_who_saved_last(anna, bram, bakker):
    van_bram = open_formulier(bram, bakker)
    bewaar(anna, bakker, open_formulier(anna, bakker) | {"samenvatting": "De tekst van Anna."})
    chris = maak_redacteur("Chris")
    bewaar(chris, bakker, open_formulier(chris, bakker) | {"omschrijving": "De omschrijving van Chris."})

    gelezen = verslag(bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."}))

    assert "Samenvatting Nu opgeslagen (Anna de Vries, " in gelezen
    assert "Omschrijving (Chris de Vries, " in gelezen


@pytest.mark.een_database
def test_your_own_other_window_is_called_your_own(anna, bakker):
    een, ander = open_formulier(anna, bakker), open_formulier(anna, bakker)
    bewaar(anna, bakker, een | {"samenvatting": "In het ene venster."})

    gelezen = verslag(bewaar(anna, bakker, ander | {"samenvatting": "In het andere venster."}))

    assert "Nu opgeslagen (jij zelf, " in gelezen


@pytest.mark.een_database
def test_checkboxes_choices_dates_and_lists_are_shown_in_words(anna, bram, bakker):
    rijbewijs = Beroepsvereiste.objects.get(slug="rijbewijs-b")
    competentie = Competentie.objects.exclude(functies=bakker).first()
    bakker.beroepsvereisten.clear()
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    meester, leerling = (Niveau.objects.get(slug=slug).pk for slug in ("meester", "leerling"))
    anders = {
        "vanaf_niveau": meester,
        "beroepsvereisten": [rijbewijs.pk],
        "gecontroleerd_op": "1-3-2026",
        "competenties": [],
    }
    zichtbaar = van_anna.pop("zichtbaar")
    bewaar(anna, bakker, van_anna | anders)

    mijn = {
        "vanaf_niveau": leerling,
        "competenties": [*van_bram["competenties"], competentie.pk],
        "gecontroleerd_op": "2-3-2026",
    }
    response = bewaar(bram, bakker, van_bram | mijn)

    gelezen = verslag(response)
    assert "meester Wat jij typte leerling" in gelezen
    assert "01-03-2026 Wat jij typte 02-03-2026" in gelezen
    assert re.search(rf"leeg Wat jij typte [^(]*{re.escape(competentie.naam)}", gelezen)
    assert re.search(r"Dit is overgenomen.* Beroepsvereisten \(Anna.* Zichtbaar \(Anna", gelezen)
    terug = gevuld(response)
    assert terug["beroepsvereisten"] == [str(rijbewijs.pk)]
    assert str(competentie.pk) in terug["competenties"]
    assert "zichtbaar" not in terug
    assert zichtbaar == "on"


@pytest.mark.een_database
def test_a_row_that_a_field_refers_to_is_named_also_when_it_is_gone(anna, bram, inhoud):
    verhaal = maak_verhaal()
    weg = Functie.objects.exclude(verhalen=verhaal).first()
    sleutel = weg.pk
    nieuw = Functie.objects.exclude(pk__in=[verhaal.functie_id, weg.pk]).first()
    van_anna, van_bram = open_formulier(anna, verhaal), open_formulier(bram, verhaal)
    bewaar(anna, verhaal, van_anna | {"functie": nieuw.pk})
    weg.delete()

    gelezen = verslag(bewaar(bram, verhaal, van_bram | {"functie": sleutel}))

    assert f"{nieuw} Wat jij typte" in gelezen
    assert "(bestaat niet meer)" in gelezen


@pytest.mark.een_database
def test_mistakes_are_still_named_beside_what_a_colleague_did(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "De tekst van Anna."})

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram.", "naam": ""})

    assert "Vul dit in." in response.text
    assert "De tekst van Anna." in verslag(response)


@pytest.mark.een_database
def test_a_form_with_a_mistake_can_be_sent_again_without_a_notice(anna, bakker):
    fout = bewaar(anna, bakker, open_formulier(anna, bakker) | {"naam": ""})

    goed = bewaar(anna, bakker, gevuld(fout) | {"naam": "Broodbakker"})

    assert "Nog niet opgeslagen" not in fout.text
    assert goed.status_code == 302


# --- Rows inside the page ---


@pytest.mark.een_database
def test_a_row_that_a_colleague_added_comes_into_the_form(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    naar = Functie.objects.exclude(pk__in=[bakker.pk, *bakker.vervolg.values_list("naar", flat=True)]).first()
    bewaar(anna, bakker, nieuwe_stap(van_anna, naar, voorwaarde="Twee jaar ervaring."))

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."})
    assert bewaar(bram, bakker, gevuld(response)).status_code == 302

    assert f"Stap ‘{naar}’ (Anna de Vries, " in verslag(response)
    assert "Deze rij is erbij gekomen." in verslag(response)
    assert "Twee jaar ervaring." in gevuld(response).values()
    assert bakker.vervolg.get(naar=naar).voorwaarde == "Twee jaar ervaring."


def test_new_rows_of_both_are_kept_side_by_side(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bezet = [bakker.pk, *bakker.vervolg.values_list("naar", flat=True)]
    een, ander = Functie.objects.exclude(pk__in=bezet)[:2]
    bewaar(anna, bakker, nieuwe_stap(van_anna, een))

    response = bewaar(bram, bakker, nieuwe_stap(van_bram, ander, voorwaarde="Van Bram."))
    assert bewaar(bram, bakker, gevuld(response)).status_code == 302

    assert set(bakker.vervolg.values_list("naar", flat=True)) == {*bezet[1:], een.pk, ander.pk}


@pytest.mark.een_database
def test_a_row_that_both_changed_keeps_what_was_typed_and_shows_both(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    stap = bakker.vervolg.get(pk=van_anna["vervolg-1-id"])
    bewaar(anna, bakker, van_anna | {"vervolg-1-voorwaarde": "Van Anna.", "vervolg-1-bron": "Bron van Anna."})

    response = bewaar(bram, bakker, van_bram | {"vervolg-1-voorwaarde": "Van Bram."})

    assert f"Stap ‘{stap.naar}’: Voorwaarde Nu opgeslagen (Anna de Vries, " in verslag(response)
    assert "Van Anna. Wat jij typte Van Bram." in verslag(response)
    assert f"Stap ‘{stap.naar}’: Bron (Anna de Vries, " in verslag(response)
    (nummer,) = [n for n in range(9) if gevuld(response).get(f"vervolg-{n}-id") == str(stap.pk)]
    assert gevuld(response)[f"vervolg-{nummer}-voorwaarde"] == "Van Bram."
    assert gevuld(response)[f"vervolg-{nummer}-bron"] == "Bron van Anna."
    assert f'href="#id_vervolg-{nummer}-voorwaarde"' in response.text


def verwijder_rij(client, rij, velden, nummer):
    return bewaar(client, rij, velden | {f"vervolg-{nummer}-DELETE": "on"})


@pytest.mark.een_database
def test_a_row_that_a_colleague_deleted_and_you_left_alone_leaves_the_form(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    stap = bakker.vervolg.get(pk=van_anna["vervolg-0-id"])
    verwijder_rij(anna, bakker, van_anna, 0)

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."})
    assert bewaar(bram, bakker, gevuld(response)).status_code == 302

    assert f"Stap ‘{stap.naar}’ (Anna de Vries, " in verslag(response)
    assert "Deze rij is intussen verwijderd. Jij had er niets aan veranderd." in verslag(response)
    assert not bakker.vervolg.filter(naar=stap.naar).exists()
    assert bakker.vervolg.count() == int(van_anna["vervolg-TOTAL_FORMS"]) - 1


@pytest.mark.een_database
def test_a_row_that_a_colleague_deleted_while_you_changed_it_stays_and_comes_back_on_saving(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    stap = bakker.vervolg.get(pk=van_anna["vervolg-0-id"])
    verwijder_rij(anna, bakker, van_anna, 0)

    response = bewaar(bram, bakker, van_bram | {"vervolg-0-voorwaarde": "Van Bram."})
    assert bewaar(bram, bakker, gevuld(response)).status_code == 302

    assert "Deze rij is intussen verwijderd. Jij had hem veranderd." in verslag(response)
    assert bakker.vervolg.get(naar=stap.naar).voorwaarde == "Van Bram."


@pytest.mark.een_database
def test_a_row_that_both_deleted_is_just_gone(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    verwijder_rij(anna, bakker, van_anna, 0)

    assert verwijder_rij(bram, bakker, van_bram, 0).status_code == 302


def test_deleting_a_row_that_a_colleague_changed_is_asked_again(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    stap = bakker.vervolg.get(pk=van_anna["vervolg-0-id"])
    bewaar(anna, bakker, van_anna | {"vervolg-0-voorwaarde": "Van Anna."})

    response = verwijder_rij(bram, bakker, van_bram, 0)

    assert "Jij wilt hem verwijderen: na opslaan is hij weg." in verslag(response)
    assert "Voorwaarde: Van Anna." in verslag(response)
    assert Doorgroei.objects.filter(pk=stap.pk).exists()
    assert gevuld(response)["vervolg-0-DELETE"] == "on"
    assert bewaar(bram, bakker, gevuld(response)).status_code == 302
    assert not Doorgroei.objects.filter(pk=stap.pk).exists()


def test_a_form_that_lost_its_count_of_rows_gets_djangos_own_answer(anna, bakker):
    velden = open_formulier(anna, bakker)
    del velden["vervolg-TOTAL_FORMS"]

    response = bewaar(anna, bakker, velden)

    assert response.status_code == 200
    assert "errornote" in response.text
    assert "Nog niet opgeslagen" not in response.text


# --- Sent twice, broken, or without a row ---


def test_pressing_save_twice_is_simply_saved(anna, bakker):
    bezet = [bakker.pk, *bakker.vervolg.values_list("naar", flat=True)]
    velden = open_formulier(anna, bakker)
    naar = Functie.objects.exclude(pk__in=bezet).first()
    velden = nieuwe_stap(velden, naar) | {
        "samenvatting": "Nieuwe tekst.",
        "gecontroleerd_op": "1-1-2026",
        "vervolg-0-DELETE": "on",
        "vervolg-1-voorwaarde": "Een nieuwe voorwaarde.",
    }

    een, ander = bewaar(anna, bakker, velden), bewaar(anna, bakker, velden)

    assert (een.status_code, ander.status_code) == (302, 302)
    assert bakker.vervolg.filter(naar=naar).count() == 1
    assert Functie.objects.get(pk=bakker.pk).samenvatting == "Nieuwe tekst."


@pytest.mark.een_database
@pytest.mark.parametrize("stand", [None, "", "kapot", "e30:kapot", "\0"])
def test_a_missing_or_broken_start_shows_what_is_stored_against_what_was_typed(anna, bakker, stand):
    velden = open_formulier(anna, bakker) | {"_stand": stand, "samenvatting": "Mijn tekst."}

    response = bewaar(anna, bakker, {naam: waarde for naam, waarde in velden.items() if waarde is not None})

    assert "We weten niet meer waar jij mee begon." in verslag(response)
    assert f"{bakker.samenvatting} Wat jij typte Mijn tekst." in verslag(response)
    assert "Wat er eerst stond" not in response.text
    assert bewaar(anna, bakker, gevuld(response)).status_code == 302
    assert Functie.objects.get(pk=bakker.pk).samenvatting == "Mijn tekst."


@pytest.mark.een_database
def test_a_missing_start_does_not_matter_when_nothing_is_different(anna, bakker):
    velden = open_formulier(anna, bakker)
    del velden["_stand"]

    assert bewaar(anna, bakker, velden).status_code == 302


def test_a_start_that_was_signed_for_something_else_counts_as_broken():
    assert pak_uit(signing.Signer(salt="iets anders").sign_object({"": {"": {"naam": "x"}}})) == {}
    assert pak_uit(pak_in([])) == {}


@pytest.mark.een_database
def test_hostile_text_in_the_notice_stays_text(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "<script>alert(1)</script>"})

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "<img src=x>"})

    assert "<script>alert" not in response.text
    assert "<img src=x>" not in response.text


@pytest.mark.een_database
def test_what_was_typed_for_a_deleted_row_is_shown_with_who_deleted_it(anna, bram, bakker):
    opleiding = Opleiding.objects.filter(functies=bakker).first()
    bakker.vertalingen.clear()  # what others have in a list cannot be deleted
    van_bram = open_formulier(bram, bakker)
    anna.post(reverse("admin:functies_functie_delete", args=[bakker.pk]), {"post": "yes"})
    assert not Functie.objects.filter(pk=bakker.pk).exists()

    response = bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram.", "zichtbaar": ""})

    gelezen = tekst(response.text)
    assert response.status_code == 410
    assert re.search(r"Broodbakker \(BB\) is intussen verwijderd \(Anna de Vries, \d+ \w+ \d{4}, \d\d:\d\d\)", gelezen)
    assert "Samenvatting De woorden van Bram." in gelezen
    assert f"Werkveld {bakker.werkveld}" in gelezen
    assert f"Opleiding {opleiding}" in gelezen
    assert van_bram["vervolg-0-bron"] in gelezen
    (adres,) = re.findall(r'href="([^"]+/terugzetten/\d+/)"', response.text)
    bram.post(adres, formuliervelden(bram.get(adres).text))
    assert Functie.objects.filter(pk=bakker.pk).exists()


@pytest.mark.een_database
def test_a_row_that_never_was_is_answered_without_names(anna, bakker):
    velden = open_formulier(anna, bakker)

    response = anna.post("/beheer/functies/functie/987654/change/", velden)

    assert response.status_code == 410
    assert "Dit bestaat niet meer." in response.text


def test_who_may_not_change_is_refused_as_ever(inhoud, bakker):
    client = Client()
    client.force_login(User.objects.create_user("lezer", is_staff=True))

    assert bewaar(client, bakker, {"naam": "x"}).status_code == 403
    assert client.post("/beheer/functies/functie/987654/change/", {}).status_code == 403


# --- All content ---

BEHEERD = [model for model, beheer in admin.site._registry.items() if isinstance(beheer, BeheerModel)]


@pytest.mark.parametrize("model", BEHEERD, ids=lambda model: model.__name__)
def test_every_row_of_content_is_guarded(anna, bram, ontwikkelpad, model):
    rij = maak(soort_van(model))
    typbaar = (veld for veld in model._meta.fields if veld.editable and not veld.choices)
    velden = (veld for veld in typbaar if isinstance(veld, CharField | TekstField))
    veld = next(veld.name for veld in velden if not isinstance(veld, LinkField))
    van_anna, van_bram = open_formulier(anna, rij), open_formulier(bram, rij)

    assert bewaar(anna, rij, van_anna | {veld: "anna"}).status_code == 302
    assert "anna Wat jij typte bram" in verslag(bewaar(bram, rij, van_bram | {veld: "bram"}))
    assert getattr(model.objects.get(pk=rij.pk), veld) == "anna"


def test_no_list_can_be_edited_as_a_whole():
    assert [beheer for beheer in admin.site._registry.values() if beheer.list_editable] == []


def test_a_new_row_needs_no_start(anna, db):
    response = anna.post("/beheer/functies/synoniem/add/", {"woord": "bakkerin", "betekenis": "broodbakker"})

    assert "_stand" not in anna.get("/beheer/functies/synoniem/add/").text
    assert response.status_code == 302


def test_a_refused_save_leaves_no_trace_in_the_history(anna, bram, bakker):
    van_anna, van_bram = open_formulier(anna, bakker), open_formulier(bram, bakker)
    bewaar(anna, bakker, van_anna | {"samenvatting": "De tekst van Anna."})
    aantal = Revision.objects.count()

    bewaar(bram, bakker, van_bram | {"samenvatting": "De woorden van Bram."})

    assert Revision.objects.count() == aantal


# --- At the same moment ---


def race(rij_van, veld, rondes):
    """Let two editors save at the same moment, again and again; return (status, text) of both, each round."""
    clients = [maak_redacteur("Anna"), maak_redacteur("Bram")]
    uitkomsten = []
    for ronde in range(rondes):
        rij = rij_van(ronde)
        getypt = [open_formulier(c, rij) | {veld: f"tekst {ronde} van {n}"} for n, c in enumerate(clients)]
        werk = [partial(bewaar, client, rij, velden) for client, velden in zip(clients, getypt, strict=True)]
        uitkomsten.append([(response.status_code, response.text) for response in tegelijk(*werk)])
    return uitkomsten


def verliezer(ronde, paar):
    """Of a pair: what was saved, and what the other one was shown. Exactly one must have saved."""
    assert sorted(status for status, _ in paar) == [200, 302], ronde
    winnaar = [status for status, _ in paar].index(302)
    (_, html), mijn = paar[1 - winnaar], f"tekst {ronde} van {1 - winnaar}"
    assert f"tekst {ronde} van <mark>{winnaar}</mark>" in html
    assert f"tekst {ronde} van <mark>{1 - winnaar}</mark>" in html
    return f"tekst {ronde} van {winnaar}", html, mijn


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("aantal", [15, pytest.param(90, marks=pytest.mark.drill)])
def test_of_all_pairs_that_save_in_the_same_moment_none_loses_a_text(aantal):
    rijen = [Synoniem.objects.create(woord=f"woord {ronde}", betekenis="begin") for ronde in range(aantal)]

    uitkomsten = race(lambda ronde: rijen[ronde], "betekenis", len(rijen))

    assert len(uitkomsten) == aantal
    for ronde, paar in enumerate(uitkomsten):
        opgeslagen, html, mijn = verliezer(ronde, paar)
        assert Synoniem.objects.get(pk=rijen[ronde].pk).betekenis == opgeslagen
        assert f'value="{mijn}"' in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("aantal", [3, pytest.param(10, marks=pytest.mark.drill)])
def test_of_all_pairs_that_save_a_row_inside_a_page_in_the_same_moment_none_loses_a_text(inhoud, aantal):
    bakker = Functie.objects.get(slug="broodbakker")

    uitkomsten = race(lambda ronde: bakker, "vervolg-0-voorwaarde", aantal)

    assert len(uitkomsten) == aantal
    opgeslagen = [verliezer(ronde, paar)[0] for ronde, paar in enumerate(uitkomsten)]
    assert Doorgroei.objects.filter(voorwaarde=opgeslagen[-1]).count() == 1
    bewaarde = Version.objects.get_for_model(Doorgroei).values_list("serialized_data", flat=True)
    assert all(any(tekst_ in versie for versie in bewaarde) for tekst_ in opgeslagen)
