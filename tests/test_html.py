"""Every page is valid HTML, in the eyes of the Nu Html Checker."""

import pytest

from tests.openbaar import van_elke_soort
from tests.tools.vnu import Missing, check_html

pytestmark = pytest.mark.een_database

# With what a visitor chose: no link leads there.
LIJST = "lijst-functie=broodbakker&lijst-route=bakkershulp~winkelmedewerker&lijst-opleiding=fijn-gebak"
MET_KEUZES = (
    f"/lijst/?opleiding=broodbakken&{LIJST}",
    f"/functies/broodbakker/?opleiding=broodbakken&{LIJST}",
    f"/routes/?van=bakkershulp&naar=winkelleider&{LIJST}",
    "/wat-past/?vraag-nacht=nee&opleiding=broodbakken",
    # No link is followed to what another website shows.
    "/insluiten/?functie=winkelleider&van=bakkershulp",
    "/insluiten/functies/winkelleider/",
    "/insluiten/kaart/winkelleider/",
    "/insluiten/routes/bakkershulp/winkelleider/",
)


def test_every_page_fragment_and_error_page_validates(client, beheerder, met_verhaal, rondgang, tmp_path):
    alles = rondgang()
    alles |= {
        f"/beheer/voorbeeld{adres}": beheerder.get(f"/beheer/voorbeeld{adres}").text for adres in van_elke_soort(alles)
    }
    paginas = {adres: html for adres, html in alles.items() if ".ics?" not in adres}
    paginas |= {adres: client.get(adres).text for adres in MET_KEUZES}
    paginas["/fout/404"] = client.get("/nergens/").text
    paginas["/fout/405"] = client.post("/").text
    for nummer, html in enumerate(paginas.values()):
        tmp_path.joinpath(f"{nummer}.html").write_text(html, encoding="utf-8")

    try:
        meldingen = check_html(tmp_path)
    except Missing as reden:
        pytest.skip(str(reden))

    namen = list(paginas)
    assert [f"{namen[int(melding.split('.')[0])]} {melding}" for melding in meldingen] == []
