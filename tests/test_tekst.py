"""Text is clean along whichever way it comes in, one text stands once, and a capital is a Dutch one."""

import json
from datetime import date

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import RegexValidator
from django.db import models
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st
from reversion.models import Version

from functies.models import Synoniem
from ontwikkelpad.models import Ontwikkelpad
from redactie.adressen import wijzigen
from redactie.kenmerk import kenmerk
from redactie.kwaliteit.bevindingen import Ernst, Regel, bevindingen
from redactie.uitwisseling.invoer import lees_bestand, probeer, voer_in
from redactie.uitwisseling.rijen import InvoerFout
from tests.pagina import formuliervelden, tekst
from tests.soorten import maak
from tests.voorbeelden import voorbeelden
from tests.weetjes.models import Tip, Weetje
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.inhoud import LinkField, tekstvelden
from uitgave.models import Eenmalig, Uitgave
from uitgave.opschonen import TOELICHTING, schoon_op
from uitgave.publiceren import publiceer
from uitgave.soort import soort_van, soorten
from uitgave.tekst import hoofdletter, kleine_letter, schoon, volgorde
from uitgave.vastleggen import vastleggen
from uitgave.verschil import verschillen
from zoeken.vouwen import gevouwen

SOORTEN = pytest.mark.parametrize("soort", soorten(), ids=lambda soort: soort.model.__name__)

# --- The pure part ---

LASTIG = st.text(
    st.one_of(
        st.sampled_from("aEé e\u0301\u0327 ĳIJß\u00a0\u2009\u3000\t\r\n\x85\u2028"),
        st.sampled_from("\u200b\u200c\u200d\u202e\u2066\u00ad\ufeff\0\x1f"),
        st.sampled_from("\u0628\u0645\u0915\u094d👩\ufe0f💻\u3164\u1100\u1161\ud83d\ude00"),
        st.characters(),
    ),
    max_size=12,
)
ZICHTBAAR = st.text(
    st.characters(categories=["L", "N", "P", "Sm", "Sc"], exclude_characters="\u3164\uffa0"), max_size=20
)


@settings(max_examples=voorbeelden(600))
@given(LASTIG, st.booleans())
def test_a_clean_text_stays_as_it_is_and_can_be_stored_and_shown(ruw, een_regel):
    klaar = schoon(ruw, een_regel)

    assert schoon(klaar, een_regel) == klaar == klaar.strip()
    assert not set(klaar) & set("\0\r\u00ad\u200b\u202e\u2066\ufeff\x85\u2028")
    klaar.encode()
    if een_regel:
        assert "  " not in klaar
        assert not set(klaar) & set("\n\t\u00a0\u2009\u3000")
    assert not any(regel != regel.rstrip() for regel in klaar.split("\n"))


@settings(max_examples=voorbeelden(300))
@given(ZICHTBAAR)
def test_nothing_that_is_seen_is_lost(ruw):
    for een_regel in (True, False):
        assert gevouwen(schoon(ruw, een_regel)) == gevouwen(ruw)


@pytest.mark.parametrize(
    ("ruw", "regel", "regels"),
    [
        ("Naam\nop twee regels", "Naam op twee regels", "Naam\nop twee regels"),
        ("  \tVeel   ruimte \r\n", "Veel ruimte", "Veel   ruimte"),
        ("Regel  \r\n\r\n  en\tmeer \n", "Regel en meer", "Regel\n\n  en\tmeer"),
        ("om\u202egedraaid\u202c", "omgedraaid", "omgedraaid"),
        ("€\u00a05\u2009000", "€ 5 000", "€\u00a05\u2009000"),
        ("e\u0301e\u0301n", "één", "één"),
        ("\ufeffon\u200bzicht\u00adbaar\0\x07", "onzichtbaar", "onzichtbaar"),
        ("half \ud800 teken", "half teken", "half  teken"),
        ("\ud83d\ude00", "😀", "😀"),
        ("👩\u200d💻 ❤\ufe0f\u200d🔥", "👩\u200d💻 ❤\ufe0f\u200d🔥", "👩\u200d💻 ❤\ufe0f\u200d🔥"),
        ("می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"),
        ("ma\u200dak \u200c", "maak", "maak"),
        ("a\u2028b\u2029c\x0bd", "a b c d", "a\nb\nc\nd"),
        ("\u3164", "", "\u3164"),
    ],
)
def test_what_a_text_becomes(ruw, regel, regels):
    assert (schoon(ruw, True), schoon(ruw, False)) == (regel, regels)


def test_capitals_accents_and_letters_that_are_two_make_no_difference():
    assert gevouwen("CAFÉ Ĳsland Straße Æbelø Łódź ﬁets") == "cafe ijsland strasse aebelo lodz fiets"
    assert gevouwen("Zorg") == gevouwen("zo\u0301rg") != gevouwen("zorgt")


def test_people_sort_like_this():
    goed = ["10 weken", "2 weken", "A b", "aandacht", "ab", "echt", "Écht", "école", "Iets", "IJken", "ijs", "ik", "Zo"]

    assert sorted(sorted(goed), key=volgorde) == goed


@pytest.mark.parametrize(
    ("tekst_", "goed"),
    [
        ("ijs", "IJs"),
        ("IJs", "IJs"),
        ("ĳs", "Ĳs"),
        ("écht", "Écht"),
        ("‘ijken’ is werk", "‘IJken’ is werk"),
        ("“(één)", "“(Één)"),
        ("iets", "Iets"),
        ("abc-V", "Abc-V"),
        ("ß", "Ss"),
        ("2 keer", "2 keer"),
        ("‘", "‘"),
        ("", ""),
    ],
)
def test_the_first_letter_is_a_dutch_capital_in_code_and_in_templates(tekst_, goed):
    assert hoofdletter(tekst_) == goed
    assert Template("{% autoescape off %}{{ t|hoofdletter }}{% endautoescape %}").render(Context({"t": tekst_})) == goed


@pytest.mark.parametrize(
    ("tekst_", "goed"),
    [
        ("IJsmeester", "ijsmeester"),
        ("Ijsmeester", "ijsmeester"),
        ("Écht bakken", "écht bakken"),
        ("Bakker", "bakker"),
        ("ijsmeester", "ijsmeester"),
        ("IJK-bewijs", "IJK-bewijs"),
        ("BBL-plek", "BBL-plek"),
        ("IJ", "IJ"),
        ("", ""),
    ],
)
def test_the_first_letter_in_a_sentence_is_a_dutch_small_one_but_for_an_abbreviation(tekst_, goed):
    assert kleine_letter(tekst_) == goed
    assert Template("{{ t|kleine_letter }}").render(Context({"t": tekst_})) == goed


# --- Every way in, every kind, every field ---


@pytest.fixture
def site(db):
    with vastleggen(None):
        return maak(soort_van(Ontwikkelpad))


@pytest.fixture
def rij(site, soort):
    with vastleggen(None):
        return maak(soort)


def vuile_teksten(rij):
    """For every text of `rij`: what is in it with all kinds of dirt, as far as there is room, and what that becomes."""
    for veld in tekstvelden(type(rij)):
        if veld.choices or isinstance(veld, models.SlugField) or not (nu := getattr(rij, veld.name)):
            continue
        vuil, goed = f"\u00a0\u202e{nu[0]}\u200b{nu[1:]}\u00ad \n", nu
        vrij = not isinstance(veld, LinkField) and not any(isinstance(v, RegexValidator) for v in veld.validators)
        if vrij and (veld.max_length or 999) >= len(nu) + 25:
            vuil, goed = f"{vuil}Ee\u0301n\u2009\r\nrest\ufeff \t", f"{nu}\nEén\nrest"
            goed = goed if isinstance(veld, models.TextField) else goed.replace("\n", " ")
        yield veld.name, vuil[: veld.max_length], goed


def controleer(rij, verwacht):
    rij.refresh_from_db()
    assert {veld: getattr(rij, veld) for veld in verwacht} == verwacht


def gesplitst(rij):
    vuil = list(vuile_teksten(rij))
    assert vuil
    return {veld: tekst_ for veld, tekst_, _ in vuil}, {veld: goed for veld, _, goed in vuil}


@SOORTEN
def test_what_code_saves_is_clean(soort, rij):
    vuil, goed = gesplitst(rij)
    for veld, waarde in vuil.items():
        setattr(rij, veld, waarde)

    rij.save()

    controleer(rij, goed)


@SOORTEN
def test_what_is_loaded_as_it_is_is_clean(soort, rij):
    vuil, goed = gesplitst(rij)
    [gegevens] = json.loads(serializers.serialize("json", [rij]))
    gegevens["fields"] |= vuil

    for geladen in serializers.deserialize("json", json.dumps([gegevens])):
        geladen.save()

    controleer(rij, goed)


@pytest.mark.een_database
@SOORTEN
def test_what_is_typed_is_clean_and_is_judged_so(soort, rij, beheerder):
    vuil, goed = gesplitst(rij)
    adres = wijzigen(rij)

    antwoord = beheerder.post(adres, formuliervelden(beheerder.get(adres).text) | vuil)

    assert antwoord.status_code == 302, tekst(antwoord.text)
    controleer(rij, goed)


@pytest.mark.een_database
@SOORTEN
def test_what_is_in_a_file_is_clean_when_it_is_read_so_the_difference_is_what_happens(soort, rij):
    gegevens = json.loads(d.schrijf(bouw(alles=True)))

    def bevuil(waarde, veld=""):
        if isinstance(waarde, dict):
            return {naam: bevuil(deel, naam) for naam, deel in waarde.items()}
        if isinstance(waarde, list):
            return [bevuil(deel, veld) for deel in waarde]
        return f" \u202e{waarde}\u200b\u00a0" if veld in soort.teksten and waarde else waarde

    for deel in gegevens:
        if deel == (soort.deel or soort_van(soort.ouder.related_model).deel):
            gegevens[deel] = bevuil(gegevens[deel])
    versies = Version.objects.count()

    document = lees_bestand(json.dumps(gegevens).encode())

    assert verschillen(probeer(document), document) == []
    voer_in(document, kenmerk(bouw(alles=True)), None, "Ingevoerd")
    assert Version.objects.count() == versies


@SOORTEN
def test_what_was_stored_before_is_cleaned_once_and_on_record(soort, rij):
    vuil, goed = gesplitst(rij)
    soort.model._default_manager.filter(pk=rij.pk).update(**vuil)

    assert schoon_op() == 1

    controleer(rij, goed)
    assert Version.objects.get_for_object(rij).first().revision.comment == TOELICHTING
    soort.model._default_manager.filter(pk=rij.pk).update(**vuil)
    assert schoon_op() == 0  # it is remembered


@pytest.mark.een_database
@SOORTEN
def test_visitors_never_see_what_an_earlier_release_published_uncleaned(soort, rij):
    """The stored edition itself never changes."""
    uitgave = publiceer(bouw(), "1", date(2026, 2, 6), "Nieuw.")
    ruw = uitgave.document.replace("Woord", "\\u202eWo\\u200bord")
    Uitgave.objects.filter(pk=uitgave.pk).update(document=ruw)
    huidig.pad = None

    huidig.ververs()

    geserveerd = d.schrijf(huidig.pad.uitgave)
    assert "Woord" in geserveerd
    assert not set(geserveerd) & set("\u202e\u200b")
    assert verschillen(huidig.pad.uitgave.document, bouw()) == []
    assert Uitgave.objects.get().document == ruw


def test_a_start_cleans_what_was_stored_before(site, settings):
    settings.SECTOR = "geen"
    Ontwikkelpad.objects.update(kop="Op\ntwee regels")

    call_command("laad")
    call_command("laad")

    assert Ontwikkelpad.objects.get().kop == "Op twee regels"
    assert Eenmalig.objects.count() == 1


def test_the_words_of_an_edition_are_clean(site):
    uitgave = publiceer(bouw(), " 1\u200b.0\n", date(2026, 2, 6), "Nieuw.\r\n\r\nEn meer. \u202e")

    assert (uitgave.nummer, uitgave.wijzigingen) == ("1.0", "Nieuw.\n\nEn meer.")
    with pytest.raises(ValidationError, match="al een uitgave met dit nummer"):
        publiceer(bouw(), "1.0 ", date(2026, 2, 6), "Nieuw.")


# --- The same text once ---


def test_a_text_with_other_capitals_or_accents_is_refused_in_a_form_with_the_row_that_has_it(site, beheerder):
    Synoniem.objects.create(woord="Cafe", betekenis="kroeg")

    antwoord = beheerder.post("/beheer/functies/synoniem/add/", {"woord": "café\u200b ", "betekenis": "bar"})

    assert "Dit staat er al: ‘Cafe = kroeg’." in tekst(antwoord.text)
    assert Synoniem.objects.count() == 1


def test_a_text_inside_another_row_is_compared_within_that_row(site):
    weetje, ander = maak(soort_van(Weetje)), maak(soort_van(Weetje))
    Tip.objects.create(weetje=weetje, zin="Één zin")

    Tip(weetje=ander, zin="een zin").full_clean()
    with pytest.raises(ValidationError, match="Dit staat er al"):
        Tip(weetje=weetje, zin="een  ZIN").full_clean()


def test_the_same_text_is_refused_in_a_file_and_may_change_capitals_of_itself(site):
    Synoniem.objects.create(woord="kroeg", betekenis="bar")
    document = bouw(alles=True)
    gegevens = json.loads(d.schrijf(document))
    gegevens["synoniemen"] = [{"woord": "Kroeg", "betekenis": "bar"}]

    voer_in(lees_bestand(json.dumps(gegevens).encode()), kenmerk(document), None, "")

    assert Synoniem.objects.get().woord == "Kroeg"
    gegevens["synoniemen"].append({"woord": "KROEG", "betekenis": "anders"})
    with pytest.raises(InvoerFout, match="‘KROEG = anders’ en ‘Kroeg = bar’, woord: alleen hoofdletters"):
        probeer(lees_bestand(json.dumps(gegevens).encode()))


@pytest.fixture
def botsing(site):
    """Two rows that another release stored, and that are one text since there is one cleaning."""
    een = Synoniem.objects.create(woord="kroeg", betekenis="bar")
    twee = Synoniem.objects.create(woord="anders", betekenis="tent")
    Synoniem.objects.filter(pk=twee.pk).update(woord="kroeg \u200b")
    return een, twee


def test_rows_that_would_be_the_same_stay_and_the_gate_names_both(botsing):
    een, twee = botsing

    assert schoon_op() == 0

    twee.refresh_from_db()
    assert twee.woord == "kroeg \u200b"
    (dubbel,) = [bevinding for bevinding in bevindingen() if bevinding.regel == Regel.DUBBEL]
    assert dubbel.ernst == Ernst.FOUT
    assert set(dubbel.rijen) == {een, twee}
    assert "woord is twee keer hetzelfde" in dubbel.tekst


def test_rows_that_are_the_same_are_shown_and_a_file_with_them_changes_nothing(botsing):
    document, versies = bouw(alles=True), Version.objects.count()

    gelezen = lees_bestand(d.schrijf(document).encode())
    voer_in(gelezen, kenmerk(document), None, "")

    assert d.geordend(gelezen) == document == bouw(alles=True)
    assert len(document.synoniemen) == 2
    assert Version.objects.count() == versies


def test_a_row_that_was_stored_before_the_rule_can_still_be_changed_elsewhere(site):
    een = Synoniem.objects.create(woord="kroeg", betekenis="bar")
    twee = Synoniem.objects.create(woord="Kroeg", betekenis="tent")

    twee.betekenis = "zaak"
    twee.full_clean()
    een.woord = "KROEG"
    een.full_clean()


def test_visible_rows_with_the_same_name_are_a_warning(site, maak_opleiding):
    een, twee = maak_opleiding("Één vak"), maak_opleiding("een VAK", slug="ander")

    (dubbel,) = [bevinding for bevinding in bevindingen() if bevinding.regel == Regel.DUBBEL]

    assert (dubbel.ernst, set(dubbel.rijen)) == (Ernst.WAARSCHUWING, {een, twee})


@pytest.mark.parametrize("teken", ["\U000e0100", "\u180b", "\u17b4", "\u115f", "\u1160"])
def test_a_sign_that_nobody_sees_is_in_no_text(teken):
    assert schoon(f"Bak{teken}ker", True).replace(" ", "") == "Bakker"
    assert schoon(teken, True) == ""
