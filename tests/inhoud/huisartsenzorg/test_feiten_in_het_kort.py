"""Every feit of our content, written down here by hand with its source, and compared with what the fixtures load.

The facts are those of the design's list. A source that nobody could open when they were gathered is to be checked: the
row says so, and it stands on the desk.
"""

import pytest

from feiten.kort import in_het_kort
from feiten.models import Feit, Onderwerp
from functies.document import Functie
from tests.inhoud.huisartsenzorg.test_feiten import DA, GGZ, LDA, LM, LT, PA, PM, POH, PVH, TRIAGIST, VS
from uitgave.vinden import zoek

pytestmark = pytest.mark.een_database

# What the bron of a feit names, and whether it is still to be checked.
PAD = ("Sectoraal Ontwikkelpad Huisartsenzorg, versie 1 (6 februari 2026)", False)
DRAAIBOEK = ("Draaiboek zij-instromers doktersassistent (2022)", False)
EIGEN = ("De indeling in werkvelden is van de redactie", True)
LHV, NVDA, NVVPO = ("LHV", True), ("NVDA", True), ("NVvPO", True)
POST = ("alleen voor de huisartsenpost", True)
DUO = ("DUO, overzicht opleidingen hoger onderwijs, 4 augustus 2026 (CC BY)", False)
DUO_EC = ("DUO, overzicht opleidingen hoger onderwijs, 4 augustus 2026 (CC BY)", True)
ALGEMEEN = ("Toelating in het algemeen", True)
MASTER = ("De master vraagt", True)
JBH = ("Jeroen Bosch Huisartsen", True)
WEB = ("WEB, artikel 7.2.2", True)

PRAKTIJK, SPOEDPOST = "Huisartsenpraktijk", "Huisartsenspoedpost"
ONREGELMATIG = "Ook avond, nacht en weekend"
FUNCTIES = {
    "waar-je-werkt": {
        DA: (PRAKTIJK, "", DRAAIBOEK),
        LDA: (PRAKTIJK, "", PAD),
        TRIAGIST: (SPOEDPOST, "", PAD),
        LT: (SPOEDPOST, "", PAD),
        POH: (PRAKTIJK, "", PAD),
        GGZ: (PRAKTIJK, "", PAD),
        PVH: (PRAKTIJK, "", EIGEN),
        VS: (PRAKTIJK, "", EIGEN),
        PA: (PRAKTIJK, "", PAD),
        LM: (SPOEDPOST, "", PAD),
        PM: (PRAKTIJK, "", PAD),
    },
    "werktijden": {
        DA: ("Vaste werktijden", "", DRAAIBOEK),
        TRIAGIST: (ONREGELMATIG, "ja", PAD),
        LT: (ONREGELMATIG, "ja", PAD),
    },
    "contact-met-patienten": {
        DA: ("Ja, balie, telefoon en online", "ja", PAD),
        LDA: ("Ja, naast het leidinggeven", "ja", PAD),
        TRIAGIST: ("Ja, aan de telefoon", "ja", PAD),
        LT: ("Ja, aan de telefoon", "ja", PAD),
        POH: ("Ja", "ja", PAD),
        GGZ: ("Ja", "ja", PAD),
        PVH: ("Ja", "ja", PAD),
        VS: ("Ja", "ja", PAD),
        PA: ("Ja, op je eigen spreekuur", "ja", PAD),
        PM: ("Nee", "nee", PAD),
    },
    "leidinggeven": {
        LDA: ("Ja, aan doktersassistenten", "ja", PAD),
        LT: ("Ja, aan triagisten", "ja", PAD),
        LM: ("Je moet het kunnen", "deels", PAD),
        PM: ("Ja, aan een team", "ja", PAD),
    },
    "telefoon": {
        DA: ("Ja", "ja", PAD),
        TRIAGIST: ("Ja, patiënten bellen jou als eerste", "ja", PAD),
        LT: ("Ja, naast het leiden van je team", "ja", PAD),
    },
    "soort-klachten": {
        POH: ("Vooral lichamelijk, en ook psychisch en sociaal", "deels", PAD),
        GGZ: ("Vooral psychische klachten", "ja", PAD),
        PVH: ("Lichamelijk, en ook psychisch en sociaal", "deels", PAD),
        PA: ("Vooral lichamelijke klachten", "nee", PAD),
    },
    "schaal-in-de-cao": {
        DA: ("Schaal 4 of 5", "", LHV),
        LDA: ("Schaal 6", "", LHV),
        TRIAGIST: ("Schaal 4, 5 of 6", "", NVDA),
        LT: ("Schaal 6", "", LHV),
        POH: ("Schaal 7", "", LHV),
        GGZ: ("Schaal 8 of 9", "", NVVPO),
        VS: ("Schaal 8 of 9 (spoedpost)", "", POST),
        PA: ("Schaal 8 of 9 (spoedpost)", "", POST),
        LM: ("Schaal 7, 8 of 9", "", LHV),
        PM: ("Schaal 7, 8 of 9", "", LHV),
    },
}
JAAR_VAN_DE_SCHAAL = {DA: 2020, LDA: 2020, TRIAGIST: 2023, LT: 2020, POH: 2021, GGZ: 2022, PM: 2019}
# EC, and the forms that are offered.
HOGER_ONDERWIJS = {
    "praktijkondersteuner-huisarts": (120, "Deeltijd of duaal"),
    "toegepaste-psychologie": (240, "Voltijd of deeltijd"),
    "social-work": (240, "Voltijd, deeltijd of duaal"),
    "opleiding-tot-verpleegkundige": (240, "Voltijd, deeltijd of duaal"),
    "human-resource-management": (240, "Voltijd of deeltijd"),
    "management-in-de-zorg": (240, "Voltijd, deeltijd of duaal"),
    "facility-management": (240, "Voltijd of deeltijd"),
    "advanced-nursing-practice": (120, "Duaal"),
    "physician-assistant": (150, "Duaal"),
}
MBO = ("doktersassistent", "mbo-verpleegkunde")
MASTERS = ("advanced-nursing-practice", "physician-assistant")
HBO = [slug for slug in HOGER_ONDERWIJS if slug not in MASTERS]
OPLEIDINGEN = {
    "duur": {
        "doktersassistent": ("Meestal 3 jaar", "", JBH),
        **{s: ("4 jaar voltijd", "", DUO_EC) for s, (_, vorm) in HOGER_ONDERWIJS.items() if "oltijd" in vorm},
    },
    "studielast": {slug: (f"{ec} EC (studiepunten)", "", DUO_EC) for slug, (ec, _) in HOGER_ONDERWIJS.items()},
    "vorm": {slug: (vorm, "", DUO) for slug, (_, vorm) in HOGER_ONDERWIJS.items()},
    "leerweg": dict.fromkeys(MBO, ("Bol of bbl", "", WEB)),
    "toelating": {
        **dict.fromkeys(MBO, ("Vmbo, havo of vwo, of mbo 2 of 3. De school beslist.", "", ALGEMEEN)),
        **dict.fromkeys(HBO, ("Havo, vwo of mbo 4. De school beslist.", "", ALGEMEEN)),
        MASTERS[0]: ("Hbo-opleiding tot verpleegkundige. De school beslist.", "", MASTER),
        MASTERS[1]: ("Hbo-bachelor in de zorg en 2 jaar werk met patiënten. De school beslist.", "", MASTER),
        "diploma-triage": ("Een zorgdiploma op mbo 4. De school beslist.", "", NVDA),
    },
}


def gevonden(veld, tabel):
    """The feiten about one kind of row, with the source that the table names where the bron names it."""
    feiten = Feit.objects.filter(**{f"{veld}__isnull": False}).select_related("onderwerp", veld)
    rijen = {}
    for feit in feiten:
        onderwerp, slug = feit.onderwerp.slug, getattr(feit, veld).slug
        naam, _ = tabel.get(onderwerp, {}).get(slug, ("", "", ("", False)))[2]
        bron = (naam if naam in feit.bron else feit.bron, "Nog controleren: " in feit.bron)
        rijen.setdefault(onderwerp, {})[slug] = (feit.waarde, feit.antwoord, bron)
    return rijen


def test_the_feiten_about_functies_equal_the_sources(inhoud):
    feiten = gevonden("functie", FUNCTIES)

    assert {onderwerp: feiten[onderwerp] for onderwerp in FUNCTIES} == FUNCTIES


def test_the_feiten_about_opleidingen_equal_the_sources(inhoud):
    assert gevonden("opleiding", OPLEIDINGEN) == OPLEIDINGEN


def test_a_scale_is_named_with_its_year_and_never_as_an_amount(inhoud):
    schalen = Feit.objects.filter(onderwerp__slug="schaal-in-de-cao")

    jaren = {feit.functie.slug: feit.stand for feit in schalen}
    zonder = "Cao Huisartsenzorg, jaar niet bekend"
    assert jaren == dict.fromkeys(jaren, zonder) | {
        slug: f"Cao Huisartsenzorg, stand {jaar}" for slug, jaar in JAAR_VAN_DE_SCHAAL.items()
    }
    assert not [feit for feit in Feit.objects.all() if "€" in feit.waarde + feit.toelichting]


def test_nobody_is_sent_to_a_place_where_a_functie_is_not(inhoud):
    waar = {feit.functie.slug: feit.waarde for feit in Feit.objects.filter(onderwerp__slug="waar-je-werkt")}
    fout = []
    for slug, functie in inhoud.alle(Functie).items():
        for wie, _ in in_het_kort(inhoud, functie).onbekend:
            genoemd = {plek for plek in (PRAKTIJK, SPOEDPOST) if plek.lower().removeprefix("huisartsen") in wie}
            fout += [(slug, wie) for plek in genoemd if plek not in waar[slug]]

    assert fout == []
    assert set(waar.values()) == {PRAKTIJK, SPOEDPOST}
    assert [wie for wie, _ in in_het_kort(inhoud, inhoud.alle(Functie)[DA]).onbekend] == ["Vraag het de werkgever."]


def test_nothing_is_said_of_what_an_opleiding_costs(inhoud):
    assert Onderwerp.objects.get(slug="kosten").url
    assert not Feit.objects.filter(onderwerp__slug="kosten").exists()


def test_the_desk_asks_about_the_code_that_the_source_does_not_name(inhoud):
    [feit] = Feit.objects.filter(bron__contains="80204")

    assert feit.opleiding.slug == "praktijkondersteuner-huisarts"
    assert "Nog controleren: het overzicht noemt ook code 80204" in feit.bron


@pytest.mark.parametrize(
    ("vraag", "slug"),
    [
        *((vraag, "schaal-in-de-cao") for vraag in ("salaris", "cao", "loon", "wat verdien je", "inkomen")),
        *((vraag, "kosten") for vraag in ("kosten", "wat kost de opleiding", "collegegeld")),
        *((vraag, "duur") for vraag in ("hoe lang duurt het", "hoelang duurt de opleiding", "duur")),
        *((vraag, "werktijden") for vraag in ("werktijden", "avonddienst", "nachtdiensten")),
        *((vraag, "toelating") for vraag in ("toelating",)),
    ],
)
def test_what_a_kandidaat_asks_leads_to_an_answer(client, inhoud, vraag, slug):
    resultaat = zoek(inhoud, vraag)
    adressen = [vondst.adres for vondst in resultaat.vondsten[:3]]
    adressen += [adres for _, adres, _ in resultaat.antwoord.links] if resultaat.antwoord else []

    assert f"/in-het-kort/{slug}/" in adressen
    assert client.get(f"/in-het-kort/{slug}/").status_code == 200


def test_who_asks_for_evening_work_finds_the_functies_that_have_it(inhoud):
    namen = [vondst.naam for vondst in zoek(inhoud, "avonddienst").vondsten[:2]]

    assert sorted(namen) == ["Leidinggevend triagist", "Triagist"]
