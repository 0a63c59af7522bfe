"""From HTML to PDF. Only the process that prints loads WeasyPrint, which is large; others ask whether it could."""

import re
from collections.abc import Mapping
from contextlib import suppress
from ctypes import CDLL
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders

from feiten.keuzes import Pictogram
from functies.keuzes import Kleur
from uitgave.vormen import hash_van

# The libraries that WeasyPrint opens by itself, each under its names on Linux and macOS.
BIBLIOTHEKEN = {
    naam: (f"lib{naam}.so.0", f"lib{naam}.0.dylib", f"lib{naam}.dylib")
    for naam in ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset")
}
SVG = {"Content-Type": "image/svg+xml"}
EIGEN = "papier:///"  # where everything lies that a PDF may need
PICTOGRAM = "pictogram/"
STIJL, SITESTIJL = "papier.css", "ontwikkelpad.css"
TOKEN = re.compile(r"^    --([\w-]+): (#[0-9a-f]+);", re.MULTILINE)


@cache
def ontbreekt() -> str:
    """Return, in Dutch, why no PDF can be made here and what helps; empty when one can."""
    if not find_spec("weasyprint"):
        return "Het pakket WeasyPrint ontbreekt."
    weg = [naam for naam, bestanden in BIBLIOTHEKEN.items() if not any(map(_is_er, bestanden))]
    if not weg:
        return ""
    return (
        f"Op de server ontbreekt: {', '.join(weg)}. Op Debian en Ubuntu helpt dit: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Start de site daarna opnieuw."
    )


def kan() -> bool:
    """True when this site makes PDFs: nobody said that it should not, and what that takes is there."""
    return bool(settings.PDF) and not ontbreekt()


def _is_er(bestand: str) -> bool:
    with suppress(OSError):
        CDLL(bestand)
        return True
    return False


@cache
def drukvorm() -> str:
    """Return a hash of all that decides how the same HTML looks on paper."""
    try:
        drukker = version("weasyprint")
    except PackageNotFoundError:
        drukker = ""
    return hash_van(drukker, stijl())


@cache
def kleuren() -> dict[str, str]:
    """Return the light colours of the site by the name of their token."""
    licht, _, _ = _statisch(SITESTIJL).read_text(encoding="utf-8").partition("@media (prefers-color-scheme: dark)")
    return dict(TOKEN.findall(licht))


@cache
def stijl() -> str:
    """Return the stylesheet of the PDF, with what follows from the colours of the site before it."""
    regels = [f":root {{ {' '.join(f'--{naam}: {code};' for naam, code in kleuren().items())} }}"]
    for kleur in Kleur:
        regels.append(f".kleur-{kleur} {{ --kleur: var(--{kleur}) }}")
        regels += (
            f".kleur-{kleur} .pictogram-{teken} {{ background-image: url({EIGEN}{PICTOGRAM}{teken}.{kleur}) }}"
            for teken in Pictogram
        )
    return "\n".join([*regels, _statisch(STIJL).read_text(encoding="utf-8")])


def _pictogram(naam: str) -> str:
    """Return the drawing of a pictogram in a colour, both as `stijl` names them."""
    teken, _, kleur = naam.rpartition(".")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<g fill="none" stroke="{kleuren()[kleur]}" stroke-width="1.75" stroke-linecap="round" '
        f'stroke-linejoin="round">{Pictogram(teken).tekening}</g></svg>'
    )


def _statisch(naam: str) -> Path:
    """Return where a static file stands. Raises FileNotFoundError."""
    if not (plek := finders.find(naam)):
        raise FileNotFoundError(naam)
    return Path(plek)


class Drukker:
    """Makes PDFs, one after the other; what each needs of fonts and stylesheets is read once."""

    def __init__(self) -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        self._letters = FontConfiguration()
        self._stijl = CSS(string=stijl(), base_url=f"{EIGEN}static/", url_fetcher=_haler({}), font_config=self._letters)

    def druk(self, html: str, erbij: str, bestanden: Mapping[str, str]) -> bytes:
        """Return `html` as a tagged PDF (PDF/UA-1).

        `erbij` is a stylesheet for this one alone, `bestanden` are the drawings (SVG) that it shows, by their names.
        """
        from weasyprint import CSS, HTML

        haler = _haler(bestanden)
        stijlen = [self._stijl, CSS(string=erbij, url_fetcher=haler, font_config=self._letters)]
        document = HTML(string=html, url_fetcher=haler).render(font_config=self._letters, stylesheets=stijlen)
        inhoud: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
        return inhoud


def _haler(bestanden: Mapping[str, str]) -> Any:
    """Return what fetches for WeasyPrint: static files of this site and `bestanden`; all else is refused."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Haler(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            naam = url.removeprefix(EIGEN)
            if url == naam:
                raise ValueError(f"Not fetched: {url}")
            if naam.startswith(PICTOGRAM):
                return URLFetcherResponse(url, _pictogram(naam.removeprefix(PICTOGRAM)).encode(), SVG)
            if naam in bestanden:
                return URLFetcherResponse(url, bestanden[naam].encode(), SVG)
            return URLFetcherResponse(url, _statisch(naam.removeprefix("static/")).read_bytes())

    return Haler()
