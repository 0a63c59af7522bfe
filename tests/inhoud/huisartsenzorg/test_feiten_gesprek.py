"""The facts behind the career conversation and the leerwegen, compared with what the fixtures load.

The sources are the presentation for SSFH of 17 May 2022 (doelgroepen, leerwegen, ways to coach, ten
points), the draaiboek zij-instromers doktersassistent of 2022 (BOL and BBL, the checklist, who helps)
and the Sectoraal Ontwikkelpad itself. Of 2022 no amount and no rule may be shown as if it still held.
"""

import re
from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from functies.keuzes import Stapsoort as Soort
from functies.models import Functie
from ontwikkelpad.models import Ontwikkelpad
from redactie.kwaliteit.leesbaarheid import LANGSTE, meet
from redactie.kwaliteit.tekstvelden import tekstvelden
from werkgevers.keuzes import Moment, Voor
from werkgevers.models import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Leerweg,
    Regeling,
)

pytestmark = pytest.mark.een_database

SCHOLIER = "scholier"
WERKZOEKENDE = "werkzoekende-zonder-relevante-ervaring"
BEROEPSKRACHT = "beroepskracht-of-herintreder"

MBO = {"mbo-1", "mbo-2", "mbo-3", "mbo-4"}
HOGER = {"associate-degree", "hbo-bachelor", "hbo-master"}

# Source 001 puts three groups beside three kinds of leerweg; BBL, duaal and PTO are one kind. PTO it does not
# explain, so it is no leerweg here. Who follows one of the two masters, which are duaal only, works in care already.
# The law has the derde leerweg, and voltijd and deeltijd: whom those suit is ours. The levels are those of the law.
LEERWEGEN = {
    "bol": ([SCHOLIER], MBO),
    "bbl": ([WERKZOEKENDE], MBO),
    "derde-leerweg": ([BEROEPSKRACHT], MBO),
    "voltijd": ([SCHOLIER], HOGER),
    "deeltijd": ([WERKZOEKENDE, BEROEPSKRACHT], HOGER),
    "duaal": ([WERKZOEKENDE, BEROEPSKRACHT], HOGER),
    "onderwijs-op-maat": ([BEROEPSKRACHT], set()),
}

TIEN_PUNTEN = (
    ("BOT", "BPV"),
    ("bol", "bbl", "derde leerweg"),
    ("grotere schaal", "wijkzorgcentrum"),
    ("samen", "bouw", "techniek", "samenwerkingsverbanden"),
    ("losse delen", "modules"),
    ("leerbedrijven", "aspirant"),
    ("mbo-scholen", "bouwtent", "ROC van Twente", "Clickt!", "HBA", "MBO Utrecht"),
    ("doen", "terugkijken", "vastleggen"),
    ("eenvoudige", "moeilijke taken"),
    ("vmbo", "mbo", "hbo"),
)

GESPREK = (Doelgroep, Leerweg, Regeling, Contactpunt, Gespreksvraag, Begeleiding, Artikel)
TIEN = "tien-punten-over-leren-in-de-praktijk"
KLAAR = "is-jouw-praktijk-klaar-om-iemand-op-te-leiden"


def punten(slug):
    return [f"{punt.kop}. {punt.tekst}" for punt in Artikelpunt.objects.filter(artikel__slug=slug)]


def teksten():
    """Every sentence of these rows that a visitor may read, hidden rows too, with the bron."""
    for model in (*GESPREK, Artikelpunt):
        for rij in model.objects.all():
            for veld in (*tekstvelden(model), *(veld for veld in model._meta.fields if veld.name == "bron")):
                yield f"{model.__name__} {rij}, {veld.name}", getattr(rij, veld.name)


def test_doelgroepen_equal_the_source(inhoud):
    assert list(Doelgroep.objects.values_list("slug", "naam")) == [
        (SCHOLIER, "Scholier"),
        (WERKZOEKENDE, "Werkzoekende zonder relevante ervaring"),
        (BEROEPSKRACHT, "Beroepskracht of herintreder"),
    ]


def test_each_leerweg_suits_the_group_beside_it_in_the_source_at_the_levels_of_the_law(inhoud):
    gevonden = {
        rij.slug: ([groep.slug for groep in rij.doelgroepen.all()], {niveau.slug for niveau in rij.niveaus.all()})
        for rij in Leerweg.objects.all()
    }

    assert gevonden == LEERWEGEN
    assert list(gevonden) == list(LEERWEGEN)


def test_every_leerweg_says_that_the_pairing_is_ours(inhoud):
    assert [
        rij.slug
        for rij in Leerweg.objects.all()
        if not re.search("lezen wij uit de volgorde|past, is onze inschatting", rij.bron)
    ] == []


def test_days_of_bol_and_bbl_equal_the_source(inhoud):
    rijen = {rij.slug: (rij.school, rij.werk) for rij in Leerweg.objects.filter(slug__in=["bol", "bbl"])}

    assert rijen == {
        "bol": ("Het grootste deel van je week zit je op school.", "Je loopt twee keer een aantal weken stage."),
        "bbl": ("Je hebt 1 dag in de week school.", "Je leert 3 of 4 dagen in de week op een werkplek in de praktijk."),
    }


def test_hours_of_bbl_equal_the_source(inhoud):
    bbl = Leerweg.objects.get(slug="bbl")

    assert re.findall(r"(\w+) (\d+) uur", bbl.uitleg) == [("officieel", "16"), ("minstens", "24")]
    assert "leerarbeidsovereenkomst" in bbl.contract


def test_what_the_source_does_not_say_of_a_leerweg_has_no_number_and_no_contract(inhoud):
    rijen = Leerweg.objects.exclude(slug__in=["bol", "bbl"])

    gezegd = {rij.slug: f"{rij.uitleg} {rij.school} {rij.werk} {rij.geschikt}" for rij in rijen}
    assert {slug: getallen for slug, tekst in gezegd.items() if (getallen := re.findall(r"\d+", tekst))} == {
        "voltijd": ["60"]  # studiepunten of a year: WHW, art. 7.4
    }
    assert {rij.contract for rij in rijen} == {""}


def test_ways_to_coach_are_the_four_of_the_source(inhoud):
    assert list(Begeleiding.objects.values_list("slug", flat=True)) == [
        "instrueren",
        "begeleiden",
        "ondersteunen",
        "delegeren",
    ]


@pytest.mark.parametrize(
    ("slug", "taak", "relatie"),
    [
        ("instrueren", "veel", "weinig"),
        ("begeleiden", "veel", "veel"),
        ("ondersteunen", "weinig", "veel"),
        ("delegeren", "weinig", "weinig"),
    ],
)
def test_each_way_to_coach_stands_in_its_place_of_the_source(inhoud, slug, taak, relatie):
    bron = Begeleiding.objects.get(slug=slug).bron

    assert re.findall(r"(veel|weinig) (?:gericht )?op de (taak|relatie)", bron) == [
        (taak, "taak"),
        (relatie, "relatie"),
    ]


def test_every_way_to_coach_has_questions_and_the_first_is_about_learning(inhoud):
    vragen = {rij.slug: re.findall(r": ([^.?]*\?)", rij.uitleg) for rij in Begeleiding.objects.all()}

    assert {slug: len(lijst) for slug, lijst in vragen.items()} == dict.fromkeys(vragen, 2)
    assert [slug for slug, lijst in vragen.items() if not re.search("leren|leervraag", lijst[0])] == []


def test_there_are_questions_for_everybody_at_every_moment_and_for_every_way_to_grow(inhoud):
    vragen = Gespreksvraag.objects.all()
    algemeen = vragen.filter(soort="", functie=None)

    assert set(algemeen.values_list("moment", "voor")) == {(moment, voor) for moment in Moment for voor in Voor}
    assert set(vragen.exclude(soort="").values_list("soort", flat=True)) == set(Soort)
    verbreding = vragen.filter(soort=Soort.VERBREDING)
    assert set(verbreding.values_list("voor", flat=True)) == set(Voor)
    assert set(verbreding.values_list("moment", flat=True)) == {Moment.DOEL, Moment.AFSPRAKEN}


def test_questions_stand_in_the_order_of_the_conversation(inhoud):
    momenten = list(Gespreksvraag.objects.values_list("moment", flat=True))

    assert momenten == sorted(momenten, key=list(Moment).index)
    assert set(Counter(Gespreksvraag.objects.values_list("volgorde", flat=True)).values()) == {1}


def test_every_functie_has_questions_of_its_own_for_both_who_talk(inhoud):
    per_functie = {functie.slug: list(functie.gespreksvragen.all()) for functie in Functie.objects.zichtbaar()}

    assert {slug: len(vragen) for slug, vragen in per_functie.items() if not 3 <= len(vragen) <= 4} == {}
    for vragen in per_functie.values():
        wie = {vraag.voor for vraag in vragen}
        assert Voor.KANDIDAAT in wie
        assert wie & {Voor.WERKGEVER, Voor.SAMEN}
        assert {vraag.moment for vraag in vragen} == {Moment.DOEL}
    assert Gespreksvraag.objects.exclude(functie=None).count() == sum(map(len, per_functie.values()))


def test_a_question_is_short_and_open(inhoud):
    vragen = Gespreksvraag.objects.values_list("vraag", flat=True)

    assert [vraag for vraag in vragen if len(vraag.split()) > 15] == []
    assert [vraag for vraag in vragen if re.match(r"(Is|Ben|Heb|Kun|Wil|Vind|Doe|Ga|Durf)\b", vraag)] == []


def test_questions_are_our_own_and_say_so(inhoud):
    assert list(Gespreksvraag.objects.exclude(bron__startswith="Eigen vraag, bij ")) == []
    assert list(Gespreksvraag.objects.exclude(vraag__contains="?")) == []


def test_contact_points_and_their_links_equal_the_sources(inhoud):
    assert list(Contactpunt.objects.values_list("slug", "url")) == [
        ("regionaal-werkcentrum", Ontwikkelpad.objects.get().hulp_url),
        ("ssfh", "https://www.ssfh.nl/stages-en-scholing/"),
        ("uwv-werkgeversservicepunt", "https://www.uwv.nl"),
        ("lhv-bureau-in-jouw-regio", "https://www.lhv.nl"),
    ]


# Where something of it is known: who asks for it, at which functies and leerwegen. Of 2022 two are kept out of sight.
BIJ_STAGE = [
    "doktersassistent",
    "leidinggevend-doktersassistent",
    "leidinggevend-triagist",
    "praktijkondersteuner-ggz",
    "praktijkverpleegkundige-huisartsenzorg",
    "triagist",
]
REGELINGEN = {
    "slim-scholingssubsidie": ("werkgever", [], [], True),
    "bijdrage-van-ssfh-aan-zij-instroom": ("werkgever", [], [], False),
    "lhv-subsidiewijzer": ("werkgever", [], [], False),
    "scholing-via-uwv": ("kandidaat", [], [], True),
    "bijdrage-van-ssfh-aan-begeleiding-en-stage": ("werkgever", [], [], True),
    "stagefonds-zorg": ("werkgever", BIJ_STAGE, [], True),
    "subsidieregeling-praktijkleren": ("werkgever", [], ["bbl"], True),
}


def test_each_regeling_says_for_whom_it_is_and_of_2022_only_in_general(inhoud):
    rijen = {
        rij.slug: (
            rij.voor,
            sorted(functie.slug for functie in rij.functies.all()),
            [leerweg.slug for leerweg in rij.leerwegen.all()],
            rij.zichtbaar,
        )
        for rij in Regeling.objects.all()
    }

    assert rijen == REGELINGEN
    for rij in Regeling.objects.filter(zichtbaar=True):
        assert rij.url.startswith("https://")
        assert rij.aanvragen
        assert "2022" not in rij.uitleg


def test_a_functie_of_the_stagefonds_has_an_opleiding_of_its_list(inhoud):
    op_de_lijst = {"doktersassistent", "mbo-verpleegkunde", "social-work", "opleiding-tot-verpleegkundige"}
    functies = Functie.objects.zichtbaar().filter(opleidingen__slug__in=op_de_lijst)

    assert sorted(set(functies.values_list("slug", flat=True))) == BIJ_STAGE


def test_only_the_regeling_whose_last_day_is_published_has_one(inhoud):
    dagen = {rij.slug: (rij.geldig_van, rij.geldig_tot) for rij in Regeling.objects.all()}

    assert dagen == dict.fromkeys(REGELINGEN, (None, None)) | {"stagefonds-zorg": (None, date(2027, 7, 31))}


def test_ten_points_equal_the_source_in_its_order(inhoud):
    gevonden = punten(TIEN)

    ontbreekt = [
        (nummer, woord)
        for nummer, (tekst, woorden) in enumerate(zip(gevonden, TIEN_PUNTEN, strict=True), start=1)
        for woord in woorden
        if woord.casefold() not in tekst.casefold()
    ]
    assert ontbreekt == []


def test_ten_points_are_said_to_be_for_schools_and_the_sector(inhoud):
    assert "bedoeld voor scholen en voor de sector" in Artikel.objects.get(slug=TIEN).inleiding


def test_each_of_the_ten_points_has_three_sentences_at_most(inhoud):
    aantallen = [len(meet(punt.tekst).zinnen) for punt in Artikelpunt.objects.filter(artikel__slug=TIEN)]

    assert [aantal for aantal in aantallen if not 1 <= aantal <= 3] == []


def test_checklist_asks_what_the_sources_ask(inhoud):
    lijst = punten(KLAAR)
    gevraagd = (
        *("al kan", "leervragen", "taken", "begeleiding", "past bij deze persoon"),  # source 001
        *("erkend leerbedrijf", "wie de kandidaat begeleidt", "uren", "ruimte", "inwerkprogramma", "verwacht"),
        *("contactmomenten", "niet klikt", "ziekte en proeftijd", "kosten", "toekomst"),  # source 003
    )

    assert [woord for woord, punt in zip(gevraagd, lijst, strict=True) if woord not in punt] == []
    assert [punt for punt in Artikelpunt.objects.filter(artikel__slug=KLAAR) if not punt.tekst] == []


def test_there_is_one_article_and_one_checklist(inhoud):
    assert list(Artikel.objects.values_list("slug", "soort")) == [(KLAAR, "checklist"), (TIEN, "artikel")]


def test_all_but_what_may_have_lapsed_is_shown(inhoud):
    verborgen = [rij for model in GESPREK for rij in model.objects.filter(zichtbaar=False)]

    assert {type(rij) for rij in verborgen} == {Regeling}


def test_every_row_has_the_day_of_the_check(inhoud):
    dagen = {dag for model in GESPREK for dag in model.objects.values_list("gecontroleerd_op", flat=True)}

    assert dagen == {date(2026, 11, 22), date(2026, 11, 29)}


def test_what_must_still_be_checked_says_so(inhoud):
    open_werk = {rij.slug for model in GESPREK for rij in model.objects.filter(bron__contains="Nog controleren")}

    assert open_werk == {
        *LEERWEGEN,
        *Regeling.objects.values_list("slug", flat=True),
        *("ssfh", "uwv-werkgeversservicepunt", "lhv-bureau-in-jouw-regio"),
        *(TIEN, KLAAR),
    }


def test_no_amount_and_nobody_to_reach_is_published(inhoud):
    verboden = re.compile(
        r"€|\beuro\b|\bpercent|\bprocent|%|@|\b0\d{2,3}[- ]?\d{6}|van der Meer|Elsink|Smulders|corona", re.I
    )

    assert [waar for waar, tekst in teksten() if verboden.search(tekst)] == []


def test_no_sentence_is_longer_than_twenty_words(inhoud):
    assert [(waar, meet(tekst).langste) for waar, tekst in teksten() if meet(tekst).langste[1] > LANGSTE] == []


def test_every_slug_follows_from_its_name(inhoud):
    namen = [
        (rij.slug, slugify(rij.kop if isinstance(rij, Artikel) else rij.naam.split(" (")[0]))
        for model in (Doelgroep, Leerweg, Regeling, Contactpunt, Begeleiding, Artikel)
        for rij in model.objects.all()
    ]

    assert [(slug, verwacht) for slug, verwacht in namen if slug != verwacht] == []


def test_every_row_passes_its_own_validation(inhoud):
    fouten = {}
    for model in (*GESPREK, Artikelpunt):
        for rij in model.objects.all():
            try:
                rij.full_clean()
            except ValidationError as fout:
                fouten[f"{model.__name__} {rij}"] = fout.messages

    assert fouten == {}
