"""Every public address, found as a visitor finds it: by following links from the front page."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client


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


def bladzijden(client: Client, begin: str = "/") -> dict[str, str]:
    """Return {address: HTML} of every page below `begin` that can be reached from it by links."""
    gezien: dict[str, str] = {}
    wachtrij = [begin]
    while wachtrij:
        adres = wachtrij.pop()
        if adres in gezien:
            continue
        response = client.get(adres)
        assert response.status_code == 200, adres
        gezien[adres] = response.text
        for tag, kenmerken in tags(response.text):
            doel = urlsplit(urljoin(f"http://testserver{adres}", kenmerken.get("href", "")))
            if tag == "a" and doel.netloc == "testserver" and doel.path.startswith(begin):
                wachtrij.append(doel.path + (f"?{doel.query}" if doel.query else ""))
    return gezien
