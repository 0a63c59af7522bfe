"""*Verander dit*, in the preview of an editor: from what stands on a page to the form where it is changed.

Which rows a page shows follows from the addresses in the register: its own address, that of a part of it, and those
that it links to. The link of a row stands at its heading, at its part of the page or where a list names it; of a row
that is only named in running text, it stands below the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from redactie.adressen import wijzigen
from uitgave.leesfout import naam as naam_van
from uitgave.pad import Pad
from uitgave.pagina import RedactieVerzoek
from uitgave.soort import Soort, delen

# Elements in which a link may stand first.
DEEL = re.compile(r'<(?:section|article|li|div|dd|dt|h2|h3|h4|td)\b[^>]*?\bid="([^"]+)"[^>]*>')
LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
# What a list of rows is made of, with what leads to other pages than those of rows.
MERK = re.compile(r"<(?P<dicht>/?)(?P<naam>a|h[2-4]|li|dl|dt|nav|svg)\b[^>]*>")
PLEKKEN = {"h2", "h3", "h4", "li", "dt"}
NIET_IN = {"nav", "svg"}
KRAP = ("kaartje", 'class="kort"')  # the map and the facts in short have no room
VAN_EEN_WOORD = "data-begrip"  # stands within a sentence
HOOFD, KOP, BEGIN, EINDE = "</head>", "</h1>", "<main", "</main>"
KORT = 8  # a list of so few is open
VAN_DE_SITE = "over"  # the page with the texts that stand on no page of their own


@dataclass(frozen=True)
class Plaats:
    """A row that visitors see somewhere: what it is called, where, and where an editor changes it."""

    naam: str
    adres: str
    verander: str

    @property
    def link(self) -> str:
        return self._link("verander")

    @property
    def link_in_lijst(self) -> str:
        return format_html('<span class="bij-rij">{}</span>', self._link("verander klein"))

    def _link(self, klasse: str) -> str:
        vorm = '<a class="{}" href="{}" aria-label="Verander dit: {}" data-hx-boost="false">Verander dit</a>'
        return format_html(vorm, klasse, self.verander, self.naam)


def plaatsen(pad: Pad) -> list[Plaats]:
    """Return every row with an address. Called where addresses begin as they do on the page."""
    return [
        Plaats(_naam(soort, rij), soort.adres(slug) if soort.adres else reverse(VAN_DE_SITE), _verander(soort, slug))
        for soort in delen().values()
        if soort.adres or soort.enig
        for slug, rij in _rijen(pad, soort)
    ]


def _naam(soort: Soort, rij: Any) -> str:
    return soort.meervoud if soort.enig else f"{soort.enkelvoud} {naam_van(rij)}".strip()


def _rijen(pad: Pad, soort: Soort) -> Iterator[tuple[str, Any]]:
    rijen: Any = pad.delen[soort.deel]
    if soort.enig:
        yield from [("", rijen)] if rijen else []
    else:
        yield from rijen.items()


def _verander(soort: Soort, slug: str) -> str:
    # Not with `reverse`: inside the preview that gives an address of visitors.
    return f"/beheer/verander/{soort.deel}/{f'{slug}/' if slug else ''}"


def met_links(html: str, alle: list[Plaats], hier: str) -> str:
    """Return a page at the path `hier` with a link to the form of each row that is known to stand on it."""
    hier_alle = [plaats for plaats in alle if urlsplit(plaats.adres).path == hier]
    eigen = [plaats for plaats in hier_alle if plaats.adres == hier]
    per_deel = {plek: plaats for plaats in hier_alle if (plek := urlsplit(plaats.adres).fragment)}
    gezet: set[Plaats] = set()

    def zet(gevonden: re.Match[str]) -> str:
        plaats = per_deel.get(gevonden[1])
        if plaats is None or plaats in gezet:
            return gevonden[0]
        gezet.add(plaats)
        return gevonden[0] + plaats.link

    html = DEEL.sub(zet, html)
    if len(eigen) == 1 and KOP in html:
        html = html.replace(KOP, KOP + eigen[0].link, 1)
        gezet.add(eigen[0])
    begin = max(html.find(BEGIN), 0)  # a fragment is part of it
    per_adres = {plaats.adres: plaats for plaats in alle if plaats not in eigen}
    inhoud = _in_lijsten(html[begin:], per_adres, gezet)
    genoemd = {_plaats(link, per_adres) for link in LINK.findall(inhoud)}
    rest = [plaats for plaats in alle if plaats not in gezet and (plaats in hier_alle or plaats in genoemd)]
    return html[:begin] + (inhoud.replace(EINDE, _lijst(rest) + EINDE, 1) if rest else inhoud)


def _in_lijsten(html: str, per_adres: dict[str, Plaats], gezet: set[Plaats]) -> str:
    """Put the link of a row behind the first heading, or link in a list, that leads to it; add it to `gezet`."""
    stukken, tot, open_ = [], 0, Counter[str]()
    plaats: Plaats | None = None
    krap = False
    op = ""  # behind the end of which element it stands
    for merk in MERK.finditer(html):
        naam = merk["naam"]
        open_[naam] += -1 if merk["dicht"] else 1
        if naam in ("li", "dl"):
            krap = not merk["dicht"] and any(klasse in merk[0] for klasse in KRAP)
        if merk["dicht"]:
            if plaats and naam == op:
                stukken += [html[tot : merk.end()], plaats.link_in_lijst]
                tot, plaats = merk.end(), None
        elif naam == "a" and VAN_EEN_WOORD not in merk[0] and (link := LINK.match(merk[0])):
            gevonden = _plaats(link[1], per_adres)
            los = _telt(open_, PLEKKEN) and not krap and not _telt(open_, NIET_IN)
            if gevonden and gevonden not in gezet and los:
                plaats, op = gevonden, next((kop for kop in ("h2", "h3", "h4") if open_[kop] > 0), "a")
                gezet.add(plaats)
    return "".join([*stukken, html[tot:]])


def _plaats(link: str, per_adres: dict[str, Plaats]) -> Plaats | None:
    """Return the row that a link leads to, also where the choices of a visitor go along in it."""
    adres = unescape(link)
    return per_adres.get(adres) or per_adres.get(urlsplit(adres)._replace(query="").geturl())


def _telt(open_: Counter[str], namen: set[str]) -> bool:
    return any(open_[naam] > 0 for naam in namen)


def _lijst(rest: list[Plaats]) -> str:
    regels = format_html_join(
        "", '<li><a href="{}" data-hx-boost="false">{}</a></li>', ((plaats.verander, plaats.naam) for plaats in rest)
    )
    vorm = '<details class="verander-lijst"><summary>{} ({})</summary><ul>{}</ul></details>'
    if len(rest) <= KORT:
        vorm = vorm.replace("<details", "<details open")
    return format_html(vorm, "Verander iets wat deze pagina noemt", len(rest), regels)


def met_veranderlinks(request: RedactieVerzoek, antwoord: HttpResponse) -> HttpResponse:
    """Return an answer of the preview with those links, when it is a page. Called where its addresses begin."""
    soort = antwoord.headers.get("Content-Type", "")
    if antwoord.status_code == 200 and soort.startswith("text/html") and not antwoord.streaming:
        html = met_links(antwoord.text, plaatsen(request.pad), request.path)
        stijl = format_html('<link rel="stylesheet" href="{}">', static("verander.css"))
        antwoord.content = html.replace(HOOFD, stijl + HOOFD, 1).encode()
    return antwoord


def verander(request: RedactieVerzoek, deel: str, slug: str = "") -> HttpResponse:
    """Lead to the form of a row, which the preview knows by its slug."""
    soort = delen().get(deel)
    rijen: Any = soort.model._default_manager.all() if soort else []
    if soort and not soort.enig:
        rijen = rijen.filter(slug=slug) if "slug" in soort.velden else []
    if soort is None or not (rij := next(iter(rijen[:1]), None)):
        raise Http404(f"{deel} {slug}")
    return redirect(wijzigen(rij))
