"""The facts of the source, written down here by hand and compared with what the fixtures load.

The source is the Sectoraal Ontwikkelpad Huisartsenzorg, version 1 of 6 February 2026. Its lost links
between functies, the moves outside the sector and its faults are as the design's list of facts has them.
"""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from functies.models import Beroepsvereiste, Competentie, Doorgroei, Functie, FunctieOpleiding, Werkveld, Zijpad
from opleidingen.models import Aanbieder, Opleiding
from tests.conftest import APPS
from uitgave.models import Uitgave
from verhalen.models import Verhaal

pytestmark = pytest.mark.een_database

DA = "doktersassistent"
LDA = "leidinggevend-doktersassistent"
TRIAGIST = "triagist"
LT = "leidinggevend-triagist"
POH = "praktijkondersteuner-huisartsenzorg"
GGZ = "praktijkondersteuner-ggz"
PVH = "praktijkverpleegkundige-huisartsenzorg"
VS = "verpleegkundig-specialist"
PA = "physician-assistant"
LM = "locatiemanager"
PM = "praktijkmanager"

SPOEDPOST = "huisartsenspoedpost"
ZORG = "huisartsenpraktijk-zorg"
LEIDING = "huisartsenpraktijk-leiding"

# naam, afkorting, werkveld, niveau of the opleidingen that fit
FUNCTIES = {
    DA: ("Doktersassistent", "DA", ZORG, 4),
    LDA: ("Leidinggevend doktersassistent", "", LEIDING, 4),
    TRIAGIST: ("Triagist", "", SPOEDPOST, 4),
    LT: ("Leidinggevend triagist", "", SPOEDPOST, 4),
    POH: ("Praktijkondersteuner Huisartsenzorg", "POH", ZORG, 5),
    GGZ: ("Praktijkondersteuner GGZ", "POH-GGZ", ZORG, 6),
    PVH: ("Praktijkverpleegkundige huisartsenzorg", "PVH", ZORG, 6),
    VS: ("Verpleegkundig specialist", "VS", ZORG, 7),
    PA: ("Physician assistant", "PA", ZORG, 7),
    LM: ("Locatiemanager", "", SPOEDPOST, 6),
    PM: ("Praktijkmanager", "", LEIDING, 6),
}

# naam, register, code, niveau, erkenning
OPLEIDINGEN = {
    "doktersassistent": ("Doktersassistent", "crebo", "25695", 4, "overheid"),
    "mbo-verpleegkunde": ("Mbo-Verpleegkunde", "crebo", "25655", 4, "overheid"),
    "praktijkondersteuner-huisarts": ("Praktijkondersteuner Huisarts", "croho", "80198", 5, "overheid"),
    "toegepaste-psychologie": ("Toegepaste Psychologie", "croho", "34507", 6, "overheid"),
    "social-work": ("Social Work", "croho", "34116", 6, "overheid"),
    "opleiding-tot-verpleegkundige": ("Opleiding tot Verpleegkundige", "croho", "34560", 6, "overheid"),
    "bachelor-of-nursing": ("Bachelor of Nursing", "croho", "30122", 6, "overheid"),
    "verpleegkunde": ("Verpleegkunde", "croho", "39283", 6, "overheid"),
    "advanced-nursing-practice": ("Advanced Nursing Practice", "croho", "49246", 7, "overheid"),
    "physician-assistant": ("Physician Assistant", "croho", "49115", 7, "overheid"),
    "human-resource-management": ("Human Resource Management", "croho", "34609", 6, "overheid"),
    "management-in-de-zorg": ("Management in de Zorg", "croho", "34538", 6, "overheid"),
    "management": ("Management", "croho", "34480", 6, "overheid"),
    "facility-management": ("Facility Management", "croho", "34500", 6, "overheid"),
    "diploma-triage": ("Diploma Triage", None, "", None, "branche"),
    "diploma-praktijkondersteuner-huisartsenzorg": (
        "Diploma Praktijkondersteuner Huisartsenzorg",
        None,
        "",
        None,
        "branche",
    ),
    "diploma-praktijkondersteuner-ggz": ("Diploma Praktijkondersteuner GGZ", None, "", None, "branche"),
    "diploma-praktijkverpleegkundige-huisartsenzorg": (
        "Diploma Praktijkverpleegkundige Huisartsenzorg",
        None,
        "",
        None,
        "branche",
    ),
}

AANBIEDERS_PER_DIPLOMA = {
    "diploma-triage": ["bureau-diplomering-triage"],
    "diploma-praktijkondersteuner-huisartsenzorg": ["nvvpo"],
    "diploma-praktijkondersteuner-ggz": ["landelijke-vereniging-poh-ggz", "nvvpo"],
    "diploma-praktijkverpleegkundige-huisartsenzorg": ["nvvpo"],
}

VAN_MANAGERS = [
    ("human-resource-management", "passend"),
    ("management-in-de-zorg", "passend"),
    ("management", "passend"),
    ("facility-management", "passend"),
]
VAN_TRIAGISTEN = [("doktersassistent", "passend"), ("mbo-verpleegkunde", "passend"), ("diploma-triage", "vereist")]
OPLEIDINGEN_PER_FUNCTIE = {
    DA: [("doktersassistent", "passend")],
    LDA: [("doktersassistent", "passend")],
    TRIAGIST: VAN_TRIAGISTEN,
    LT: VAN_TRIAGISTEN,
    POH: [("praktijkondersteuner-huisarts", "passend"), ("diploma-praktijkondersteuner-huisartsenzorg", "vereist")],
    GGZ: [
        ("toegepaste-psychologie", "passend"),
        ("social-work", "passend"),
        ("diploma-praktijkondersteuner-ggz", "vereist"),
    ],
    PVH: [
        ("opleiding-tot-verpleegkundige", "passend"),
        ("bachelor-of-nursing", "passend"),
        ("verpleegkunde", "passend"),
        ("diploma-praktijkverpleegkundige-huisartsenzorg", "vereist"),
    ],
    VS: [("advanced-nursing-practice", "passend")],
    PA: [("physician-assistant", "passend")],
    LM: VAN_MANAGERS,
    PM: VAN_MANAGERS,
}

BEROEPSVEREISTEN_PER_FUNCTIE = {
    DA: {"VOG"},
    LDA: {"VOG"},
    TRIAGIST: {"VOG"},
    LT: {"VOG"},
    POH: {"VOG"},
    GGZ: {"VOG"},
    PVH: {"VOG", "BIG-registratie"},
    VS: {"VOG", "BIG-registratie als verpleegkundig specialist"},  # "(ANP) BIG-registratie" in the source
    PA: {"VOG", "BIG-registratie"},
    LM: {"VOG"},
    PM: {"VOG"},
}

# What got a better name keeps its slug: sites of release 1.2 have it, and so do the files that refer to it.
DIAGNOSE = "een-diagnose-stellen-en-behandelen"
ANDERS_GENOEMD = {
    "anp-big-registratie": "big-registratie-als-verpleegkundig-specialist",
    "bewaken-wat-wel-en-niet-bij-het-vak-hoort": "erop-letten-wat-wel-en-niet-bij-je-vak-hoort",
    f"{DIAGNOSE}-met-een-helder-doel": f"{DIAGNOSE}-met-een-duidelijk-doel",
    "snel-omschakelen": "snel-kunnen-schakelen",
    "uit-jezelf-in-actie-komen": "zelf-initiatief-nemen",
    "werk-goed-organiseren": "je-werk-goed-organiseren",
}

# Each key is a bullet of the source, in its own words; the value holds the skills that stand for it.
SOCIAAL = {"goed-omgaan-met-mensen", "duidelijk-spreken-en-schrijven"}
SAMENWERKEN = {"goed-samenwerken", "werk-goed-organiseren"}
REFLECTEREN = {"blijven-leren", "terugkijken-op-je-eigen-werk", "je-werk-steeds-beter-doen"}
URGENTIE_EN_HANDELEN = {
    "inschatten-hoe-dringend-een-klacht-is",
    "advies-geven-dat-past-bij-de-patient",
    "medische-handelingen-uitvoeren",
}
URGENTIE_EN_HULP = {
    "inschatten-hoe-dringend-een-klacht-is",
    "advies-geven-dat-past-bij-de-patient",
    "zorgen-dat-iemand-de-juiste-hulp-krijgt",
}
ZORGVULDIG_PLANNEN = {"goed-plannen", "zorgvuldig-werken", "werk-goed-organiseren", "slim-omgaan-met-je-tijd"}
DIAGNOSE = {"een-diagnose-stellen-en-behandelen-met-een-helder-doel"}
MANAGEN = {"leidinggeven-aan-anderen", "anderen-motiveren", "anderen-bijsturen-als-het-nodig-is", "anderen-overtuigen"}
TACT = {"goed-omgaan-met-mensen", "met-tact-reageren", "graag-anderen-helpen"}
HOUDING = {"zelfstandig-werken", "uit-jezelf-in-actie-komen", "snel-omschakelen"}
MASTER = {
    "diagnosticeren en behandelen op grond van zorguitkomsten": DIAGNOSE,
    "als zelfstandig behandelaar zorg uitvoeren": {"zelfstandig-patienten-behandelen"},
    "onderwijzen en opleiden": {"anderen-lesgeven-en-opleiden"},
    "innovaties implementeren, kwaliteit verbeteren": {"vernieuwingen-invoeren", "de-zorg-beter-maken"},
    "gevoel voor leiderschap": {"gevoel-hebben-voor-leiderschap"},
}
COMPETENTIES_PER_PUNT = {
    DA: {
        "urgentie, adviseren, medische handelingen": URGENTIE_EN_HANDELEN,
        "sociaal, mondeling en schriftelijk": SOCIAAL,
        "samenwerken en organiseren": SAMENWERKEN,
        "plannen, organiseren en efficiënt werken": {
            "goed-plannen",
            "werk-goed-organiseren",
            "slim-omgaan-met-je-tijd",
        },
        "leren, reflecteren en verbeteren": REFLECTEREN,
    },
    LDA: {
        "plannen, structureren, coördineren en aansturen": {
            "goed-plannen",
            "zorgen-voor-structuur",
            "taken-op-elkaar-afstemmen",
            "leidinggeven-aan-anderen",
        },
        "urgentie, adviseren, medische handelingen": URGENTIE_EN_HANDELEN,
        "bewaakt de kwaliteit van zorgverlening": {"bewaken-dat-de-zorg-goed-is"},
        "bewaakt de grenzen van het vak": {"bewaken-wat-wel-en-niet-bij-het-vak-hoort"},
        "verbinden en duidelijkheid geven": {"mensen-in-het-team-verbinden", "duidelijk-zijn-voor-het-team"},
        "leren, reflecteren en verbeteren": REFLECTEREN,
    },
    TRIAGIST: {
        "patiëntgericht adviseren": {"advies-geven-dat-past-bij-de-patient"},
        "urgentie, adviseren, passende zorg": URGENTIE_EN_HULP,
        "samenwerken en organiseren": SAMENWERKEN,
        "plannen, zorgvuldige en efficiënte organisatie": ZORGVULDIG_PLANNEN,
        "kwaliteit van het eigen werk": {"bewaken-dat-je-eigen-werk-goed-is"},
    },
    LT: {
        "leidinggeven: motiveren, afstemmen, inlevingsvermogen": {
            "leidinggeven-aan-anderen",
            "anderen-motiveren",
            "goed-afstemmen-met-anderen",
            "je-inleven-in-een-ander",
        },
        "urgentie, adviseren, passende zorg": URGENTIE_EN_HULP,
        "samenwerken en organiseren": SAMENWERKEN,
        "plannen, zorgvuldige en efficiënte organisatie": ZORGVULDIG_PLANNEN,
        "kwaliteit van het eigen team": {"bewaken-dat-je-team-goed-werkt"},
    },
    POH: {
        "zelfstandig zorg verlenen": {"zelfstandig-zorg-geven"},
        "sociaal, mondeling en schriftelijk": SOCIAAL,
        "samenwerken en organiseren": SAMENWERKEN,
        "zorgvuldigheid en reflecterend vermogen": {"zorgvuldig-werken", "terugkijken-op-je-eigen-werk"},
        "doorzettingsvermogen en geduld": {"doorzetten", "geduld-hebben"},
    },
    GGZ: {
        "diagnosticeren en behandelen op grond van zorguitkomsten": DIAGNOSE,
        "sociaal, mondeling en schriftelijk": SOCIAAL,
        "samenwerken en organiseren": SAMENWERKEN,
        "onderzoekend en reflecterend vermogen": {"vragen-stellen-en-dingen-uitzoeken", "terugkijken-op-je-eigen-werk"},
        "wetenschap en sociale ontwikkelingen": {
            "interesse-hebben-in-wetenschap",
            "aanvoelen-wat-er-speelt-in-de-samenleving",
        },
    },
    PVH: {
        "diagnosticeren en behandelen op grond van zorguitkomsten": DIAGNOSE,
        "sociaal, mondeling en schriftelijk": SOCIAAL,
        "samenwerken en organiseren": SAMENWERKEN,
        "onderzoekend en reflecterend vermogen": {"vragen-stellen-en-dingen-uitzoeken", "terugkijken-op-je-eigen-werk"},
        "doorzettingsvermogen en geduld": {"doorzetten", "geduld-hebben"},
    },
    VS: MASTER,
    PA: MASTER,
    LM: {
        "leidinggeven: motiveren, corrigeren, overtuigen": MANAGEN,
        "sociaal: tact en hulpvaardigheid": TACT,
        "mondeling en schriftelijk": {"duidelijk-spreken-en-schrijven"},
        "zelfstandig, proactief, snel schakelen": HOUDING,
        "systematisch, ordentelijk, overzicht": {"ordelijk-en-stap-voor-stap-werken", "overzicht-houden"},
    },
    PM: {
        "leidinggeven: motiveren, corrigeren, overtuigen": MANAGEN,
        "sociaal: tact en hulpvaardigheid": TACT,
        "mondeling en schriftelijk": {"duidelijk-spreken-en-schrijven"},
        "zelfstandig, proactief, snel schakelen": HOUDING,
        "strategische vraagstukken: personeel en beleid": {"meedenken-over-grote-keuzes-zoals-personeel-en-beleid"},
    },
}
AANTAL_PUNTEN = {DA: 5, LDA: 6, TRIAGIST: 5, LT: 5, POH: 5, GGZ: 5, PVH: 5, VS: 5, PA: 5, LM: 5, PM: 5}

ZONDER_VERVOLG = {GGZ, VS, PA, LM, PM}

# A step that asks nothing beyond what the person already has bears no voorwaarde.
GETOONDE_STAPPEN = {
    (DA, TRIAGIST): "verdieping",
    (DA, LDA): "doorstroom",
    (DA, POH): "doorstroom",
    (DA, PM): "doorstroom",
    (TRIAGIST, LT): "doorstroom",
    (LT, LM): "doorstroom",
    (LDA, PM): "doorstroom",
    (POH, PVH): "doorstroom",
    (PVH, VS): "doorstroom",
    (PVH, PA): "doorstroom",
}
ZONDER_VOORWAARDE = {(DA, LDA), (TRIAGIST, LT)}
VERBORGEN_STAPPEN = {
    (DA, PA): "doorstroom",
    (TRIAGIST, DA): "verbreding",
    (LDA, POH): "doorstroom",
    (TRIAGIST, POH): "doorstroom",
    (POH, PM): "doorstroom",
    (POH, GGZ): "doorstroom",
    (PVH, GGZ): "doorstroom",
}

ZIJPADEN = {
    DA: ["Een polikliniek of specialistische afdeling van een ziekenhuis", "Een arbodienst", "Een schoolartsendienst"],
    POH: ["Een verpleeghuis", "De zorg voor mensen met een verstandelijke beperking", "De zorg voor asielzoekers"],
}

VERHALEN = {
    "Nathalie": (42, DA, ("Eerste aanspreekpunt", "Samenwerken", "Afwisselend")),
    "Zara": (35, TRIAGIST, ("Betrokkenheid", "Teamgevoel", "Snel schakelen")),
    "Amina": (28, LT, ("Coachend", "Verbinding", "Vertrouwen")),
    "Naomi": (27, POH, ("Zorgzaam", "Deskundig", "Betrokken")),
    "Fozia": (54, LM, ("Samenwerken", "Duurzaam handelen", "Team versterken")),
}


def per_functie(rijen):
    """Group pairs of a functie's slug and something else by functie, in the given order."""
    groepen = {}
    for slug, iets in rijen:
        groepen.setdefault(slug, []).append(iets)
    return groepen


def stappen(*, zichtbaar):
    rijen = Doorgroei.objects.filter(zichtbaar=zichtbaar).values_list("van__slug", "naar__slug", "soort")
    return {(van, naar): soort for van, naar, soort in rijen}


def test_functies_equal_the_source(inhoud):
    rijen = Functie.objects.values_list(
        "slug", "naam", "afkorting", "werkveld__slug", "vanaf_niveau__nlqf", "zichtbaar"
    )

    assert {slug: tuple(rest) for slug, *rest in rijen} == {slug: (*rij, True) for slug, rij in FUNCTIES.items()}


def test_name_on_the_card_is_the_name(inhoud):
    kort = {
        POH: "Praktijkondersteuner (POH)",
        GGZ: "Praktijkondersteuner GGZ (POH-GGZ)",
        PVH: "Praktijkverpleegkundige (PVH)",
    }

    kaartnamen = dict(Functie.objects.values_list("slug", "kaartnaam"))

    assert kaartnamen == {slug: kort.get(slug, naam) for slug, (naam, *_) in FUNCTIES.items()}


def test_werkvelden_are_our_three_lanes(inhoud):
    assert list(Werkveld.objects.values_list("slug", "naam", "kleur", "volgorde")) == [
        (SPOEDPOST, "Huisartsenspoedpost", "rood", 1),
        (ZORG, "Huisartsenpraktijk: zorg", "groen", 2),
        (LEIDING, "Huisartsenpraktijk: leiding", "paars", 3),
    ]


def test_opleidingen_equal_the_source(inhoud):
    velden = ("naam", "coderegister__slug", "code", "op_niveau__nlqf", "erkenning", "zichtbaar")
    rijen = Opleiding.objects.values_list("slug", *velden)

    assert {slug: tuple(rest) for slug, *rest in rijen} == {slug: (*rij, True) for slug, rij in OPLEIDINGEN.items()}


def test_no_code_lies_outside_its_register(inhoud):
    assert [opleiding for opleiding in Opleiding.objects.all() if opleiding.code_is_ongewoon()] == []


def test_opleidingen_hold_nothing_without_a_source(inhoud):
    assert set(Opleiding.objects.values_list("leeroverzicht_url", flat=True)) == {""}


def test_only_diplomas_have_aanbieders(inhoud):
    aanbieders = {
        opleiding.slug: sorted(opleiding.aanbieders.values_list("slug", flat=True))
        for opleiding in Opleiding.objects.filter(aanbieders__isnull=False).distinct()
    }

    assert aanbieders == AANBIEDERS_PER_DIPLOMA


def test_links_go_to_the_parties_of_the_source(inhoud):
    assert dict(Aanbieder.objects.values_list("slug", "url")) == {
        "bureau-diplomering-triage": "https://www.bureaudiplomeringtriage.nl",
        "nvvpo": "https://www.nvvpo.nl",
        "landelijke-vereniging-poh-ggz": "https://www.poh-ggz.nl",
    }
    assert dict(Beroepsvereiste.objects.values_list("naam", "url")) == {
        "VOG": "https://www.justis.nl",
        "BIG-registratie": "https://www.bigregister.nl",
        "BIG-registratie als verpleegkundig specialist": "https://www.bigregister.nl",
    }


def test_opleidingen_per_functie_equal_the_source_in_its_order(inhoud):
    rijen = FunctieOpleiding.objects.order_by("functie", "volgorde").values_list(
        "functie__slug", "opleiding__slug", "rol"
    )

    assert per_functie((functie, (opleiding, rol)) for functie, opleiding, rol in rijen) == OPLEIDINGEN_PER_FUNCTIE


def test_only_triage_is_asked_besides_an_opleiding_that_fits(inhoud):
    met_toelichting = FunctieOpleiding.objects.exclude(toelichting="").values_list(
        "functie__slug", "opleiding__slug", "toelichting"
    )

    assert set(met_toelichting) == {
        (TRIAGIST, "diploma-triage", "Je hebt dit diploma nodig naast een opleiding die past."),
        (LT, "diploma-triage", "Je hebt dit diploma nodig naast een opleiding die past."),
    }


def test_beroepsvereisten_per_functie_equal_the_source(inhoud):
    vereisten = {
        functie.slug: set(functie.beroepsvereisten.values_list("naam", flat=True)) for functie in Functie.objects.all()
    }

    assert vereisten == BEROEPSVEREISTEN_PER_FUNCTIE


def test_table_of_competenties_counts_every_point_of_the_source():
    assert {functie: len(punten) for functie, punten in COMPETENTIES_PER_PUNT.items()} == AANTAL_PUNTEN


def test_every_point_gives_competenties_and_no_competentie_is_without_a_point(inhoud):
    competenties = {
        functie.slug: set(functie.competenties.values_list("slug", flat=True)) for functie in Functie.objects.all()
    }

    assert competenties == {functie: set().union(*punten.values()) for functie, punten in COMPETENTIES_PER_PUNT.items()}


def test_every_competentie_belongs_to_a_functie(inhoud):
    gebruikt = set().union(*(skills for punten in COMPETENTIES_PER_PUNT.values() for skills in punten.values()))

    assert set(Competentie.objects.values_list("slug", "zichtbaar")) == {(slug, True) for slug in gebruikt}


def test_five_functies_have_no_further_step(inhoud):
    gezegd = set(Functie.objects.filter(geen_vervolg=True).values_list("slug", flat=True))
    zonder_stap = set(Functie.objects.values_list("slug", flat=True)) - {van for van, _ in stappen(zichtbaar=True)}

    assert gezegd == ZONDER_VERVOLG
    assert zonder_stap == ZONDER_VERVOLG


def test_ten_steps_are_shown(inhoud):
    assert stappen(zichtbaar=True) == GETOONDE_STAPPEN


def test_steps_that_nobody_confirmed_are_kept_but_not_shown(inhoud):
    assert stappen(zichtbaar=False) == VERBORGEN_STAPPEN


def test_every_hidden_step_says_that_it_is_not_confirmed(inhoud):
    bronnen = Doorgroei.objects.filter(zichtbaar=False).values_list("bron", flat=True)

    assert [bron for bron in bronnen if not bron.endswith("Nog niet bevestigd.")] == []


def test_every_shown_step_names_what_it_asks(inhoud):
    zonder = Doorgroei.objects.filter(zichtbaar=True, voorwaarde="").values_list("van__slug", "naar__slug")

    assert set(zonder) == ZONDER_VOORWAARDE


def test_zijpaden_lead_out_of_the_sector(inhoud):
    rijen = Zijpad.objects.order_by("functie", "volgorde").values_list("functie__slug", "omschrijving")

    assert per_functie(rijen) == ZIJPADEN


def test_verhalen_equal_the_source(inhoud):
    rijen = Verhaal.objects.values_list(
        "voornaam", "leeftijd", "functie__slug", "kernwoord_1", "kernwoord_2", "kernwoord_3"
    )

    verhalen = {naam: (leeftijd, functie, tuple(kernwoorden)) for naam, leeftijd, functie, *kernwoorden in rijen}

    assert verhalen == VERHALEN


def test_first_edition_is_that_of_the_source(inhoud):
    assert list(Uitgave.objects.values_list("nummer", "datum")) == [("1", date(2026, 2, 6))]


def test_what_must_still_be_checked_says_so(inhoud):
    codes = {"25695", "25655", "30122", "39283", "34480"}
    nog_te_doen = {*codes, *(slug for slug in OPLEIDINGEN if slug.startswith("diploma-"))}

    opleidingen = Opleiding.objects.filter(bron__contains="Nog controleren: ")
    vereisten = Beroepsvereiste.objects.filter(bron__contains="Nog controleren: ")

    assert {opleiding.code or opleiding.slug for opleiding in opleidingen} == nog_te_doen
    assert [vereiste.naam for vereiste in vereisten] == ["VOG"]


def test_every_slug_follows_from_the_name_that_the_row_had_first(inhoud):
    rijen = [
        (rij.slug, slugify(rij.voornaam if isinstance(rij, Verhaal) else rij.naam))
        for model in (Aanbieder, Beroepsvereiste, Competentie, Functie, Opleiding, Verhaal, Werkveld)
        for rij in model.objects.all()
    ]

    assert {slug: naam for slug, naam in rijen if slug != naam} == ANDERS_GENOEMD


def test_every_row_passes_its_own_validation(inhoud):
    fouten = {}
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            for rij in model._default_manager.all():
                try:
                    rij.full_clean(exclude=["document"] if model is Uitgave else None)
                except ValidationError as fout:
                    fouten[f"{model.__name__} {rij}"] = fout.messages

    assert fouten == {}
