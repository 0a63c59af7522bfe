"""What leads machines to the pages of an edition: the list of pages, what they may read, and how to keep the site."""

import json
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape

from django.conf import settings
from django.templatetags.static import static
from django.urls import resolve, reverse

from data.graaf import rijen
from ontwikkelpad.document import Ontwikkelpad
from uitgave.pad import Pad
from uitgave.pagina import voor_bezoekers
from werkgevers.document import Werkgevers
from werkgevers.gidsen import gids_adres, gidsen, te_openen

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
    ("werkgevers:team", "werkgevers"),
    ("beginnen:voorbereiden", "gespreksvragen"),
    ("werkgevers:voorbereiden", "gespreksvragen"),
    ("over", ""),
    ("wijzigingen", ""),
    ("data:data", ""),
    ("insluiten:insluiten", ""),
)

ELDERS = ("gidsen", "gidsstappen")  # rows whose address leads on to where they are


def paginas(pad: Pad) -> dict[str, date]:
    """Return the path of each page that is worth finding, with the day that it last changed or was looked at."""
    dag = pad.uitgave.datum
    veranderd = _veranderd(pad)
    gevonden = {voor_bezoekers(reverse(naam)): dag for naam, deel in PAGINAS if not deel or getattr(pad.document, deel)}
    for soort, rij in rijen(pad.document):
        if soort.adres and "slug" in soort.velden and soort.deel not in ELDERS:
            adres = voor_bezoekers(soort.adres(rij.slug))
            if not {"?", "#"} & set(adres):
                naam = soort.naam.format_map({veld: getattr(rij, veld) for veld in soort.naamvelden})
                nieuwst = veranderd.get((soort.openbare_naam or soort.meervoud, _kern(naam)), date.min)
                gevonden.setdefault(adres, max(getattr(rij, "gecontroleerd_op", dag), nieuwst))
    gevonden |= {voor_bezoekers(gids_adres(gids)): dag for gids in gidsen(pad) if te_openen(pad, gids)}
    return {adres: laatst for adres, laatst in gevonden.items() if pad.enige(Werkgevers) or not _van_werkgevers(adres)}


def _van_werkgevers(adres: str) -> bool:
    """True for a page that is only there with the texts for employers."""
    return getattr(resolve(adres).func, "alleen_met_teksten", False)


def _veranderd(pad: Pad) -> dict[tuple[str, str], date]:
    """Return when an edition last changed a row, by the name of its part and its own, as the history tells them."""
    gevonden: dict[tuple[str, str], date] = {}
    for wijziging in pad.geschiedenis:  # newest first
        for deel in wijziging.onderdelen:
            for naam in (*deel.nieuw, *deel.hernoemd, *deel.veranderd):
                gevonden.setdefault((deel.naam, _kern(naam)), wijziging.datum)
    return gevonden


def _kern(naam: str) -> str:
    """Return a name without what the history adds: the name before it, and the fields that changed."""
    return naam.rpartition(" → ")[2].partition(" (")[0]


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
