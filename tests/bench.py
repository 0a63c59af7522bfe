"""How fast the pure parts are on 1,000 functies and 20,000 steps: `python -m tests.bench`.

It prints and judges nothing: numbers depend on the machine. One measure is one function that is called with
each of a list of arguments; add yours to METINGEN.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, product
from statistics import median
from time import perf_counter
from typing import Any

from functies.routes import Netwerk
from tests import bench_groei
from zoeken.ding import Ding, Veld
from zoeken.index import Index

FUNCTIES, STAPPEN, VRAGEN, LAGEN = 1_000, 20_000, 300, 20
DINGEN = 3_000
SOORTEN = ("functie", "opleiding", "beroepsvereiste", "competentie", "verhaal")

Stappen = set[tuple[str, str]]
Meting = tuple[str, Callable[..., Any], list[tuple[Any, ...]]]  # name, function, the arguments of every call

SLUGS = [f"functie-{n:04}" for n in range(FUNCTIES)]
toeval = random.Random(2026)  # noqa: S311 - the same networks every time


def vul(paar: Callable[[], Iterable[str]]) -> Stappen:
    """Draw pairs until there are enough different steps."""
    stappen: Stappen = set()
    while len(stappen) < STAPPEN:
        van, naar = paar()
        if van != naar:
            stappen.add((van, naar))
    return stappen


def willekeurig() -> Stappen:
    """Any step is as likely as any other."""
    return vul(lambda: toeval.sample(SLUGS, 2))


def knooppunten() -> Stappen:
    """Few functies have most of the steps: the n-th is drawn 1/n as often as the first."""
    gewicht = list(accumulate(1 / n for n in range(1, FUNCTIES + 1)))
    return vul(lambda: toeval.choices(SLUGS, cum_weights=gewicht, k=2))


def gelaagd() -> Stappen:
    """Steps go one layer up, one in ten goes one down."""
    breedte = FUNCTIES // LAGEN

    def paar() -> list[str]:
        laag = toeval.randrange(LAGEN - 1) * breedte
        op = [toeval.choice(SLUGS[begin : begin + breedte]) for begin in (laag, laag + breedte)]
        return op if toeval.random() < 0.9 else op[::-1]

    return vul(paar)


def paren() -> list[tuple[str, str]]:
    return [(van, naar) for van, naar in (toeval.sample(SLUGS, 2) for _ in range(VRAGEN))]


def van_onder_naar_boven() -> list[tuple[str, str]]:
    breedte = FUNCTIES // LAGEN
    return [(toeval.choice(SLUGS[:breedte]), toeval.choice(SLUGS[-breedte:])) for _ in range(VRAGEN)]


def metingen_routes() -> Iterator[Meting]:
    netwerken = {"random": willekeurig(), "hubs": knooppunten(), "layered": gelaagd()}
    for naam, stappen in netwerken.items():
        netwerk = Netwerk(stappen)
        yield f"routes, {naam}", netwerk.routes, list(paren())
        if naam == "layered":
            yield f"routes, {naam}, from bottom to top", netwerk.routes, list(van_onder_naar_boven())
    yield "afstanden, random", Netwerk(netwerken["random"]).afstanden, [([van],) for van, _ in paren()]
    yield "kortste, random", Netwerk(netwerken["random"]).kortste, [([van], naar) for van, naar in paren()]
    yield "building a Netwerk", Netwerk, [(netwerken["random"],)] * 20


def veel_dingen(aantal: int) -> Iterator[Ding]:
    """Things as many and as long as those of a large sector, the same every time."""
    kans = random.Random(1)  # noqa: S311
    klanken = product("bdfghklmnprstvwz", ("a", "e", "o", "ie", "ui", "ij"), ("", "r", "n", "st"))
    lettergrepen = ["".join(klank) for klank in klanken]
    woorden = ["".join(kans.choices(lettergrepen, k=kans.randint(1, 3))) for _ in range(9_000)]
    staarten = ["assistent", "manager", "specialist", "metaalbewerker", "begeleider", "adviseur", ""]

    def tekst(lengte: int) -> str:
        # As in a language: some words are everywhere, most are rare.
        return " ".join(woorden[int(len(woorden) * kans.random() ** 3)] for _ in range(lengte))

    for nummer in range(aantal):
        naam = f"{kans.choice(woorden)}{kans.choice(staarten)} {tekst(kans.randint(0, 2))}".strip()
        velden = [Veld("Naam", naam, 10), Veld("Code", str(10_000 + nummer), 10), Veld("Werkveld", tekst(2), 5)]
        velden += [Veld("Competentie", tekst(4), 3) for _ in range(8)]
        velden += [Veld("Samenvatting", tekst(20), 2), Veld("Omschrijving", tekst(80), 1.5)]
        yield Ding(kans.choice(SOORTEN), f"ding-{nummer}", naam, tuple(velden))


def metingen_zoeken() -> Iterator[Meting]:
    index = Index(veel_dingen(DINGEN))
    vragen = {
        "one word": "metaalbewerker",
        "prefix of two letters": "be",
        "three words, misspelled": "metalbewerker manger begleider",
        "a code": "10500",
        "twelve words, all misspelled": " ".join(["metalbewerker", "manger", "begleider", "adviser"] * 3),
        "8 kB of one letter": "x" * 8_000,
    }
    for naam, vraag in vragen.items():
        yield f"search, {naam}", index.zoek, [(vraag,)] * 20
    yield "suggestions", index.suggesties, [("winkelmanger",)] * 20


# Everything that is measured, in the order of the table.
METINGEN: list[Callable[[], Iterable[Meting]]] = [
    metingen_routes,
    metingen_zoeken,
]


def duur(functie: Callable[..., Any], argumenten: tuple[Any, ...]) -> float:
    """Return how long one call takes, in milliseconds."""
    begin = perf_counter()
    functie(*argumenten)
    return (perf_counter() - begin) * 1000


def main() -> None:
    print(f"{'measure':<45}{'median':>10}{'worst':>10}{'n':>6}   (ms)")
    for metingen in METINGEN:
        for naam, functie, vragen in metingen():
            tijden = [duur(functie, argumenten) for argumenten in vragen]
            print(f"{naam:<45}{median(tijden):>10.2f}{max(tijden):>10.2f}{len(tijden):>6}")
    bench_groei.main()


if __name__ == "__main__":
    main()
