"""Requests as somebody sends them who means no good: the same ones for the same number."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random, SystemRandom
from typing import Any
from urllib.parse import quote, unquote

import pytest
from django.urls import URLResolver, get_resolver

from tests.test_vijandig import LENGTES, LICHAMEN, METHODEN, NAMEN, SOORTEN, WAARDEN
from uitgave.pad import Pad
from uitgave.pagina import leest_van, namen_van_keuzes

VAST = 20261129
TEKEN = "a" * 32  # a token that a form brings along, and the cookie that it has to match
DEEL = re.compile(r"\(\?P<\w+>[^)]*\)|<[^>]+>")
# Parts of an address and values of a question, as bytes on the wire: "é" is the one byte 0xE9.
STUKKEN = [
    *("%00", "a%00b", "%ED%A0%80", "%ED%BF%BF", "%zz", "%", "%C3", "%FF%FE", "é\xff", "%F0%9F%98%80", "%E2%80%AE"),
    *("..", "%2e%2e%2f", "/", "//evil.example", "%5C%5Cevil", "http://evil.example/", "%0d%0aSet-Cookie:x=1", "+", ";"),
    *("0", "-1", "9" * 20, "9" * 5000, "1e999", "NaN", "%D9%A3", "1,2", "2026-02-30", "0000-00-00", "99999-01-01"),
    *("{{7*7}}", "%3Cscript%3E", "'%20or%201=1--", "javascript:alert(1)", "*", "null", "true", "[]", "x" * 300),
    *("a" * 8000, "%C3%A9" * 2000, "a|b," * 500, ":" * 3000, ""),
]
# What the lists and the pages of the desk read, and what they must not.
NAMEN_BEHEER = [
    *("q", "o", "p", "e", "all", "next", "_popup", "_to_field", "_changelist_filters", "term", "app_label"),
    *("naam__regex", "id__in", "pk", "zichtbaar__exact", "gecontroleerd_op__year", "user__password__startswith"),
]
WIE = [
    *(("beheerder", "fout", "//evil.example"), ("%00", "%00", "%00"), ("%ED%A0%80", "x", "\\\\evil")),
    *(("x" * 9000, "", ""), ("a&username=b", "y" * 5000, "/beheer/"), ("\ufffd", "%FF", "javascript:x")),
]
INLOG = [f"username={wie}&password={wat}&next={naar}&csrfmiddlewaretoken={TEKEN}" for wie, wat, naar in WIE]


@dataclass(frozen=True)
class Vraag:
    """One request: its address as a client sends it, its method, headers and body."""

    adres: str
    methode: str = "GET"
    koppen: dict[str, str] = field(default_factory=dict)
    lichaam: bytes = b""

    @property
    def is_beheer(self) -> bool:
        return unquote(self.adres).startswith("/beheer/")


def zaden(kort: int, lang: int, keren: int) -> list[Any]:
    """Return the runs of a drill, each a seed and a number: half of the seeds are always the same, half never are.

    One of `kort` that is always the same in every run, and for the drill `keren` of `lang` of each.
    """
    drills = [
        pytest.param(zaad, lang, id=f"long-{wat}-{nummer}", marks=pytest.mark.drill)
        for nummer in range(keren)
        for wat, zaad in (("fixed", VAST + nummer), ("free", SystemRandom().randrange(10**9)))
    ]
    return [pytest.param(VAST, kort, id="short"), *drills]


def vragen(zaad: int, aantal: int, pad: Pad) -> Iterator[Vraag]:
    """Yield requests to every address that there is, with parts of it that are there and parts that are broken."""
    kies = Random(zaad)  # noqa: S311  # to come to the same again
    goed, namen, alle = _goede_delen(pad), _namen(pad), sorted(set(_adressen()))
    deuren = [[adres for adres in alle if adres.startswith("beheer/") is beheer] for beheer in (False, True)]
    for _ in range(aantal):
        deel = partial(_deel, kies, goed)
        adres = f"/{DEEL.sub(deel, kies.choice(kies.choice(deuren)))}"
        if kies.random() < 0.15:
            adres = _kapot(kies, adres)
        methode = "GET" if kies.random() < 0.75 else kies.choice(METHODEN)
        koppen = {kies.choice(NAMEN): kies.choice(WAARDEN) for _ in range(kies.choice((0, 0, 1, 3)))}
        lichaam = b""
        if methode not in ("GET", "HEAD") or kies.random() < 0.1:
            lichaam = kies.choice(LICHAMEN)
            koppen |= {"Content-Type": kies.choice(SOORTEN)}
            if kies.random() < 0.1:
                koppen |= {"Content-Length": kies.choice(LENGTES)}
        if kies.random() < 0.03:
            adres, methode = f"/beheer/login/{_vraagdeel(kies, goed, namen)}", "POST"
            lichaam = kies.choice(INLOG).encode()
            koppen = {"Content-Type": SOORTEN[1], "Cookie": f"csrftoken={TEKEN}", "X-CSRFToken": TEKEN}
        elif kies.random() < 0.8:
            adres += _vraagdeel(kies, goed, namen)
        yield Vraag(adres, methode, koppen, lichaam)


def _adressen() -> Iterable[str]:
    """Yield every address of the site and of its desk, with the parts that vary as Django writes them."""

    def onder(patronen: Iterable[Any], begin: str) -> Iterator[str]:
        for patroon in patronen:
            adres = begin + str(patroon.pattern).strip("^$")
            yield from onder(patroon.url_patterns, adres) if isinstance(patroon, URLResolver) else (adres,)

    yield from onder(get_resolver().url_patterns, "")
    yield from ("static/ontwikkelpad.css", "static/<pad>", "<pad>/", "<pad>/<pad>/", "favicon.ico", "robots.txt")


def _goede_delen(pad: Pad) -> list[str]:
    """Return parts that are there: slugs of every kind, numbers of rows, and names of the desk."""
    slugs = [slug for rijen in pad.delen.values() if isinstance(rijen, dict) for slug in rijen]
    van_beheer = ("1", "2", "3", "functie", "functies", "auth", "user")
    return sorted({*van_beheer, *(quote(str(slug), safe="") for slug in slugs)})


def _namen(pad: Pad) -> list[str]:
    """Return the name of every parameter that some page reads."""

    def gelezen(patronen: Iterable[Any]) -> Iterator[str]:
        for patroon in patronen:
            if isinstance(patroon, URLResolver):
                yield from gelezen(patroon.url_patterns)
            else:
                yield from leest_van(patroon.callback).namen(pad)

    openbaar = gelezen(get_resolver("ontwikkelpad.urls_openbaar").url_patterns)
    return sorted({*openbaar, *namen_van_keuzes(), *NAMEN_BEHEER})


def _deel(kies: Random, goed: list[str], _: re.Match[str]) -> str:
    return kies.choice(goed if kies.random() < 0.6 else STUKKEN)


def _vraagdeel(kies: Random, goed: list[str], namen: list[str]) -> str:
    aantal = kies.choice((1, 1, 2, 4, 8, 1500) if kies.random() < 0.2 else (1, 2, 3))
    paren = []
    for _ in range(aantal):
        naam = kies.choice(namen) if kies.random() < 0.8 else kies.choice(("z", "%00", "", "&", "a[]", "%ED%A0%80"))
        waarde = kies.choice(goed if kies.random() < 0.4 else STUKKEN)
        paren.append(f"{naam}={waarde if aantal < 9 else waarde[:8]}")
    if kies.random() < 0.2:  # the same name again
        paren.append(paren[0])
    if kies.random() < 0.02:
        paren.append("q=" + "x%20" * 15_000)
    return "?" + kies.choice(("&", "&", "&", ";")).join(paren)


def _kapot(kies: Random, adres: str) -> str:
    """Return an address with something done to it that nobody types."""
    plek = kies.randrange(len(adres) + 1)
    doe: list[Callable[[], str]] = [
        lambda: adres[:plek] + kies.choice(STUKKEN) + adres[plek:],
        lambda: adres[: plek or 1],
        lambda: adres.upper(),
        lambda: f"/{adres}",
        lambda: adres.rstrip("/"),
        lambda: adres.replace("/", "%2F"),
    ]
    return kies.choice(doe)()
