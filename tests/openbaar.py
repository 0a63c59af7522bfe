"""Every public address, found as a visitor finds it: by following links from the front page."""

from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from django.test import Client
from django.urls import resolve

from uitgave.pagina import namen_van_keuzes
from werkgevers.terug import GESPREK

LEESBAAR = ("text/html", "text/calendar")  # what people read; data for machines has tests of its own


class Links(HTMLParser):
    """Collects the tags that carry an address: (tag, attributes)."""

    def __init__(self) -> None:
        super().__init__()
        self.gevonden: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        if "href" in kenmerken or "src" in kenmerken or tag == "form":
            self.gevonden.append((tag, kenmerken))


def tags(html: str) -> list[tuple[str, dict[str, str]]]:
    lezer = Links()
    lezer.feed(html)
    return lezer.gevonden


def bladzijden(client: Client, begin: str = "/", elke_keuze: bool = True) -> dict[str, str]:
    """Return {address: HTML} of every page below `begin` that can be reached from it by links.

    Without `elke_keuze` a page that answers questions is asked each once, with the first answers that a link has.

    What shows again what stands elsewhere says `nofollow`, and has tests of its own.
    From a page with choices of a visitor, which go along in its links, the links are followed without them. So too
    from a conversation: its choices go along to every page.
    """
    gezien: dict[str, str] = {}
    gevraagd: set[tuple[str, ...]] = set()
    wachtrij = [begin]
    while wachtrij:
        adres = wachtrij.pop()
        pad, _, vraag = adres.partition("?")
        namen = pad, *sorted(naam for naam, _ in parse_qsl(vraag, keep_blank_values=True))
        if adres in gezien or (namen in gevraagd and not elke_keuze):
            continue
        gevraagd.add(namen)
        response = client.get(adres)
        assert response.status_code in (200, 303), adres
        if not response.headers["Content-Type"].startswith(LEESBAAR) or response.status_code == 303:
            continue
        gezien[adres] = response.text
        vast = {paar for paar in parse_qsl(urlsplit(adres).query) if paar[0] in namen_van_keuzes()}
        for tag, kenmerken in tags(response.text):
            doel = urlsplit(urljoin(f"http://testserver{adres}", kenmerken.get("href", "")))
            volgt = tag == "a" and kenmerken.get("rel") != "nofollow"
            if volgt and doel.netloc == "testserver" and doel.path.startswith(begin):
                paren = parse_qsl(doel.query, keep_blank_values=True)
                nieuw = [paar for paar in paren if paar not in vast and paar[0] != GESPREK]
                wachtrij.append(doel.path + (f"?{urlencode(nieuw)}" if nieuw else ""))
    return gezien


def van_elke_soort(bladzijden: dict[str, str]) -> list[str]:
    """Return the address of the fullest page of each kind: of each view, without a question and with one."""
    soorten = defaultdict(list)
    for adres in bladzijden:
        pad, _, vraag = adres.partition("?")
        soorten[resolve(pad, "ontwikkelpad.urls_openbaar").view_name, bool(vraag)].append(adres)
    return [max(adressen, key=lambda adres: len(bladzijden[adres])) for adressen in soorten.values()]
