"""The order of werkvelden in which lines cross least: shown to editors, and taken over when they say so."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from reversion.models import Version

from functies.models import Werkveld
from tests.pagina import tekst

PAGINA = "/beheer/functies/werkveld/volgorde/"
LIJST = "/beheer/functies/werkveld/"
OVERNEMEN = "Neem deze volgorde over"


@pytest.fixture
def kruisend(maak_functie, maak_stap):
    """A map whose lines cross while the lanes stand as X, Y, Z."""
    velden = {
        slug: Werkveld.objects.create(naam=slug.upper(), slug=slug, sleutel=slug, kleur=kleur, volgorde=nummer)
        for slug, kleur, nummer in (("x", "groen", 10), ("y", "blauw", 20), ("z", "paars", 30))
    }
    functies = {
        slug: maak_functie(slug, int(niveau), werkveld=velden[veld])
        for slug, niveau, veld in ("a1x", "b2z", "c1y", "d2y", "e1z", "f2x")
    }
    for van, naar in ("af", "be", "cd", "ab", "ef"):
        maak_stap(functies[van], functies[naar])
    Werkveld.objects.get(slug="praktijk").delete()  # the one of a functie that names none


def volgorde():
    return list(Werkveld.objects.values_list("slug", flat=True))


def knop(pagina):
    """What the button of the page sends."""
    velden = re.findall(r'<input type="hidden" name="(basis|werkveld)" value="([^"]*)">', pagina.text)
    return {naam: [waarde for veld, waarde in velden if veld == naam] for naam, _ in velden}


def test_the_list_leads_to_both_maps_with_how_often_their_lines_cross(redacteur, kruisend):
    assert f'href="{PAGINA}"' in redacteur.get(LIJST).text

    pagina = redacteur.get(PAGINA)

    voor, na = map(int, re.findall(r"(\d+) keer", tekst(pagina.text))[:2])
    assert na < voor
    assert pagina.text.count('class="lijnen') == 2
    assert volgorde() == ["x", "y", "z"]


def test_taking_it_over_changes_the_order_alone_on_record(redacteur, kruisend):
    voor = {rij["slug"]: rij for rij in Werkveld.objects.values()}
    verstuurd = knop(redacteur.get(PAGINA))

    antwoord = redacteur.post(PAGINA, verstuurd, follow=True)

    assert "De nieuwe volgorde van de werkvelden is opgeslagen. Bezoekers zien dit nog niet." in tekst(antwoord.text)
    assert volgorde() == verstuurd["werkveld"] != ["x", "y", "z"]
    verplaatst = [rij for rij in Werkveld.objects.all() if rij.volgorde != voor[rij.slug]["volgorde"]]
    assert {rij["slug"]: rij | {"volgorde": 0} for rij in Werkveld.objects.values()} == {
        slug: rij | {"volgorde": 0} for slug, rij in voor.items()
    }
    for rij in verplaatst:
        versie = Version.objects.get_for_object(rij).get()
        assert (versie.revision.user.username, versie.revision.comment) == ("redacteur", "Volgorde gewijzigd.")
    assert Version.objects.filter(revision__user__isnull=False).count() == len(verplaatst) > 0
    opnieuw = redacteur.get(PAGINA)
    assert "De volgorde van nu is al de beste" in tekst(opnieuw.text)
    assert OVERNEMEN not in opnieuw.text


def test_who_comes_after_a_colleague_is_shown_it_again(redacteur, kruisend):
    verstuurd = knop(redacteur.get(PAGINA))
    Werkveld.objects.filter(slug="x").update(volgorde=25)

    antwoord = redacteur.post(PAGINA, verstuurd, follow=True)

    assert "De werkvelden zijn intussen veranderd. Er is niets opgeslagen." in tekst(antwoord.text)
    assert volgorde() == ["y", "x", "z"]
    assert not Version.objects.filter(revision__user__isnull=False).exists()


def test_who_may_only_look_gets_no_button(kruisend):
    kijker = Client()
    gebruiker = User.objects.create_user("kijker", is_staff=True)
    gebruiker.user_permissions.set(Permission.objects.filter(codename="view_werkveld"))
    kijker.force_login(gebruiker)

    pagina = kijker.get(PAGINA)

    assert "Er is een rustigere volgorde." in tekst(pagina.text)
    assert OVERNEMEN not in pagina.text
    assert kijker.post(PAGINA, {"werkveld": ["z", "y", "x"]}).status_code == 403


def test_where_there_is_nothing_to_compare_the_page_says_why(redacteur, maak_functie, maak_stap):
    een, ander = maak_functie("Een", 1), maak_functie("Ander", 2)
    maak_stap(een, ander)

    assert "minstens twee werkvelden" in tekst(redacteur.get(PAGINA).text)

    ander.werkveld = Werkveld.objects.create(naam="Y", slug="y", sleutel="y", kleur="blauw", volgorde=2)
    ander.save()
    assert "op de kaart kruist geen enkele lijn een andere" in tekst(redacteur.get(PAGINA).text)

    for nummer in range(60):
        maak_functie(f"Meer {nummer}", 1)
    assert "Er zijn te veel functies voor één kaart." in tekst(redacteur.get(PAGINA).text)


def test_without_what_a_site_must_have_the_desk_says_so(redacteur, db):
    antwoord = redacteur.get(PAGINA, follow=True)

    assert antwoord.redirect_chain[-1][0] != PAGINA
    assert antwoord.status_code == 200
