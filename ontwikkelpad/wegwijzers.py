"""What leads machines to the pages of an edition: the list of pages, what they may read, and how to keep the site."""

import json
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from data.graaf import rijen
from ontwikkelpad.document import Ontwikkelpad
from uitgave.pad import Pad
from uitgave.pagina import voor_bezoekers
from werkgevers.gidsen import gids_adres, gidsen

# Pages that are there without a row of their own, each with the part of the document without which it says nothing.
PAGINAS = (
    ("functies:kaart", ""),
    ("functies:functies", ""),
    ("functies:routes", ""),
    ("functies:vergelijken", ""),
    ("opleidingen:opleidingen", "opleidingen"),
    ("verhalen:verhalen", "verhalen"),
    ("beginnen:beginnen", "deuren"),
    ("passen:passen", "keuzevragen"),
    ("begrippen:begrippen", "begrippen"),
    ("artikelen:artikelen", "leesartikelen"),
    ("antwoorden:antwoorden", "antwoorden"),
    ("niveaus:niveaus", "niveauuitleg"),
    ("sector:sector", "sectordelen"),
    ("werkgevers:werkgevers", "werkgevers"),
    ("werkgevers:leerwegen", "leerwegen"),
    ("werkgevers:praktijk", "artikelen"),
    ("werkgevers:gesprek", "werkgevers"),
    ("over", ""),
    ("wijzigingen", ""),
    ("data:data", ""),
    ("insluiten:insluiten", ""),
)

ELDERS = ("gidsen", "gidsstappen")  # rows whose address leads on to where they are


def paginas(pad: Pad) -> dict[str, date]:
    """Return the path of every page that is worth finding, with the day that its content was last looked at."""
    dag = pad.uitgave.datum
    gevonden = {voor_bezoekers(reverse(naam)): dag for naam, deel in PAGINAS if not deel or getattr(pad.document, deel)}
    for soort, rij in rijen(pad):
        if soort.adres and "slug" in soort.velden and soort.deel not in ELDERS:
            adres = voor_bezoekers(soort.adres(rij.slug))
            if not {"?", "#"} & set(adres):
                gevonden.setdefault(adres, getattr(rij, "gecontroleerd_op", dag))
    return gevonden | {voor_bezoekers(gids_adres(gids)): dag for gids in gidsen(pad)}


def als_sitemap(pad: Pad) -> str:
    """Return the list of pages, as sitemaps.org says."""
    return "\n".join(_sitemap(pad))


def _sitemap(pad: Pad) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    for adres, dag in paginas(pad).items():
        yield f"<url><loc>{escape(settings.ADRES + adres)}</loc><lastmod>{dag.isoformat()}</lastmod></url>"
    yield "</urlset>\n"


def als_robots() -> str:
    """Return what machines may read: all but the desk."""
    return f"User-agent: *\nDisallow: /beheer/\nSitemap: {settings.ADRES}/sitemap.xml\n"


def als_manifest(pad: Pad) -> str:
    """Return how a telephone keeps the site on its screen."""
    site = pad.vaste(Ontwikkelpad)
    eigen = [{"src": reverse("logo"), "sizes": "any", "type": "image/svg+xml"}]
    icoon = [
        {"src": static(f"icoon-{maat}.png"), "sizes": f"{maat}x{maat}", "type": "image/png"} for maat in (180, 512)
    ]
    return json.dumps(
        {
            "name": site.naam,
            "short_name": site.naam,
            "lang": "nl",
            "start_url": reverse("functies:kaart"),
            "display": "browser",
            "background_color": "#faf7f2",
            "theme_color": site.kleur or "#faf7f2",
            "icons": eigen if site.logo else icoon,
        },
        ensure_ascii=False,
        indent=1,
    )
