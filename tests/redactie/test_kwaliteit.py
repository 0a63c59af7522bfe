"""What the quality gate finds in the working copy, and what it leaves alone."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.text import slugify

from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie, FunctieOpleiding, Werkveld
from ontwikkelpad.models import Ontwikkelpad
from opleidingen.kwaliteit import code
from opleidingen.models import Aanbieder, Opleiding, Register
from redactie.kwaliteit.bevindingen import Bevinding, Ernst, Regel, bevindingen
from redactie.models import LinkControle, Uitslag
from tests.conftest import BEWIJS
from tests.redactie.test_gelijkenis import KOPIE
from uitgave.soort import alle_modellen
from verhalen.models import Verhaal

pytestmark = pytest.mark.een_database

LANG = "Je maakt elke dag samen met de hele groep een plan voor alle mensen die op deze dag bij jullie komen eten."


def gevonden(regel):
    """The findings of one rule: how bad, the line, and the rows as they are called."""
    return [
        (bevinding.ernst.value, bevinding.tekst, [str(rij) for rij in bevinding.rijen])
        for bevinding in bevindingen()
        if bevinding.regel == regel
    ]


def maak_competentie(naam, **velden):
    return Competentie.objects.create(naam=naam, **{"slug": slugify(naam), **BEWIJS, **velden})


def maak_verhaal(functie, **velden):
    kernwoorden = {f"kernwoord_{nummer}": "Rust" for nummer in (1, 2, 3)}
    standaard = {"voornaam": "Zus", "slug": "zus", "leeftijd": 30, "kop": "Een kop", "tekst": "Zus werkt."}
    return Verhaal.objects.create(functie=functie, **{**standaard, **kernwoorden, **BEWIJS, **velden})


def test_an_empty_site_has_one_fault_that_says_what_to_do(db):
    assert bevindingen() == [Bevinding(Ernst.FOUT, Regel.SITE, "De teksten van de site ontbreken. Vul die eerst in.")]


def test_a_step_from_a_functie_without_a_next_step_is_a_fault(maak_functie, maak_stap):
    maak_stap(maak_functie("Een", geen_vervolg=True), maak_functie("Twee", geen_vervolg=True))

    assert gevonden(Regel.VERVOLG) == [
        (
            "fout",
            "Functie Een: hier staat ‘geen volgende stap’, maar er is een stap naar Twee. Kies wat klopt.",
            ["Een", "Een → Twee"],
        )
    ]


def test_neither_a_step_nor_the_statement_is_a_warning_in_one_line(maak_functie, maak_stap):
    een, twee = maak_functie("Een"), maak_functie("Twee")
    maak_stap(een, twee, zichtbaar=False)

    assert gevonden(Regel.VERVOLG) == [
        (
            "waarschuwing",
            "Functie zonder volgende stap: Een en Twee. Maak een stap, of zet ‘geen volgende stap’ aan.",
            ["Een", "Twee"],
        )
    ]


def test_a_visible_step_or_story_of_an_invisible_functie_is_named(inhoud):
    leider = Functie.objects.get(slug="winkelleider")
    maak_verhaal(leider)
    Functie.objects.filter(pk=leider.pk).update(zichtbaar=False)

    assert gevonden(Regel.ZICHTBAAR) == [
        (
            "fout",
            "De stap Winkelmedewerker → Winkelleider (WL) is zichtbaar, maar Winkelleider (WL) niet. "
            "Zet de stap ook op niet zichtbaar, of maak de functie zichtbaar.",
            ["Winkelmedewerker → Winkelleider (WL)", "Winkelleider (WL)"],
        ),
        (
            "fout",
            "De stap Winkelleider (WL) → Bedrijfsleider is zichtbaar, maar Winkelleider (WL) niet. "
            "Zet de stap ook op niet zichtbaar, of maak de functie zichtbaar.",
            ["Winkelleider (WL) → Bedrijfsleider", "Winkelleider (WL)"],
        ),
        (
            "waarschuwing",
            "Het verhaal Zus (30) zien bezoekers niet: de functie Winkelleider (WL) is niet zichtbaar.",
            ["Zus (30)", "Winkelleider (WL)"],
        ),
    ]


def test_what_is_not_visible_and_yet_belongs_to_functies_is_named_once(inhoud):
    Opleiding.objects.filter(code="G101").update(zichtbaar=False)
    Beroepsvereiste.objects.filter(slug="rijbewijs-b").update(zichtbaar=False)
    Competentie.objects.filter(naam="Klanten helpen").update(zichtbaar=False)

    assert [tekst for _, tekst, _ in gevonden(Regel.ZICHTBAAR)] == [
        "Opleiding Brood en beslag (G101) is niet zichtbaar, maar hoort wel bij: Bakkershulp (BH).",
        "Beroepsvereiste Rijbewijs B is niet zichtbaar, maar hoort wel bij: Bezorger.",
        "Competentie Klanten helpen is niet zichtbaar, maar hoort wel bij: "
        "Winkelmedewerker, Winkelleider (WL) en Bezorger.",
    ]
    assert gevonden(Regel.ONTBREEKT) == [
        (
            "waarschuwing",
            "Functie zonder zichtbare opleiding: Bakkershulp (BH) en Bezorger. Klopt dat?",
            ["Bakkershulp (BH)", "Bezorger"],
        )
    ]


def test_a_functie_without_its_parts_and_a_diploma_without_provider_are_named(maak_functie, maak_opleiding):
    maak_functie("Een")
    maak_opleiding("Diploma", erkenning="branche", op=None)
    maak_opleiding("Diploma met link", erkenning="branche", leeroverzicht_url="https://a.nl")

    assert gevonden(Regel.ONTBREEKT) == [
        ("waarschuwing", "Functie zonder zichtbare opleiding: Een. Klopt dat?", ["Een"]),
        ("waarschuwing", "Functie zonder zichtbare competentie: Een. Klopt dat?", ["Een"]),
        ("waarschuwing", "Functie zonder zichtbare beroepsvereiste: Een. Klopt dat?", ["Een"]),
        (
            "waarschuwing",
            "Opleiding van de sector zonder link of aanbieder: Diploma. Waar kun je dit leren?",
            ["Diploma"],
        ),
    ]


def test_a_name_on_the_card_that_no_longer_goes_with_the_name_is_named_with_both(maak_functie):
    maak_functie("Eerste Hulp", kaartnaam="eerste hulp", geen_vervolg=True)
    maak_functie("Hulp bij de Eerste Lijn", afkorting="HEL", kaartnaam="Hulp (HEL)", geen_vervolg=True)
    maak_functie("Café medewerker", kaartnaam="Cafe medewerker", geen_vervolg=True)
    maak_functie("Zonder", geen_vervolg=True)
    maak_functie("Coördinator vervoer", kaartnaam="Planner vervoer", geen_vervolg=True)

    tekst = "Functie Coördinator vervoer: op de kaart staat ‘Planner vervoer’. Past dat nog bij de naam?"
    assert gevonden(Regel.NAAM) == [("waarschuwing", tekst, ["Coördinator vervoer"])]


def test_a_name_on_the_card_that_stayed_when_the_name_became_longer_is_named_too(maak_functie, publiceer_nu):
    mee = maak_functie("Planner", kaartnaam="Planner", geen_vervolg=True)
    achter = maak_functie("Hulp bij eerste lijn", kaartnaam="Hulp", geen_vervolg=True)
    gelijk = maak_functie("Bode", geen_vervolg=True)
    publiceer_nu("1")
    assert gevonden(Regel.NAAM) == []

    mee.naam = mee.kaartnaam = "Planner spoed"
    achter.naam, gelijk.naam = "Hulp bij de bakkerij", "Bode van de zaak"
    for functie in (mee, achter, gelijk):
        functie.save()

    tekst = "Functie Hulp bij de bakkerij: op de kaart staat ‘Hulp’. Past dat nog bij de naam?"
    assert gevonden(Regel.NAAM) == [("waarschuwing", tekst, ["Hulp bij de bakkerij"])]


def test_a_required_text_that_is_empty_is_a_fault_and_so_is_a_missing_source(maak_functie):
    maak_functie("Een", omschrijving="", bron=" \n")
    maak_functie("Twee", omschrijving=" ")

    assert [(ernst, tekst) for ernst, tekst, _ in gevonden(Regel.ONTBREEKT)][:1] == [
        ("fout", "Functie zonder omschrijving: Een en Twee. Vul dat in.")
    ]
    assert gevonden(Regel.BRON) == [("fout", "Functie zonder bron: Een. Vul dat in.", ["Een"])]


def test_what_is_still_to_be_checked_is_named_in_a_line_for_each_kind_and_each_work(maak_opleiding):
    maak_competentie("Plannen", bron="Het boek. Nog controleren: de bladzijde.")
    maak_competentie("Rekenen", bron="De lijst. Nog controleren: de bladzijde. En zo verder.")
    maak_competentie("Spreken", bron="Het boek. NOG CONTROLEREN: het jaar.")
    maak_opleiding("Diploma", bron="Nog controleren: de bladzijde.")
    maak_competentie("Klaar", bron="Het boek. Gecontroleerd.")

    assert gevonden(Regel.BRON) == [
        ("waarschuwing", "Opleiding Diploma: in de bron staat ‘Nog controleren: de bladzijde.’", ["Diploma"]),
        (
            "waarschuwing",
            "Competentie Plannen en Rekenen: in de bron staat ‘Nog controleren: de bladzijde.’",
            ["Plannen", "Rekenen"],
        ),
        ("waarschuwing", "Competentie Spreken: in de bron staat ‘NOG CONTROLEREN: het jaar.’", ["Spreken"]),
    ]


def test_the_text_that_the_source_copied_is_a_fault_and_a_changed_copy_a_warning(inhoud):
    bewerkt = KOPIE.replace("bakker in de winkel", "winkelmedewerker")
    Functie.objects.filter(slug__in=["banketbakker", "winkelleider"]).update(omschrijving=KOPIE)
    Functie.objects.filter(slug="broodbakker").update(omschrijving=bewerkt)
    banket, brood, leider = "Banketbakker", "Broodbakker (BB)", "Winkelleider (WL)"

    assert gevonden(Regel.DUBBEL) == [
        (
            "fout",
            f"Dezelfde tekst staat bij functie {banket} (omschrijving) en functie {leider} (omschrijving). "
            "Is er een kopie blijven staan?",
            [banket, leider],
        ),
        (
            "waarschuwing",
            f"Deze teksten lijken erg op elkaar: functie {banket} (omschrijving), functie {brood} (omschrijving) "
            f"en functie {leider} (omschrijving). Is er een kopie blijven staan?",
            [banket, brood, leider],
        ),
    ]


def test_sources_short_texts_and_two_fields_of_one_row_may_be_the_same(maak_functie, maak_opleiding):
    maak_functie("Een", samenvatting=KOPIE[:200], omschrijving=KOPIE[:200], bron=KOPIE)
    maak_opleiding("Twee", omschrijving="Je leert het vak, op hbo-niveau.", bron=KOPIE)
    maak_opleiding("Drie", omschrijving="Je leert het vak, op hbo-niveau.", bron=KOPIE)

    assert gevonden(Regel.DUBBEL) == []


def test_competenties_with_the_same_or_nearly_the_same_name_are_named(ontwikkelpad):
    maak_competentie("Goede schriftelijke vaardigheid")
    maak_competentie("Goede schriftelijke vaardigheden")
    maak_competentie("Plannen")
    maak_competentie("plannen.", slug="plannen-2")

    assert gevonden(Regel.DUBBEL) == [
        (
            "fout",
            "Competenties met dezelfde naam: Plannen en plannen.. Houd er één, of geef ze elk een eigen naam.",
            ["Plannen", "plannen."],
        ),
        (
            "waarschuwing",
            "Deze competenties lijken erg op elkaar: Goede schriftelijke vaardigheden en "
            "Goede schriftelijke vaardigheid. Kan het er één zijn?",
            ["Goede schriftelijke vaardigheden", "Goede schriftelijke vaardigheid"],
        ),
    ]


@pytest.mark.parametrize(
    ("velden", "ernst", "tekst"),
    [
        ({"code": ""}, None, None),
        ({"code": "K2345", "masker": "K9999"}, None, None),
        ({"code": "K1234", "masker": "K9999"}, "waarschuwing", "K1234 is geen gewone code voor Lijst."),
        ({"code": "2345", "masker": "K9999"}, "fout", "‘2345’ is geen goede code."),
        ({"code": "k2345", "masker": "K9999"}, "fout", "de vorm K9999, bijvoorbeeld K1234."),
        ({"code": "K২345", "masker": "K9999"}, "fout", "geen goede code."),
        ({"code": "K2345\n", "masker": "K9999"}, "fout", "geen goede code."),
        ({"code": "", "masker": "K9999"}, "fout", "Vul de code in, of maak het register leeg."),
        ({"code": "", "masker": ""}, None, None),
        ({"code": "K2345", "masker": ""}, "fout", "Maak de code leeg: Lijst heeft geen codes."),
        ({"code": "K2345"}, "fout", "Kies het register van deze code."),
    ],
)
def test_a_code_is_judged_by_the_mask_of_its_register(velden, ernst, tekst):
    register = Register(naam="Lijst", masker=velden["masker"], gewoon_begin="K2 K3") if "masker" in velden else None
    uitslag = list(code(Opleiding(naam="Opleiding", code=velden["code"], coderegister=register)))

    assert [bevinding.ernst for bevinding in uitslag] == ([ernst] if ernst else [])
    assert all(tekst in bevinding.tekst for bevinding in uitslag)


def test_an_unusual_code_in_the_working_copy_is_a_warning(inhoud):
    Opleiding.objects.filter(code="25901").update(code="12345")

    assert gevonden(Regel.CODE) == [
        (
            "waarschuwing",
            "Opleiding Winkel en verkoop: 12345 is geen gewone code voor Landelijke lijst. Klopt het register?",
            ["Winkel en verkoop (12345)"],
        )
    ]


def test_what_no_functie_uses_is_named_by_kind_unless_it_is_a_draft(maak_functie, maak_opleiding):
    concept = maak_functie("Concept", zichtbaar=False)
    concept.competenties.add(maak_competentie("Gebruikt in een concept"))
    maak_competentie("Los")
    maak_competentie("Onzichtbaar", zichtbaar=False)
    maak_opleiding("Losse opleiding")
    Aanbieder.objects.create(naam="Losse aanbieder", slug="los", url="https://a.nl")
    Werkveld.objects.create(naam="Leeg", slug="leeg", kleur="rood", volgorde=9)

    assert [tekst for _, tekst, _ in gevonden(Regel.ONGEBRUIKT)] == [
        "Werkveld zonder functie: Leeg.",
        "Opleiding zonder functie: Losse opleiding.",
        "Aanbieder zonder opleiding: Losse aanbieder.",
        "Competentie zonder functie: Los.",
    ]


def test_a_text_above_b1_is_named_with_its_longest_sentence(maak_functie):
    vijftien = "Je werkt hier elke dag met heel veel andere mensen en je leert er veel."
    maak_functie("Een", samenvatting=f"Je werkt. {LANG}", omschrijving=f"{vijftien} {vijftien}")
    maak_functie("Twee", omschrijving=f"{vijftien[:-1]} over dit vak. {vijftien[:-1]} over dat vak.")

    assert gevonden(Regel.ZINNEN) == [
        (
            "waarschuwing",
            "Functie Een, samenvatting: de zin ‘Je maakt elke dag samen met …’ heeft 22 woorden. Maak kortere zinnen.",
            ["Een"],
        ),
        (
            "waarschuwing",
            "Functie Twee, omschrijving: gemiddeld 18 woorden per zin; de zin ‘Je werkt hier elke dag met …’ "
            "heeft 18 woorden. Maak kortere zinnen.",
            ["Twee"],
        ),
    ]


def test_long_names_sources_and_rows_that_are_not_visible_are_not_judged(maak_functie, maak_stap, maak_opleiding):
    concept = maak_functie("Concept", zichtbaar=False, omschrijving=LANG, bron="", gecontroleerd_op=date(2020, 1, 1))
    open_ = maak_functie("Open", bron=f"{LANG} {LANG}", geen_vervolg=True)
    maak_stap(open_, concept, zichtbaar=False, voorwaarde=LANG, bron="")
    FunctieOpleiding.objects.create(functie=concept, opleiding=maak_opleiding("Opleiding"), toelichting=LANG)
    maak_verhaal(concept, tekst=LANG, bron="Nog controleren: alles.", zichtbaar=False)

    assert {bevinding.regel for bevinding in bevindingen()} == {Regel.ONTBREEKT}  # the parts that Open has not
    assert all("Concept" not in bevinding.tekst for bevinding in bevindingen())


def test_rows_not_checked_for_a_year_share_a_line_that_stays_readable(ontwikkelpad):
    vandaag = timezone.localdate()
    for nummer in range(14):
        maak_competentie(f"Competentie {nummer:02}", gecontroleerd_op=vandaag - timedelta(days=400 + nummer))
    maak_competentie("Een jaar oud", gecontroleerd_op=vandaag - timedelta(days=365))

    [(ernst, tekst, rijen)] = gevonden(Regel.OUD)

    assert ernst == "waarschuwing"
    assert tekst == (
        "Competentie, langer dan een jaar niet gecontroleerd: Competentie 13, Competentie 12, Competentie 11, "
        "Competentie 10, Competentie 09, Competentie 08, Competentie 07, Competentie 06, Competentie 05, "
        "Competentie 04 en nog 4."
    )
    assert len(rijen) == 14


def test_a_broken_link_names_the_visible_rows_that_use_it(inhoud):
    Beroepsvereiste.objects.filter(slug="hygienepas").update(zichtbaar=False)
    Beroepsvereiste.objects.filter(slug="ovenregistratie").update(url="https://hygienepas.example")
    for url, uitslag in (
        ("https://hygienepas.example", Uitslag.STUK),
        ("https://winkeliers.example", Uitslag.ONBEREIKBAAR),
        ("https://ovenmeesters.example", Uitslag.OMGELEID),
        ("https://nergens.example", Uitslag.STUK),
    ):
        LinkControle.objects.create(url=url, uitslag=uitslag, gecontroleerd_op=timezone.now())

    assert gevonden(Regel.LINK) == [
        (
            "waarschuwing",
            "De link https://winkeliers.example: geen antwoord. Staat bij: aanbieder Vereniging van Winkeliers.",
            ["Vereniging van Winkeliers"],
        ),
        (
            "waarschuwing",
            "De link https://hygienepas.example: werkt niet. Staat bij: beroepsvereiste Ovenregistratie.",
            ["Ovenregistratie"],
        ),
    ]


def test_every_finding_links_to_the_pages_where_its_rows_are_changed(inhoud, beheerder):
    Functie.objects.filter(slug="winkelleider").update(zichtbaar=False)
    Ontwikkelpad.objects.update(over=LANG)

    links = [link for bevinding in bevindingen() for link in bevinding.links]

    assert "Winkelleider (WL)" not in dict(links)
    assert "Functie Winkelleider (WL)" in dict(links)
    assert "Stap Winkelleider (WL) → Bedrijfsleider" in dict(links)
    assert dict(links)["Teksten van de site"] == "/beheer/ontwikkelpad/ontwikkelpad/1/change/"
    assert {beheerder.get(adres).status_code for _, adres in links} == {200}


def test_faults_come_first(inhoud):
    Doorgroei.objects.filter(van__slug="broodbakker").update(bron="")

    ernsten = [bevinding.ernst for bevinding in bevindingen()]

    assert len(ernsten) > 2
    assert ernsten == [Ernst.FOUT] + [Ernst.WAARSCHUWING] * (len(ernsten) - 1)


def test_the_number_of_queries_does_not_grow_with_the_content(inhoud, maak_stap, django_assert_max_num_queries):
    LinkControle.objects.create(url="https://winkeliers.example", uitslag=Uitslag.STUK, gecontroleerd_op=timezone.now())
    with CaptureQueriesContext(
        connection,
    ) as vooraf:
        bevindingen()
    eerste = Functie.objects.get(slug="broodbakker")
    for nummer in range(20):
        functie = Functie.objects.get(slug="bedrijfsleider")
        functie.pk, functie.sleutel, functie.zichtbaar = None, "", nummer % 2 == 0
        functie.slug, functie.naam = f"f{nummer}", f"F{nummer}"
        functie.save()
        functie.competenties.set(eerste.competenties.all())
        FunctieOpleiding.objects.create(functie=functie, opleiding=Opleiding.objects.all()[nummer % 5])
        maak_stap(eerste, functie)
        maak_verhaal(functie, voornaam=f"V{nummer}", slug=f"v{nummer}")

    with django_assert_max_num_queries(len(vooraf)):
        assert len(bevindingen()) > 10
    assert len(vooraf) <= 3 * len(alle_modellen())


def controleer():
    """Run the command; return its exit code and its lines."""
    uitvoer = StringIO()
    try:
        call_command("controleer", stdout=uitvoer)
    except SystemExit as einde:
        return einde.code, uitvoer.getvalue().splitlines()
    return 0, uitvoer.getvalue().splitlines()


def test_the_command_says_each_finding_in_a_line_and_passes_without_a_fault(inhoud):
    einde, regels = controleer()

    assert einde == 0
    assert "let op  Functie zonder niveau: Bezorger. Is het niveau echt niet bekend?" in regels
    assert regels[-1] == f"0 fouten en {len(bevindingen())} keer let op."
    assert len(regels) == len(bevindingen()) + 1


def test_the_command_fails_on_an_empty_database_with_a_clear_line(db):
    assert controleer() == (
        1,
        ["fout    De teksten van de site ontbreken. Vul die eerst in.", "1 fout en 0 keer let op."],
    )


def test_the_command_keeps_a_finding_on_one_line_whatever_a_row_holds(ontwikkelpad):
    maak_competentie("Naam\nmet een regel")

    assert [regel for regel in controleer()[1] if "regel" in regel] == [
        "let op  Competentie zonder functie: Naam met een regel."
    ]


# --- Form in texts ---


@pytest.mark.parametrize(
    ("velden", "teken"),
    [
        ({"samenvatting": "Je bakt **brood**."}, "samenvatting: bezoekers zien de tekens ‘**brood**’. Hier kan geen"),
        (
            {"bron": "Zie [het stuk](https://a.nl/)."},
            "bron: bezoekers zien de tekens ‘[het stuk](https://a.nl/)’. Hier",
        ),
        (
            {"omschrijving": "Kijk [hier](javascript:x)."},
            "omschrijving: bezoekers zien de tekens ‘[hier](javascript:x)’",
        ),
        ({"omschrijving": "## Werk\n\nJe bakt."}, "omschrijving: bezoekers zien de tekens ‘##’."),
    ],
)
def test_marks_that_visitors_would_see_are_a_fault_that_names_the_field(maak_functie, velden, teken):
    maak_functie("Bakker", **velden)

    [(ernst, tekst, rijen)] = gevonden(Regel.OPMAAK)

    assert (ernst, rijen) == ("fout", ["Bakker"])
    assert tekst.startswith(f"Functie Bakker, {teken}")


def test_form_in_a_text_that_may_have_it_is_no_finding_and_no_long_sentence(maak_functie):
    zin = "Je bakt elke ochtend heel vroeg het verse brood voor de winkel."
    maak_functie("Bakker", omschrijving=f"**{zin}** {zin}\n- {zin}\n- [{zin}](https://a.nl/)")

    assert gevonden(Regel.OPMAAK) == gevonden(Regel.ZINNEN) == []


def test_a_link_to_a_page_that_is_not_on_the_site_is_a_fault(maak_functie):
    maak_functie("Bakker", omschrijving="[a](/functies/bakker/) [b](/opleidingen/) [c](/functies/weg/) [d](/beheer/)")

    assert gevonden(Regel.LINK) == [
        ("fout", f"Functie Bakker, omschrijving: de link {link} leidt naar geen pagina van de site.", ["Bakker"])
        for link in ("/functies/weg/", "/beheer/")
    ]


def test_without_a_way_to_reach_the_makers_the_gate_warns(ontwikkelpad):
    ontwikkelpad.contact_url = ""
    ontwikkelpad.save()
    assert [ernst for ernst, _, _ in gevonden(Regel.SITE)] == ["waarschuwing"]

    ontwikkelpad.contact_url = "mailto:wij@example.org"
    ontwikkelpad.save()
    assert gevonden(Regel.SITE) == []
