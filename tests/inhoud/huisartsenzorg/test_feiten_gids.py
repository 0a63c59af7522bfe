"""The facts of the zij-instroom guide, written down here by hand and compared with what the fixtures load.

The source is the draaiboek zij-instromers doktersassistent in de huisartsenpraktijk (LHV, 2022). It is not
written for a single huisarts, gives no duration per step, and holds much that has lapsed since.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError

from redactie.kwaliteit.leesbaarheid import LANGSTE, meet
from redactie.kwaliteit.tekstvelden import tekstvelden
from werkgevers.models import Brief, Gids, Gidslink, Gidsstap, Gidstekst, Mijlpaal, Taak, Werkgevers

pytestmark = pytest.mark.een_database

# The source calls two of them Matching and Regelzaken: those keep their slug, for the sites of release 1.2 have it.
STAPPEN = {
    "peilen": "Peilen",
    "animo": "Animo",
    "onderwijstraject": "Onderwijstraject",
    "informatie": "Informatie",
    "matching": "Elkaar vinden",
    "regelzaken": "Afspraken maken",
    "communicatie": "Communicatie",
    "planning": "Planning",
}
VERSIES = {
    "zij-instroom": [1, 2, 3, 4, 5, 6, 7, 8],
    "huisarts": [4, 5, 6],
    "kandidaat": [4, 5, 6],
}
LOOPT_MEE = {"communicatie", "planning"}  # from early on until the end
MAANDEN = (17, 26)  # four to six months, in weeks

# What must be found, in these words: in the tasks of a version, in the rest of a step, or in a text of the site.
TAKEN = {
    ("peilen", "zij-instroom"): ["vaste mensen", "zzp’ers", "detachering"],
    ("animo", "zij-instroom"): ["bijvoorbeeld 15", "één vaste contactpersoon", "na hun aanmelding"],
    ("onderwijstraject", "zij-instroom"): [
        "BVP van 6 weken, met 4 schooldagen per week",
        "1 dag per week naar school",
        "hooguit 2 jaar duurt, en korter met vrijstellingen",
        "kwalificatiedossier",
        "raamovereenkomst",
        "tweede jaar: dat kan beginnen met 6 weken les in onderdelen naar keuze",
        "Nederlands en Engels aan het eind van het tweede jaar",
    ],
    ("informatie", "zij-instroom"): [
        "hooguit 25 minuten",
        "vóór hun eerste gesprek",
        "laptop",
        "herkansing",
        "intervisie",
        "coaching",
    ],
    ("informatie", "kandidaat"): ["herkansing", "intervisie", "coaching"],
    ("matching", "zij-instroom"): [
        "minstens 24 uur per week",
        "minder dan 12 kilometer",
        "elke huisarts twee kandidaten",
        "ja of nee binnen 2 weken",
    ],
    ("matching", "huisarts"): [
        "twee kandidaten",
        "minstens 24 uur per week",
        "minder dan 12 kilometer",
        "binnen 2 weken ja of nee",
    ],
    ("matching", "kandidaat"): ["minstens 24 uur", "minder dan 12 kilometer", "2 weken"],
    ("regelzaken", "zij-instroom"): [
        "UWV bij een uitkering, SSFH bij werk naar werk",
        "Vraag UWV vóór de start om toestemming",
        "leerwerkovereenkomst voor de BVP en een leerarbeidsovereenkomst vanaf week 7",
        "erkend leerbedrijf is bij SBB",
        "cao Huisartsenzorg",
        "Leg alle afspraken vast voordat de kandidaat begint",
        "het contract voor na de opleiding: de LHV legt haar leden uit welke soorten er zijn",
    ],
    ("regelzaken", "huisarts"): [
        "erkend leerbedrijf",
        "Vraag zelf subsidie aan bij SSFH",
        "Wacht op toestemming van UWV",
        "leerwerkovereenkomst voor de 6 weken van de BVP",
        "vanaf week 7: de leerarbeidsovereenkomst",
        "proeftijd van 1 maand",
        "cao Huisartsenzorg",
    ],
    ("regelzaken", "kandidaat"): [
        "Vraag UWV wat er voor jou kan als je een uitkering hebt",
        "Wacht met beginnen tot UWV toestemming geeft",
        "subsidie bij SSFH als je nu ander werk hebt",
        "leerwerkovereenkomst en vanaf week 7 een leerarbeidsovereenkomst",
        "cao Huisartsenzorg",
    ],
    ("planning", "zij-instroom"): ["4 tot 6 maanden", "schoolvakanties"],
}
STAPTEKSTEN = {
    "peilen": ["dat een huisartsenorganisatie het project leidt"],
    "animo": ["te weinig animo", "stopt het project"],
    "onderwijstraject": [
        "bbl op niveau 4",
        "6 weken BVP (beroepsvoorbereidende periode), met 4 schooldagen per week",
        "1 schooldag per week",
        "hooguit 2 jaar, of korter met vrijstellingen",
    ],
    "matching": [
        "praat een huisarts met twee kandidaten",
        "2 weken tijd voor een ja of een nee",
        "Officieel is 16 uur per week genoeg voor bbl.",
        "De school uit de proef raadt minstens 24 uur per week aan.",
    ],
    "regelzaken": [
        "Iemand met een uitkering vraagt die aan bij UWV.",
        "Gaat iemand van werk naar werk, dan vraagt de werkgever subsidie aan bij SSFH.",
        "De proeftijd is 1 maand, maar de BVP duurt 6 weken.",
        "twee contracten",
        "Iemand kan pas beginnen als UWV het goedvindt.",
        "Vraag dat aan UWV en SSFH",
    ],
    "planning": ["4 tot 6 maanden", "De weken in de planner zijn ons voorstel."],
}
NIET_VOOR_EEN_PRAKTIJK = ["geschreven voor projecten in een regio", "één praktijk", "stap 4 tot en met 6"]
KORT = ["op niveau 4", "6 weken", "hooguit 2 jaar", "Met vrijstellingen kan het korter."]
TEKSTEN = {
    "zij-instroom": [*KORT, "4 schooldagen per week", "1 schooldag per week", "4 tot 6 maanden", "nog kloppen"],
    "huisarts": [*NIET_VOOR_EEN_PRAKTIJK, "hooguit 2 jaar", "6 weken", "4 dagen per week", "1 dag per week"],
    "kandidaat": [NIET_VOOR_EEN_PRAKTIJK[0], *KORT, "4 dagen per week naar school", "1 dag per week naar school"],
    "planner_uitleg": ["4 tot 6 maanden", "ons voorstel", "schoolvakanties"],
}

# Every number of the guide: whatever is not here is an amount, a year or a fault.
GETALLEN = {"1", "2", "4", "6", "7", "12", "15", "16", "24", "25", "2022"}

BIJLAGE = "https://www.lhv.nl/wp-content/uploads/2022/02/Draaiboek-Zij-instromers-2022-"
ARTIKEL = "https://www.lhv.nl/actueel/de-dokter/de-dokter-oktober-2021/"
ARTIKEL += "zij-instromende-doktersassistenten-gemotiveerd-en-snel-klaargestoomd/"
VACATURE = "https://www.lhv.nl/wp-content/uploads/2022/03/Draaiboek-zij-instromers-2022-Bijlage-"
VACATURE += "Vacaturetekst-Leerwerkplek-voor-da-in-hapraktijk.docx"
PROFIEL = "https://www.lhv.nl/actueel/nieuwsberichten/"
PROFIEL += "functiebeschrijving-doktersassistent-geactualiseerd-in-nieuwe-fwhz/"
SUBSIDIEWIJZER = "https://www.lhv.nl/product/lhv-subsidiewijzer-voor-stageplekken-en-praktijkplekken-2/"
BEROEPEN = "https://www.werk.nl/arbeidsmarktinformatie/kansen-arbeidsmarkt/kansrijke-beroepen"
SSFH = "https://www.ssfh.nl/stages-en-scholing/"
REGIOPLUS = "https://regioplus.nl/"
FILM = "https://www.youtube.com/watch?v=27niCrvolkg&t=7s"
LINKS = {
    "peilen": [
        f"{BIJLAGE}PPP-project-zij-instromers-voor-LHV-regios.pptx",
        "https://www.uwv.nl/overuwv/index.aspx",
        REGIOPLUS,
        SSFH,
        ARTIKEL,
        "https://youtu.be/K1iO4ngkwVU",
        f"{BIJLAGE}stap-1-E1-Arbeidsmarkttekort-per-beroepsgroep-PMZW-nov-2020.xlsx",
        f"{BIJLAGE}stap-1-E-1-Per-arbeidsmarktregio-tabel-prognoses-vraag-en-aanbod-2023.docx",
    ],
    "animo": [
        f"{BIJLAGE}stap-2-A-draaiboek-enquete-animo-huisartsenpraktijken.docx",
        f"{BIJLAGE}stap-2-A-Informatie-en-aanmelden-praktijken-voor-zij-instromers.docx",
        VACATURE,
        SUBSIDIEWIJZER,
        FILM,
    ],
    "onderwijstraject": [PROFIEL, f"{BIJLAGE}stap-3-C-BBL-speciaal-opzet.docx"],
    "informatie": [f"{BIJLAGE}stap-4-B-Checklist-gesprek-werkgever.docx", FILM],
    "matching": [
        f"{BIJLAGE}stap-5-B-Brief-UWV-kandidaten.docx",
        f"{BIJLAGE}stap-5-B-Brief-SSFH-kandidaten.docx",
        f"{BIJLAGE}stap-5-B-zijinstroom-brief-werkgever-SSFH.docx",
        f"{BIJLAGE}stap-5-B-zijinstroom-brief-werkgever-UWV.docx",
        f"{BIJLAGE}stap-5-D-Overzicht-uitgangspunten.docx",
    ],
    "regelzaken": [
        BEROEPEN,
        SSFH,
        SUBSIDIEWIJZER,
        f"{BIJLAGE}stap-6-C-Model-Leer-arbeidsovereenkomst-BBL.docx",
        f"{BIJLAGE}stap-6-E-Aanvraagformulier-Tegemoetkoming-SSFH-Project-zij-instroom.xlsx",
        f"{BIJLAGE}stap-6-G-Formulier-financiering-blanco-kandidaten-zij-instroom.docx",
    ],
    "communicatie": [ARTIKEL],
    "planning": [f"{BIJLAGE}stap-8-Voorbeeld-Balkenplanning.xlsx"],
}
# These say themselves what they are: a home page, an article with its date, a list that changes.
ZONDER_CONTROLE = {REGIOPLUS, ARTIKEL, BEROEPEN}
VERLOPEN = ("covid", "corona", "1,5 meter", "salaristabel", "stimuleringsmaatregel", "euro", "€", "%")


def ontbreekt(verwacht: list[str], tekst: str) -> list[str]:
    return [deel for deel in verwacht if deel not in tekst]


def teksten() -> Iterator[tuple[str, str]]:
    """All that a visitor reads of the guide: where it stands, and the text."""
    for model in (Werkgevers, Gids, Gidsstap, Gidstekst, Taak, Gidslink, Mijlpaal, Brief):
        for rij in model.objects.all():
            for veld in tekstvelden(model):
                yield f"{rij} ({veld.name})", getattr(rij, veld.name)


def test_the_guide_has_the_eight_steps_of_the_source_in_its_order(inhoud):
    rijen = Gidsstap.objects.values_list("nummer", "naam", "slug", "zichtbaar", "gecontroleerd_op")

    assert list(rijen) == [
        (nummer, naam, slug, True, date(2026, 11, 22)) for nummer, (slug, naam) in enumerate(STAPPEN.items(), start=1)
    ]


@pytest.mark.parametrize("versie", VERSIES)
def test_short_versions_use_only_steps_four_to_six(inhoud, versie):
    nummers = Taak.objects.filter(gids__slug=versie).values_list("stap__nummer", flat=True)

    assert sorted(set(nummers)) == VERSIES[versie]


def test_every_checklist_has_four_to_twelve_tasks_of_one_sentence(inhoud):
    for stap in Gidsstap.objects.all():
        for versie, nummers in VERSIES.items():
            taken = [taak.tekst for taak in stap.taken.filter(gids__slug=versie)]

            assert 4 <= len(taken) <= 12 or (taken == [] and stap.nummer not in nummers)
            assert [taak for taak in taken if len(meet(taak).zinnen) != 1] == []


def test_every_step_says_why_in_two_to_four_sentences_and_who(inhoud):
    aantallen = {stap.slug: len(meet(stap.waarom).zinnen) for stap in Gidsstap.objects.all()}

    assert {slug: aantal for slug, aantal in aantallen.items() if not 2 <= aantal <= 4} == {}
    assert not Gidsstap.objects.filter(wie="").exists()
    assert not Gidsstap.objects.filter(let_op="").exists()


@pytest.mark.parametrize(("stap", "versie"), TAKEN)
def test_tasks_hold_the_facts(inhoud, stap, versie):
    taken = Taak.objects.filter(stap__slug=stap, gids__slug=versie).values_list("tekst", flat=True)

    assert ontbreekt(TAKEN[stap, versie], "\n".join(taken)) == []


@pytest.mark.parametrize("slug", STAPTEKSTEN)
def test_steps_hold_the_facts(inhoud, slug):
    stap = Gidsstap.objects.get(slug=slug)

    assert ontbreekt(STAPTEKSTEN[slug], f"{stap.waarom}\n{stap.wie}\n{stap.let_op}") == []


GIDSTEKSTEN = {
    "informatie": ["vóór je eerste gesprek met een huisarts", "op tijd stoppen"],
    "matching": ["sprak een huisarts twee mensen", "binnen 2 weken ja of nee"],
    "regelzaken": ["op papier voordat je begint", "uitkering? Dan vraag je die aan bij UWV", "SSFH", "in 2022"],
}


@pytest.mark.parametrize("slug", GIDSTEKSTEN)
def test_what_a_kandidaat_reads_of_a_step_holds_the_facts(inhoud, slug):
    tekst = Gidstekst.objects.get(stap__slug=slug, gids__slug="kandidaat")

    assert ontbreekt(GIDSTEKSTEN[slug], tekst.waarom) == []


@pytest.mark.parametrize("veld", TEKSTEN)
def test_introductions_hold_the_facts_and_say_for_whom_the_source_is(inhoud, veld):
    gids = Gids.objects.filter(slug=veld).first()

    assert ontbreekt(TEKSTEN[veld], gids.inleiding if gids else getattr(Werkgevers.objects.get(), veld)) == []


def test_no_number_comes_from_elsewhere(inhoud):
    getallen = {
        getal
        for model in (Gids, Gidsstap, Gidstekst, Taak, Werkgevers, Mijlpaal, Brief)
        for rij in model.objects.all()
        for veld in tekstvelden(model)
        for getal in re.findall(r"\d+(?:[.,]\d+)*", getattr(rij, veld.name))
    }

    assert getallen == GETALLEN


def test_what_has_lapsed_is_left_out(inhoud):
    gezien = [*teksten(), *((str(link), link.url) for link in Gidslink.objects.all())]

    assert [waar for waar, tekst in gezien for woord in VERLOPEN if woord in tekst.casefold()] == []


def test_weeks_stay_within_four_to_six_months(inhoud):
    eindes = [stap.begin_week + stap.weken - 1 for stap in Gidsstap.objects.all()]

    assert MAANDEN[0] <= max(eindes) <= MAANDEN[1]


def test_steps_begin_in_order_and_before_the_one_before_has_ended(inhoud):
    na_elkaar = Gidsstap.objects.exclude(slug__in=LOOPT_MEE)

    assert na_elkaar[0].begin_week == 1
    for een, ander in pairwise(na_elkaar):
        assert een.begin_week < ander.begin_week <= een.begin_week + een.weken


def test_communication_and_planning_run_along_until_the_end(inhoud):
    einde = max(stap.begin_week + stap.weken for stap in Gidsstap.objects.all())

    assert {stap.slug for stap in Gidsstap.objects.all() if stap.begin_week + stap.weken == einde} >= LOOPT_MEE


@pytest.mark.parametrize("stap", LINKS)
def test_links_are_those_of_the_source(inhoud, stap):
    assert list(Gidslink.objects.filter(stap__slug=stap).values_list("url", flat=True)) == LINKS[stap]


def test_links_of_that_time_say_so_and_the_desk_asks_to_check_them(inhoud):
    links = Gidslink.objects.exclude(url__in=ZONDER_CONTROLE)

    assert [link.url for link in links if not re.search(r"(2020|2022|2023)\.$", link.toelichting)] == []
    assert [link.url for link in links if "Nog controleren: of de links uit 2022" not in link.stap.bron] == []
    assert not Gidslink.objects.filter(url__in=ZONDER_CONTROLE, toelichting="").exists()


def test_school_holidays_are_found_at_the_government(inhoud):
    url = "https://www.rijksoverheid.nl/onderwerpen/schoolvakanties"

    assert Werkgevers.objects.get().schoolvakanties_url == url


def test_every_step_names_its_source_what_was_left_out_and_what_is_ours(inhoud):
    bron = "Draaiboek zij-instromers doktersassistent in de huisartsenpraktijk (LHV, 2022), stap {} en de bijlage"
    for stap in Gidsstap.objects.all():
        assert stap.bron.startswith(bron.format(stap.nummer))
        assert "weggelaten" in stap.bron.casefold()
        assert ontbreekt(["De weken zijn ons voorstel.", "Nog controleren: "], stap.bron) == []


def test_no_sentence_is_longer_than_visitors_read_with_ease(inhoud):
    assert [(waar, zin) for waar, tekst in teksten() for zin, aantal in meet(tekst).zinnen if aantal > LANGSTE] == []
    assert [waar for waar, tekst in teksten() if meet(tekst).te_lang] == []


def test_every_row_of_the_guide_passes_its_own_validation(inhoud):
    fouten = {}
    for model in (Werkgevers, Gids, Gidsstap, Gidstekst, Taak, Gidslink, Mijlpaal, Brief):
        for rij in model.objects.all():
            try:
                rij.full_clean()
            except ValidationError as fout:
                fouten[str(rij)] = fout.messages

    assert fouten == {}
