"""What a page says of itself in its head, read as a search engine or a chat does."""

from html.parser import HTMLParser

OG = ("og:type", "og:locale", "og:site_name", "og:title", "og:description", "og:url")


class Kop(HTMLParser):
    """Collects the title, the meta tags and the canonical address of a page, each as often as it is there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.titel = ""
        self.meta: dict[str, list[str]] = {}
        self.canoniek: list[str] = []
        self._in_titel = False
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        self._in_titel = tag == "title"
        if tag == "meta" and (naam := kenmerken.get("name") or kenmerken.get("property")):
            self.meta.setdefault(naam, []).append(kenmerken["content"])
        if tag == "link" and kenmerken.get("rel") == "canonical":
            self.canoniek.append(kenmerken["href"])

    def handle_data(self, data: str) -> None:
        self.titel += data.strip() if self._in_titel else ""

    def handle_endtag(self, tag: str) -> None:
        self._in_titel = False

    @property
    def adres(self) -> str:
        """Where the page stands, according to itself."""
        (adres,) = self.canoniek
        return adres

    @property
    def beschrijving(self) -> str:
        (beschrijving,) = self.meta["description"]
        return beschrijving


def koppen(bladzijden: dict[str, str]) -> dict[str, Kop]:
    """Return the head of every page, of all that can be reached; files are no pages."""
    return {adres: Kop(html) for adres, html in bladzijden.items() if html.startswith("<!doctype html>")}


def klachten(koppen: dict[str, Kop]) -> list[str]:
    """Return what is wrong with these heads: of each page by itself, and where two pages say the same."""
    gevonden = []
    eigenaars: dict[str, str] = {}
    for adres, kop in koppen.items():
        if len(kop.canoniek) != 1 or len(kop.meta.get("description", [])) != 1:
            gevonden.append(f"{adres}: {kop.canoniek} {kop.meta.get('description')}")
            continue
        og = {naam: kop.meta.get(naam) for naam in OG}
        naam_van_site = (og["og:site_name"] or [""])[0]
        titel = kop.titel.removesuffix(f" · {naam_van_site}")
        vast = [["website"], ["nl_NL"], [naam_van_site]]
        if [*og.values()] != [*vast, [titel], [kop.beschrijving], [kop.adres]] or not (titel and naam_van_site):
            gevonden.append(f"{adres}: {og}")
        if not 10 <= len(kop.beschrijving) <= 160 or set("<>&\n") & set(kop.beschrijving):
            gevonden.append(f"{adres}: ‘{kop.beschrijving}’")
        ander = eigenaars.setdefault(kop.beschrijving, kop.adres)
        if adres == kop.adres and ander != adres:
            gevonden.append(f"{adres} and {ander} both say ‘{kop.beschrijving}’")
    return gevonden
