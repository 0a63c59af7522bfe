"""The difference between two documents: every change of every field, in words that an editor knows."""

from datetime import date

import pytest
from msgspec.structs import replace

from beelden.models import Foto
from functies.models import Doorgroei, Functie, FunctieOpleiding, Werkveld, Zijpad
from opleidingen.models import Aanbieder, Geldigheid, Niveau, Opleiding, Vooropleiding, Voortbouw
from tests.pagina import tekst
from tests.soorten import maak
from tests.verhaal import maak_verhaal
from uitgave.bouwen import bouw
from uitgave.soort import delen, soort_van
from uitgave.verschil import Veldverschil, Verschil, verschillen
from uitgave.woordverschil import GELIJK

pytestmark = pytest.mark.een_database


@pytest.fixture
def verschil(inhoud):
    """What differs between the first edition and the working copy."""
    return lambda: verschillen(inhoud.uitgave.document, bouw())


def getoond(veld):
    """The lines of a field as a person sees them: [-deleted-], {+inserted+}."""
    vorm = {"weg": "[-{}-]", "nieuw": "{{+{}+}}", "gelijk": "{}"}
    return ["".join(vorm[deel.soort].format(deel.getoond) for deel in delen) for delen in veld.getoond]


def test_it_names_what_was_added_changed_and_removed(verschil, maak_opleiding):
    oud = Functie.objects.get(slug="broodbakker").samenvatting
    Functie.objects.filter(slug="broodbakker").update(samenvatting="Nieuw.", geen_vervolg=True)
    Functie.objects.filter(slug="bezorger").update(zichtbaar=False)
    maak_opleiding("Een nieuwe opleiding")

    gevonden = verschil()

    assert [(v.groep, v.naam, v.wat) for v in gevonden] == [
        ("Opleidingen", "Een nieuwe opleiding", "toegevoegd"),
        ("Functies", "Broodbakker", "gewijzigd"),
        ("Functies", "Bezorger", "verwijderd"),
        ("Stappen", "Bezorger → Winkelmedewerker", "verwijderd"),
    ]
    assert gevonden[1].velden == (
        Veldverschil("samenvatting", oud, "Nieuw."),
        Veldverschil("geen volgende stap", "nee", "ja", heel=True),
    )


def test_of_a_new_row_every_field_that_is_filled_in_shows(verschil, maak_opleiding):
    maak_opleiding("Een nieuwe opleiding", op=None)

    (nieuw,) = verschil()

    assert [(veld.naam, getoond(veld)) for veld in nieuw.velden] == [
        ("naam", ["{+Een nieuwe opleiding+}"]),
        ("erkenning", ["{+erkend door de overheid+}"]),
        ("bron", ["{+Een bron.+}"]),
        ("gecontroleerd op", ["{+1 januari 2026+}"]),
        ("deel van het webadres", ["{+een-nieuwe-opleiding+}"]),
    ]


def test_without_change_there_is_no_difference_and_without_an_edition_all_is_new(verschil):
    assert verschil() == []
    assert {v.wat for v in verschillen(None, bouw())} == {"toegevoegd"}


def test_a_long_text_shows_word_for_word_with_its_paragraphs(inhoud, publiceer_nu):
    functie = Functie.objects.get(slug="broodbakker")
    functie.omschrijving += "\n\nNa het bakken ruim je op en maak je alles klaar voor de volgende dag." * 4
    functie.save()
    document = publiceer_nu("2").uitgave.document
    functie.omschrijving = "Een alinea.\n\n" + functie.omschrijving.replace("nacht", "ochtend", 1)
    functie.save()

    ((veld,),) = [v.velden for v in verschillen(document, bouw())]

    (regel,) = getoond(veld)
    assert regel.startswith("{+Een alinea.\n\n+}")
    assert "[-nacht-]{+ochtend+}" in regel
    assert regel.endswith(" … ")


def test_values_read_as_words_and_not_as_slugs_or_codes(verschil):
    Functie.objects.filter(slug="broodbakker").update(
        vanaf_niveau=Niveau.objects.get(slug="meester"),
        werkveld=Werkveld.objects.get(slug="winkel"),
        gecontroleerd_op=date(2026, 2, 6),
    )

    gevonden = {veld.naam: (veld.oud, veld.nieuw) for veld in verschil()[0].velden}

    assert gevonden == {
        "werkveld": ("Werkplaats", "Winkel"),
        "niveau": ("gezel", "meester"),
        "gecontroleerd op": ("22 november 2026", "6 februari 2026"),
    }


def test_what_hangs_on_a_functie_has_a_line_for_each_item_that_changed(verschil):
    functie = Functie.objects.get(slug="winkelmedewerker")
    FunctieOpleiding.objects.filter(functie=functie).update(toelichting="Kies de avond.", rol="vereist")
    Zijpad.objects.filter(functie=functie).update(url="https://www.example.org/elders")
    functie.beroepsvereisten.remove(functie.beroepsvereisten.get(slug="hygienepas"))

    ((*velden,),) = [v.velden for v in verschil()]

    regels = {veld.naam: getoond(veld) for veld in velden}
    assert regels["beroepsvereisten"] == ["[-Hygiënepas-]"]
    assert regels["opleidingen"] == [
        "Winkel en verkoop · rol: [-passend-]{+vereist · toelichting: Kies de avond.+}",
    ]
    assert all(" · {+link: https://www.example.org/elders · +}bron: " in regel for regel in regels["zijpaden"])
    assert set(regels) == {"beroepsvereisten", "opleidingen", "zijpaden"}


def test_an_aanbieder_with_another_link_is_that_one_changed(verschil):
    Aanbieder.objects.filter(slug="bureau-ovenmeesters").update(url="https://www.example.org")

    (gevonden,) = verschil()

    assert (gevonden.groep, gevonden.naam, gevonden.wat) == ("Aanbieders", "Bureau Ovenmeesters", "gewijzigd")
    assert [(veld.naam, veld.oud, veld.nieuw) for veld in gevonden.velden] == [
        ("link", "https://ovenmeesters.example", "https://www.example.org")
    ]


def test_another_order_shows_what_moved(verschil):
    Werkveld.objects.filter(slug="winkel").update(volgorde=9)

    (gevonden,) = verschil()

    assert (gevonden.groep, gevonden.naam, gevonden.wat) == ("Werkvelden", "Volgorde", "gewijzigd")
    assert getoond(gevonden.velden[0]) == [
        "[-Winkel-]",
        "Werkplaats",
        "Leiding en bezorging",
        "{+Winkel+}",
    ]


def test_another_order_of_opleidingen_at_a_functie_shows_too(verschil):
    links = list(Functie.objects.get(slug="broodbakker").opleidingslinks.all())
    for volgorde, link in enumerate(reversed(links), start=1):
        FunctieOpleiding.objects.filter(pk=link.pk).update(volgorde=volgorde)

    ((veld,),) = [v.velden for v in verschil()]

    assert veld.naam == "volgorde van opleidingen"
    assert sorted(set(veld.nieuw.split("\n"))) == sorted(link.opleiding.naam for link in links)


def anders(waarde):
    """Another value of the same type, and as little different as can be."""
    match waarde:
        case None:
            return "x"
        case bool():
            return not waarde
        case str() if type(waarde) is str:
            return waarde + "\u00ad"
        case date():
            return waarde.replace(year=waarde.year + 1)
        case tuple():
            return waarde[:-1] if waarde else ("x",)
        case _:
            return next(keuze for keuze in type(waarde) if keuze != waarde) if hasattr(waarde, "label") else waarde + 1


@pytest.mark.parametrize("deel", [deel for deel in delen() if deel != "weetjes"])
def test_no_change_of_any_field_is_hidden(inhoud, deel):
    verhaal = maak_verhaal()
    for model in (Vooropleiding, Voortbouw, Geldigheid):
        maak(soort_van(model))
    verhaal.foto = maak(soort_van(Foto))  # a photo is published with what shows it
    verhaal.save()
    eerste = getattr(bouw(), deel)
    for veld, binnen in delen()[deel].binnen.items():  # an empty list can only become longer
        if isinstance(eerste, tuple) and not getattr(eerste[0], veld):
            maak(binnen, **{binnen.ouder.name: delen()[deel].model.objects.get(sleutel=eerste[0].sleutel)})
    document = bouw()
    rijen = getattr(document, deel)
    rij = next(iter(rijen if isinstance(rijen, tuple) else [rijen]))

    for veld in rij.__struct_fields__:
        nieuw = replace(rij, **{veld: anders(getattr(rij, veld))})
        gewijzigd = (nieuw, *rijen[1:]) if isinstance(rijen, tuple) else nieuw

        gevonden = verschillen(document, replace(document, **{deel: gewijzigd}))

        soorten = {stuk.soort for v in gevonden for f in v.velden for delen in f.getoond for stuk in delen}
        assert soorten - {GELIJK}, veld


def test_the_fields_have_dutch_names(inhoud):
    maak_verhaal()
    gevonden = verschillen(None, bouw())

    namen = {veld.naam for v in gevonden for veld in v.velden}
    assert {naam for naam in namen if "_" in naam} == set()
    assert {"opleidingen", "zijpaden", "aanbieders", "kernwoorden"} <= namen


def test_the_publishing_page_marks_words_in_words_too_and_escapes_them(beheerder, inhoud):
    Functie.objects.filter(slug="broodbakker").update(naam="Broodbakker <b>")
    Doorgroei.objects.filter(van__slug="broodbakker", naar__slug="meesterbakker-aan-de-grote-oven").update(
        soort="verbreding"
    )
    Opleiding.objects.filter(slug="broodbakken").update(leeroverzicht_url="https://leer.example/")

    html = beheerder.get("/beheer/publiceren/").text

    assert '<ins><span class="visually-hidden">nieuw: </span> &lt;b&gt;</ins>' in html
    assert "Link naar Leeroverzicht nieuw: https://leer.example/" in tekst(html)
    assert "Stap: Broodbakker &lt;b&gt; → Meesterbakker aan de grote oven gewijzigd" in tekst(html)
    assert "Soort weg: verdieping → nieuw: verbreding" in tekst(html)
    assert html.index("<h3>Opleidingen (") < html.index("<h3>Functies (") < html.index("<h3>Stappen (")


def test_a_difference_made_by_hand_shows_as_well():
    zelf = Verschil("Functie", "Broodbakker", "teruggezet", (Veldverschil("naam", "Oud", ""),))

    assert (zelf.groep, getoond(zelf.velden[0])) == ("Functies", ["[-Oud-]"])
