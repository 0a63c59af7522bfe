"""A page asks for one stylesheet, in which all of its look stands."""

from django.core.management import call_command
from django.test import override_settings

from ontwikkelpad.statisch import BASIS, BOVENAAN
from tests.openbaar import bladzijden, van_elke_soort


def test_a_page_waits_for_one_stylesheet(inhoud, client):
    paginas = bladzijden(client)

    aantallen = {
        adres: paginas[adres].count('rel="stylesheet"')
        for adres in van_elke_soort(paginas)
        if "<head>" in paginas[adres]
    }
    assert set(aantallen.values()) == {1}, aantallen


def test_every_stylesheet_that_builds_on_the_one_of_the_site_is_served_with_it(settings, tmp_path):
    anders = {"staticfiles": {"BACKEND": "ontwikkelpad.statisch.Statisch"}}
    with override_settings(STORAGES=settings.STORAGES | anders, STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
    geserveerd = {bestand.name.split(".")[0]: bestand.read_text() for bestand in tmp_path.glob("*.*.css")}
    eigen = {bestand.stem: bestand.read_bytes() for bestand in (settings.BASE_DIR / "static").glob("*.css")}

    bouwen_voort = {naam for naam, stijl in eigen.items() if BOVENAAN in stijl}
    assert bouwen_voort >= {"kaart", "werkgevers", "zoeken"}
    site = geserveerd[BASIS.split(".")[0]]
    for naam in bouwen_voort:
        assert "@import" not in geserveerd[naam]
        assert site in geserveerd[naam]
