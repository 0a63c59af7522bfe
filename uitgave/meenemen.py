"""The choices of a visitor go along in the links and forms of a page: HTML in, HTML out.

So they live in the address alone, on every page, also without a script, and no template needs to think of them.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from urllib.parse import parse_qsl, quote_plus, urlsplit

Keuze = tuple[str, str]  # a name in a query string, and its value

LINK = re.compile(r"""<a\s(?:[^>"']|"[^"]*"|'[^']*')*>""")
FORMULIER = re.compile(r"""(<form\s(?:[^>"']|"[^"]*"|'[^']*')*>)(.*?)</form>""", re.DOTALL)
KENMERK = re.compile(r"""\s([\w-]+)="([^"]*)\"""")
VELD = re.compile(r"""<(?:input|select|textarea)\s[^>]*?\bname="([^"]*)\"""")


def neem_mee(html: str, keuzes: Sequence[Keuze], begin: str = "/", buiten: str = "beheer/") -> str:
    """Return `html` with `keuzes` in each link and form to a page below `begin`, but not in its part `buiten`.

    A link or form keeps what it says itself: a name that stands in its address or in a field of its own, or
    that its `data-zonder` leaves out, does not come along. A button with such a name adds to what comes along.
    Links within the page, and to a file (with a dot in its name), stay as they are.
    """

    def leidt_verder(adres: str) -> bool:
        rest = adres.removeprefix(begin)
        if rest == adres or rest.startswith(("/", buiten)):
            return False
        return "." not in urlsplit(adres).path.rpartition("/")[2]

    def link(gevonden: re.Match[str]) -> str:
        label = gevonden[0]
        adres = unescape(_kenmerken(label).get("href", ""))
        if not leidt_verder(adres):
            return label
        eigen = {naam for naam, _ in parse_qsl(urlsplit(adres).query, keep_blank_values=True)}
        nieuw = _aangevuld(adres, _over(label, keuzes, eigen))
        return label.replace(f'href="{_kenmerken(label)["href"]}"', f'href="{escape(nieuw)}"', 1)

    def formulier(gevonden: re.Match[str]) -> str:
        label, velden = gevonden.groups()
        adres, _, _ = unescape(_kenmerken(label).get("action", "")).partition("#")
        if not leidt_verder(adres or begin):  # without an address it leads to this page
            return gevonden[0]
        over = _over(label, keuzes, VELD.findall(velden))
        verborgen = (f'<input type="hidden" name="{escape(naam)}" value="{escape(waarde)}">' for naam, waarde in over)
        return "".join([label, *verborgen, velden, "</form>"])

    return FORMULIER.sub(formulier, LINK.sub(link, html))


def _kenmerken(label: str) -> dict[str, str]:
    return dict(KENMERK.findall(label))


def _over(label: str, keuzes: Sequence[Keuze], eigen: Iterable[str]) -> list[Keuze]:
    """The choices that this link or form takes along."""
    zonder = {*eigen, *_kenmerken(label).get("data-zonder", "").split()}
    return [(naam, waarde) for naam, waarde in keuzes if naam not in zonder]


def _aangevuld(adres: str, keuzes: Sequence[Keuze]) -> str:
    voor, hekje, plek = adres.partition("#")
    for naam, waarde in keuzes:
        voor += f"{'&' if '?' in voor else '?'}{quote_plus(naam)}={quote_plus(waarde, safe='~')}"
    return voor + hekje + plek
