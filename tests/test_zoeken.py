import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench import veel_dingen
from zoeken.ding import Ding, Veld
from zoeken.index import TEKENS, WOORDEN, Index

pytestmark = pytest.mark.een_database

F, O, B, C, V = "Functie", "Opleiding", "Beroepsvereiste", "Competentie", "Verhaal"  # noqa: E741


def ding(naam, *velden, soort=F, rang=0):
    return Ding(soort, naam.lower().replace(" ", "-"), naam, (Veld("", naam, 10), *velden), rang=rang)


def namen(index, vraag):
    return [treffer.ding.naam for treffer in index.zoek(vraag)]


def test_nothing_is_found_for_nothing():
    index = Index([ding("Triagist")])

    assert [index.zoek(vraag) for vraag in ("", "   ", "?!…", "🙂", "\0", "\ud800", "'’", "-", "qqqqq")] == [[]] * 9
    assert Index([]).zoek("triagist") == []
    assert Index([]).suggesties("triagist") == []
    assert index.zoek("triagist", hoogstens=0) == []


@pytest.mark.parametrize("vraag", ["poh-ggz", "poh ggz", "pohggz", "POH GGZ", "POH‑GGZ", " Poh  - ggz "])
def test_a_hyphen_may_be_a_space_or_nothing(vraag):
    index = Index([ding("Praktijkondersteuner", Veld("Afkorting", "POH-GGZ", 10)), ding("POH")])

    assert index.zoek(vraag) == index.zoek("poh-ggz")
    assert namen(index, vraag)[0] == "Praktijkondersteuner"


def test_accents_case_and_apostrophes_do_not_count():
    index = Index([ding("Patiënten begeleiden"), ding("Foto’s maken")])

    assert namen(index, "PATIENTEN") == namen(index, "patie\u0308nten") == ["Patiënten begeleiden"]
    assert namen(index, "fotos") == namen(index, "foto's") == ["Foto’s maken"]


def test_a_word_is_found_by_its_stem_and_better_as_it_is():
    index = Index([ding("Plannen"), ding("Verpleegkunde"), ding("Verpleegkundigen")])

    assert namen(index, "verpleegkundigen ") == ["Verpleegkundigen", "Verpleegkunde"]
    assert namen(Index([ding("Triagist")]), "triagisten") == ["Triagist"]


def test_the_last_word_may_be_half_typed():
    index = Index([ding("Leidinggevend triagist")])

    assert namen(index, "tri") == namen(index, "leidinggevend tri") == ["Leidinggevend triagist"]
    assert namen(index, "tri qqqq") == []


def test_part_of_a_compound_is_found_below_the_whole_word():
    index = Index([ding("Doktersassistent"), ding("Assistent"), ding("Praktijkmanager")])

    assert namen(index, "assistent") == ["Assistent", "Doktersassistent"]
    assert namen(index, "praktijk ") == namen(index, "managers") == ["Praktijkmanager"]


@pytest.mark.parametrize("vraag", ["dokters assistent", "dokter assistent", "Dokters-assistent"])
def test_a_compound_may_be_written_apart(vraag):
    assert namen(Index([ding("Doktersassistent")]), vraag) == ["Doktersassistent"]


def test_an_unknown_compound_is_read_as_its_parts():
    index = Index([ding("Opleiding triage"), ding("Opleiding zorg")])

    assert namen(index, "triageopleiding")[0] == "Opleiding triage"


def test_codes_are_found_whole_and_by_their_beginning():
    index = Index([ding("Een", Veld("Code", "25695", 10)), ding("Twee", Veld("Code", "25655", 10))])

    assert namen(index, "25695") == namen(index, "2569") == namen(index, "2569 crebo") == ["Een"]
    assert namen(index, "25694") == []


def test_all_words_count_more_than_some():
    index = Index([ding("Triagist"), ding("Manager", Veld("Plek", "spoedpost", 3)), ding("Spoedpost")])

    assert namen(index, "manager spoedpost") == ["Manager", "Spoedpost"]
    assert namen(index, "triagist qqqq") == ["Triagist"]


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ("traigist", True),
        ("triahist", True),
        ("driagist", True),  # the first letter
        ("trigist", True),
        ("trieagist", True),
        ("driahist", True),  # eight letters, two errors
        ("triogis", False),  # seven letters, two errors
        ("driahst", False),  # three
        ("zorh", True),
        ("zrho", False),  # four letters, two errors
        ("zog", False),  # too short
    ],
)
def test_small_typing_errors_are_forgiven(vraag, gevonden):
    assert bool(namen(Index([ding("Triagist"), ding("Zorg")]), vraag)) == gevonden


def test_every_single_typing_error_in_a_name_is_forgiven():
    naam, index = "triagist", Index([ding("Triagist"), ding("Manager")])

    plekken = range(len(naam))
    weg = [naam[:n] + naam[n + 1 :] for n in plekken]
    erbij = [naam[:n] + "x" + naam[n:] for n in plekken]
    anders = [naam[:n] + "x" + naam[n + 1 :] for n in plekken]
    verwisseld = [naam[:n] + naam[n + 1] + naam[n] + naam[n + 2 :] for n in plekken[:-1]]

    assert [fout for fout in weg + erbij + anders + verwisseld if namen(index, fout) != ["Triagist"]] == []


def test_typing_errors_are_only_thought_of_when_a_word_is_unknown():
    index = Index([ding("Zorg"), ding("Zors")])

    assert namen(index, "zorg") == ["Zorg"]
    assert namen(index, "zord") == ["Zorg", "Zors"]
    assert namen(Index([ding("Verpleegkundige")]), "verplegkundige") == ["Verpleegkundige"]


def test_synonyms_lead_to_what_they_mean():
    index = Index(
        [ding("Doktersassistent"), ding("VOG")],
        [("assistente", "doktersassistent"), ("verklaring omtrent gedrag", "vog"), ("niets", "onbekend"), ("", "")],
    )

    assert namen(index, "assistente") == namen(index, "Assistenten") == ["Doktersassistent"]
    assert namen(index, "een verklaring omtrent het gedrag") == ["VOG"]
    assert namen(index, "asistente") == ["Doktersassistent"]
    assert namen(index, "niets") == []


def test_stop_words_count_only_when_there_is_nothing_else():
    index = Index([ding("Triagist"), ding("Hoe word ik wat ik wil")])

    assert namen(index, "hoe word ik triagist") == ["Triagist"]
    assert namen(index, "hoe") == ["Hoe word ik wat ik wil"]


def test_what_was_found_says_a_short_text_with_its_label_and_nothing_of_a_name_or_a_long_text():
    lang = "Je helpt patiënten. " * 10
    velden = Veld("Competentie", "Goed plannen", 3), Veld("Omschrijving", lang, 1), Veld("", "TR", 9)
    index = Index([ding("Triagist", *velden)], [("rooster", "plannen"), ("beller", "triagist")])

    gezegd = {vraag: index.zoek(vraag)[0].zegt for vraag in ("triagist", "tr", "helpt", "beller", "plannen", "rooster")}

    assert gezegd == dict.fromkeys(gezegd, "") | dict.fromkeys(["plannen", "rooster"], "Competentie: Goed plannen")
    assert index.zoek("planen")[0].zegt == "Competentie: Goed plannen"


def test_equals_stand_in_the_order_of_kinds_then_names_wherever_they_came():
    soorten = (F, O, B, C, V, "anders")
    dingen = [ding("Zorg b", soort=soort, rang=rang) for rang, soort in enumerate(soorten)] + [ding("Zorg a", soort=F)]

    gevonden = [[(t.ding.soort, t.ding.naam) for t in Index(rij).zoek("zorg")] for rij in (dingen, dingen[::-1])]

    assert gevonden[0] == gevonden[1]
    assert gevonden[0] == [(F, "Zorg a"), *((soort, "Zorg b") for soort in soorten)]


def test_a_long_question_is_cut():
    index = Index([ding("Triagist")])

    assert namen(index, "qqqq " * (WOORDEN - 1) + "triagist") == ["Triagist"]
    assert namen(index, "qqqq " * WOORDEN + "triagist") == []
    assert namen(index, " " * TEKENS + "triagist") == []


def test_suggestions_are_the_nearest_names():
    index = Index([ding("Doktersassistent"), ding("Triagist"), ding("Leidinggevend triagist")])

    assert [d.naam for d in index.suggesties("functies/triagiest")] == ["Triagist", "Leidinggevend triagist"]
    assert [d.naam for d in index.suggesties("dokter-asistente", hoogstens=1)] == ["Doktersassistent"]
    assert index.suggesties("qqq") == index.suggesties("") == index.suggesties("\ud800\0") == []


GGZ_ERBIJ = ding("Praktijkondersteuner", Veld("Afkorting", "POH-GGZ", 10))
INHOUD = Index([*veel_dingen(30), GGZ_ERBIJ], [("zuster", "poh"), ("poh-s", "poh")])


@settings(deadline=None, max_examples=300)
@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_no_question_breaks_it(vraag):
    for stuk in (vraag, "poh-" + vraag, vraag * 40):
        assert len(INHOUD.zoek(stuk)) <= 20
        assert len(INHOUD.suggesties(stuk)) <= 3


@settings(deadline=None, max_examples=100)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=30), max_size=4))
def test_no_content_breaks_it(teksten):
    dingen = [ding(tekst, Veld("Tekst", tekst, 1)) for tekst in teksten]
    index = Index(dingen, [(tekst, tekst) for tekst in teksten])

    for tekst in teksten:
        assert {treffer.ding.slug for treffer in index.zoek(tekst)} <= {los.slug for los in dingen}
