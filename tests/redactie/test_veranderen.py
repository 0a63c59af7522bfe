"""*Verander dit*: from the preview of an editor to the form of what stands there."""

import re

import pytest
from django.urls import reverse

from ontwikkelpad.models import Ontwikkelpad
from redactie.adressen import wijzigen
from redactie.samen.veranderen import Plaats, met_links
from tests.pagina import tekst
from uitgave.soort import delen

VOORBEELD = "/beheer/voorbeeld"


def naar(client, adres):
    """Where the first link *Verander dit* on a page of the preview leads to."""
    pagina = client.get(f"{VOORBEELD}{adres}").text
    link = re.search(r'<a class="verander" href="([^"]+)"', pagina)
    return client.get(link[1]).headers["Location"] if link else None


def test_the_page_of_a_row_leads_from_its_heading_to_its_form(inhoud, beheerder):
    for deel in ("functies", "opleidingen", "begrippen"):
        soort = delen()[deel]
        slug = next(iter(inhoud.delen[deel]))

        assert naar(beheerder, soort.adres(slug)) == wijzigen(soort.model.objects.get(slug=slug))


def test_rows_that_share_a_page_each_have_their_own_link_and_what_is_listed_stands_below(inhoud, beheerder):
    op_een_pagina = {
        (soort.deel, slug): soort.adres(slug)
        for soort in delen().values()
        if soort.adres and not soort.enig
        for slug in inhoud.delen[soort.deel]
        if "#" in soort.adres(slug)
    }
    paginas = {
        pad: beheerder.get(f"{VOORBEELD}{pad}").text for pad in {a.split("#")[0] for a in op_een_pagina.values()}
    }
    lijst = beheerder.get(f"{VOORBEELD}/functies/").text

    assert len(op_een_pagina) > 3
    for (deel, slug), adres in op_een_pagina.items():
        pad, _, plek = adres.partition("#")
        if f'id="{plek}"' in paginas[pad]:
            assert f'"/beheer/verander/{deel}/{slug}/"' in paginas[pad].split(f'id="{plek}"')[1], adres
    for slug in inhoud.delen["functies"]:
        assert f'"/beheer/verander/functies/{slug}/"' in lijst
    assert "Verander iets wat deze pagina noemt" in tekst(lijst)


def test_visitors_never_see_it(inhoud, client):
    for adres in ("/", "/functies/winkelmedewerker/", "/begrippen/"):
        pagina = client.get(adres).text
        assert "verander/" not in pagina
        assert "verander.css" not in pagina


@pytest.mark.parametrize(
    "adres", ["functies/bestaat-niet/", "bestaat-niet/", "functies/", "bestaat-niet/x/", "voorwaarden/x/"]
)
def test_what_is_not_there_is_a_404(inhoud, beheerder, adres):
    assert beheerder.get(f"/beheer/verander/{adres}").status_code == 404


def test_a_kind_with_one_row_needs_no_name(inhoud, beheerder):
    adres = beheerder.get(reverse("admin:verander_enige", args=["ontwikkelpad"])).headers["Location"]

    assert adres == wijzigen(Ontwikkelpad.objects.get())


def test_a_link_stands_in_an_element_once_and_names_are_escaped():
    een = Plaats("Begrip <b>", "/x/#begrip-een", "/beheer/een/")
    ander = Plaats("Ander", "/y/", "/beheer/ander/")
    pagina = '<main><li id="begrip-een">Een</li><li id="begrip-een">Een</li><a href="/y/">y</a></main>'

    html = met_links(pagina, [een, ander, Plaats("Weg", "/z/", "/beheer/weg/")], "/x/")

    assert html.count("/beheer/een/") == 1
    assert "Begrip &lt;b&gt;" in html
    assert html.index("/beheer/ander/") < html.index("</main>")
    assert "/beheer/weg/" not in html


def test_every_row_of_a_list_has_its_own_link_at_its_heading_and_words_in_a_sentence_do_not(inhoud, beheerder):
    for deel, adres, plek in (("opleidingen", "/opleidingen/", "h3"), ("begrippen", "/begrippen/", "dt")):
        html = beheerder.get(f"{VOORBEELD}{adres}").text
        genoemd = [slug for slug in inhoud.delen[deel] if f'href="{VOORBEELD}{delen()[deel].adres(slug)}"' in html]
        assert len(genoemd) > 1
        for slug in genoemd:
            assert html.count(f'href="/beheer/verander/{deel}/{slug}/"') == 1
            voor = html.split(
                f'<span class="bij-rij"><a class="verander klein" href="/beheer/verander/{deel}/{slug}/"'
            )[0]
            assert voor.endswith(("</h3>", "</a>")), slug
            assert delen()[deel].adres(slug) in voor[voor.rindex(f"<{plek}") :]


def test_the_page_with_the_texts_of_the_site_leads_to_them(inhoud, beheerder):
    assert naar(beheerder, "/over/") == wijzigen(Ontwikkelpad.objects.get())


@pytest.mark.parametrize(
    ("html", "plek"),
    [
        ('<h3><a href="/y/">Y</a></h3><p>y', "</h3>{}<p>"),
        ('<a href="/y/"><h3>Y</h3></a><p>y', None),
        ('<li><a href="/y/"><h3>Y</h3></a> y</li>', "</a>{} y"),
        ('<dt><a href="/y/?van=een&amp;naar=twee">Y</a></dt><dd>y', "</a>{}</dt>"),
        ('<li>Zie <a href="/y/" data-begrip>y</a>.</li>', None),
        ('<li class="kaartje rood"><a href="/y/">Y</a></li>', None),
        ('<dl class="kort"><dt><a href="/y/">Y</a></dt></dl>', None),
        ('<nav><li><a href="/y/">Y</a></li></nav>', None),
        ('<p>Zie <a href="/y/">Y</a>.</p>', None),
    ],
)
def test_where_a_link_in_a_list_stands(html, plek):
    een = Plaats("Y", "/y/", "/beheer/y/")

    gezet = met_links(f"<main>{html}</main>", [een], "/x/")

    assert gezet.count("/beheer/y/") == 1
    if plek is None:
        assert '<details open class="verander-lijst">' in gezet
    else:
        assert plek.format(een.link_in_lijst) in gezet


def test_a_long_list_below_a_page_is_closed():
    alle = [Plaats(f"{n}", f"/{n}/", f"/beheer/{n}/") for n in range(20)]
    pagina = "".join(f'<p><a href="/{n}/">{n}</a></p>' for n in range(20))

    assert '<details class="verander-lijst">' in met_links(f"<main>{pagina}</main>", alle, "/x/")
