"""Text with a little form: paragraphs, bold, lists, links and, where asked for, headings. Pure: texts in, texts out.

What editors type is a small part of Markdown. Everything else that they type is shown as it stands, HTML too.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

LABELS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "h6"}
KENMERKEN = {"a": {"href", "rel"}, "ol": {"start"}}
HOOGSTE, LAAGSTE = 2, 6  # levels of headings
WEBADRES = ("http", "https")
# What an editor means as form, wherever it stands: bold and a link.
IN_DE_ZIN = re.compile(r"\*\*(?=\S)[^*\n]+\*\*|\[[^\[\]\n]+\]\([^()\s]+\)")
# And at the beginning of a line: a list and a heading.
AAN_HET_BEGIN = re.compile(r"^(?:[-*+]|#{1,6}) (?=\S)", re.MULTILINE)
# All that may be form, and all that a reader of HTML changes: most texts have none of it.
KAN_VORM_ZIJN = re.compile(r"[*_\[\]\\#<>&\0\r\f\v]|^\s*(?:[-+]|\d+[.)])", re.MULTILINE)
# How a word processor begins the lines of a list; a browser pastes that as plain text.
GEPLAKT_PUNT = re.compile(r"^[ \t]*[•·▪◦‣\uf0a7\uf0b7][ \t\u00a0]+", re.MULTILINE)
_blok = re.compile(r"</?(?:p|li|ul|ol|h[2-6])[^>]*>")
_label = re.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


@lru_cache(maxsize=1000)  # about as many as an edition has
def opmaak(tekst: str, kop: int = 0, begin: str = "/") -> str:
    """Return safe HTML of `tekst`: a blank line begins a paragraph, a line break stays one.

    A heading (`## `) gets level `kop`, and one below it (`### `) one lower; with 0 there are no headings. A link
    to a page of the site itself, such as `/functies/`, leads to that page below `begin`.
    """
    markdown = _markdown(met_koppen=bool(kop))
    blokken = markdown.parse(tekst)
    for deel in _alle(blokken):
        if deel.type in ("heading_open", "heading_close"):
            deel.tag = f"h{min(max(kop + max(int(deel.tag[1]) - 2, 0), HOOGSTE), LAAGSTE)}"
        elif deel.type == "link_open":
            adres = str(deel.attrs["href"])
            deel.attrs = {"href": begin + adres[1:]} if adres.startswith("/") else {"href": adres, "rel": "noopener"}
    html = markdown.renderer.render(blokken, markdown.options, {})
    return nh3.clean(html, tags=LABELS, attributes=KENMERKEN, url_schemes={*WEBADRES, "mailto", "tel"}, link_rel=None)


def plat(tekst: str, koppen: bool = True) -> str:
    """Return what a reader sees of `tekst`, without form: a line for each paragraph, line and point of a list.

    Without `koppen`, where a text may have no headings, their marks are seen.
    """
    if KAN_VORM_ZIJN.search(tekst):
        tekst = unescape(_label.sub("", _blok.sub("\n", opmaak(tekst, HOOGSTE if koppen else 0))))
    regels = tekst.split("\n")
    return "\n".join(regel.strip() for regel in regels if regel.strip())


def links(tekst: str) -> list[str]:
    """Return where the links of `tekst` lead, each once."""
    gevonden = (deel for deel in _alle(_markdown(met_koppen=True).parse(tekst)) if deel.type == "link_open")
    return list(dict.fromkeys(str(deel.attrs["href"]) for deel in gevonden))


def merken(tekst: str) -> list[str]:
    """Return the marks of form in `tekst`, such as `**dit**`, `[zo](https://…)` and `- `, in their order."""
    gevonden = [*IN_DE_ZIN.finditer(tekst), *AAN_HET_BEGIN.finditer(tekst)]
    return [merk[0] for merk in sorted(gevonden, key=re.Match.start)]


def geplakt(tekst: str) -> str:
    """Return `tekst` with the points of a list of a word processor as those of a list here."""
    return GEPLAKT_PUNT.sub("- ", tekst)


def kan_link_zijn(adres: str) -> bool:
    """True for a website, a mail address or a telephone number that a visitor may safely follow.

    False for every other scheme, for a website without a host or with a user name before it, and for a backslash,
    white space or control characters.
    """
    try:
        delen = urlsplit(adres)
        website = delen.hostname if not {"@", "%"} & {*delen.netloc} and delen.port != 0 else None
    except ValueError:
        return False
    volledig = {"http": website, "https": website, "mailto": delen.path, "tel": delen.path}
    return bool(volledig.get(delen.scheme)) and not any(
        teken == "\\" or teken.isspace() or not teken.isprintable() for teken in adres
    )


def is_eigen_adres(adres: str) -> bool:
    """True for the address of a page of the site itself, from its beginning: `/functies/`."""
    return adres.startswith("/") and not adres.startswith(("//", "/\\")) and adres.isprintable()


@cache
def _markdown(met_koppen: bool) -> MarkdownIt:
    """Return what reads our part of Markdown. It keeps nothing of a text, so all threads share it."""
    markdown = MarkdownIt("zero", {"breaks": True, "html": False})
    markdown.enable(["list", "emphasis", "link", "newline", "escape", *(["heading"] if met_koppen else [])])
    markdown.validateLink = lambda url: kan_link_zijn(url) or is_eigen_adres(url)  # type: ignore[method-assign]
    return markdown


def _alle(blokken: list[Token]) -> Iterator[Token]:
    for blok in blokken:
        yield blok
        yield from blok.children or ()
