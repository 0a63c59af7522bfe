"""The explorer: the map as it looks with one functie chosen, and that functie's panel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from django.http import QueryDict

from functies.achtergrond import Achtergrond, Standregel, bekende_achtergrond, kiesbare_opleidingen
from functies.document import Functie, Werkveld
from functies.kaart import Kaart, Lijn, Vak
from functies.netwerk import buren_van, hele_kaart, kaart_rond, kaart_van, niveau_van, telling
from functies.paneel import Paneel, paneel_van
from functies.weg import Soort
from opleidingen.document import Niveau
from opleidingen.geldig import keuzenaam
from opleidingen.niveaus import Bereik, bereik
from opleidingen.vooropleidingen import vooropleidingen
from uitgave.pad import Pad
from uitgave.pagina import reist_mee
from werkgevers.document import Gids
from werkgevers.gidsen import gidsen

# What a card says of its place beside the chosen functie, and the class that shows it.
VERVOLG, VOORAF = "vervolg", "vooraf"
VOL_BLAD = 16  # functies of which the cards on one sheet of paper are at their largest
LANG = 15  # functies: a list of more than this can be narrowed by typing
GEEN_NIVEAU, ZONDER_NIVEAUS = "Niveau niet bekend", "Functies"  # above functies; the last where there are no levels
BIJSCHRIFT = {VERVOLG: "Mogelijke stap", VOORAF: "Leidt hierheen"}
Keuzes = list[tuple[str, list[tuple[str, str]]]]  # headings, each with its options: value and name


@dataclass(frozen=True)
class Kaartje:
    """A functie on the map: where it stands, when the map is drawn, and what it is to the chosen functie."""

    functie: Functie
    niveau: Bereik
    werkveld: Werkveld
    vak: Vak | None
    gekozen: bool
    buiten: bool  # of another werkveld than the one that is asked for
    standen: tuple[str, ...]
    achtergrond: Standregel | None

    @property
    def klassen(self) -> str:
        """The classes that show what it is."""
        plek = "gekozen" if self.gekozen else "buiten" if self.buiten else ""
        past = f"is-{self.achtergrond.soort}" if self.achtergrond else ""
        return " ".join(filter(None, (plek, *self.standen, past)))

    @property
    def woorden(self) -> str:
        return " ·\N{NO-BREAK SPACE}".join(BIJSCHRIFT[stand] for stand in self.standen)


@dataclass(frozen=True)
class Trede:
    """One level of the map with its cards, in the order of growth; `kop` is its name, or that it is not known.

    `anker` is by what the overview leads there.
    """

    kop: str
    anker: str
    vak: Vak | None
    kaartjes: tuple[Kaartje, ...]


@dataclass(frozen=True)
class Overzicht:
    """How many functies there are, for a map that is too large: a row for each werkveld, a column for each level.

    Each count comes with the `anker` of its level.
    """

    koppen: list[str]
    rijen: list[tuple[Werkveld, list[tuple[str, int]], int]]


@dataclass(frozen=True)
class Draad:
    """A line of the map: out of the chosen functie, into it, or another."""

    lijn: Lijn
    stand: str

    @property
    def poorten(self) -> str:
        """Path data of a dot at each end where one arrives: no length, so its round caps draw a circle."""
        einden = self.lijn.punten[:: 1 - len(self.lijn.punten)] if self.lijn.beide else self.lijn.punten[-1:]
        return "".join(f"M{x:g} {y:g}h.01" for x, y in einden)


@dataclass(frozen=True)
class Kaartkeuze:
    """What the visitor asked of the map; `onbekend` are the values that mean nothing to this edition."""

    werkveld: Werkveld | None = None
    opleiding: str = ""
    buurt: bool = False
    onbekend: tuple[str, ...] = ()

    @classmethod
    def uit(cls, pad: Pad, vraag: Mapping[str, str]) -> "Kaartkeuze":
        """Read the filters from a query string; each stands by itself."""
        werkveld, opleiding = vraag.get("werkveld", ""), vraag.get("opleiding", "")
        bekend = {
            "werkveld": werkveld in pad.alle(Werkveld),
            "opleiding": bekende_achtergrond(pad, opleiding) is not None,
        }
        return cls(
            werkveld=pad.alle(Werkveld).get(werkveld),
            opleiding=opleiding if bekend["opleiding"] else "",
            buurt=vraag.get("kaart") == "buurt",
            onbekend=tuple(vraag[naam] for naam in bekend if vraag.get(naam) and not bekend[naam]),
        )

    def adres(self, buurt: bool) -> str:
        """Return the query string that keeps this choice, with `?`; empty when there is none."""
        werkveld = self.werkveld.slug if self.werkveld else ""
        delen = {"opleiding": self.opleiding, "werkveld": werkveld, "kaart": "buurt" if buurt else ""}
        gekozen = urlencode({naam: waarde for naam, waarde in delen.items() if waarde})
        return f"?{gekozen}" if gekozen else ""


GEEN_KEUZE = Kaartkeuze()


@reist_mee("opleiding")
def opleiding_van_bezoeker(pad: Pad, vraag: QueryDict) -> list[tuple[str, str]]:
    """The opleiding that somebody has goes along to every page; of several, the last that every page knows."""
    bekend = [slug for slug in vraag.getlist("opleiding") if bekende_achtergrond(pad, slug)]
    return [("opleiding", slug) for slug in bekend[-1:]]


@dataclass(frozen=True)
class Verkenner:
    """The map, and the panel of the chosen functie.

    `te_groot` says that the map would not be readable, `buurt` that it shows only the functies around the chosen one,
    `buren_weg` that functies of other werkvelden are left out although steps lead to them or come from them.
    """

    keuze: Kaartkeuze
    kaart: Kaart
    treden: list[Trede]
    banen: list[tuple[Werkveld, Vak]]
    draden: list[Draad]
    te_groot: bool
    buurt: bool
    buren_weg: bool
    overzicht: Overzicht | None
    paneel: Paneel | None
    achtergrond: Achtergrond | None
    stand: Standregel | None
    achtergronden: Keuzes
    gids_kandidaat: Gids | None

    @property
    def werkvelden(self) -> list[Werkveld]:
        """The werkvelden of what stands on the map, each once."""
        gezien = {kaartje.werkveld.slug: kaartje.werkveld for trede in self.treden for kaartje in trede.kaartjes}
        return list(gezien.values())

    @property
    def lang(self) -> bool:
        """Whether the list of functies is too long to look through."""
        return len(self.kaart.plaatsen) > LANG

    @property
    def klassen(self) -> str:
        """How the page is laid out: with a functie chosen, or at home with a map that is wide, or fits one sheet."""
        if self.paneel:
            return "met-keuze"
        vol = len(self.kaart.plaatsen) > VOL_BLAD
        kan = {"breed": self.kaart.past and self.kaart.breed, "op-blad": self.kaart.op_blad}
        kan["vol"] = self.kaart.op_blad and vol
        return " ".join(["thuis", *(naam for naam, is_zo in kan.items() if is_zo)])

    @property
    def begint(self) -> bool:
        """True when the way to the chosen functie is to begin there; else others lead to it."""
        if self.stand:
            return self.stand.soort in (Soort.PAST, Soort.PAST_MET, Soort.BEGIN)
        return self.paneel is not None and not self.paneel.vooraf

    @property
    def behoud(self) -> str:
        return self.keuze.adres(buurt=self.keuze.buurt)

    @property
    def hele_kaart(self) -> str:
        return self.keuze.adres(buurt=False)

    @property
    def alleen_buurt(self) -> str:
        return self.keuze.adres(buurt=True)


def verkenner(pad: Pad, keuze: Kaartkeuze, gekozen: Functie | None = None) -> Verkenner:
    """Return the map as it looks with `gekozen` chosen.

    A map that is too large to read gives way: to the neighbourhood of the chosen functie, or to
    the list alone. `keuze.buurt` asks for that neighbourhood also when the whole map fits.
    """
    paneel = paneel_van(pad, gekozen.slug) if gekozen else None
    kaart = kaart_van(pad, keuze.werkveld.slug, gekozen) if keuze.werkveld else hele_kaart(pad)
    te_groot = not kaart.past
    buurt = bool(gekozen) and (keuze.buurt or te_groot)
    if gekozen and buurt:
        kaart = kaart_rond(pad, gekozen.slug)
    achtergrond = bekende_achtergrond(pad, keuze.opleiding)
    return Verkenner(
        keuze=keuze,
        kaart=kaart,
        treden=kaarttreden(pad, kaart, keuze, paneel, achtergrond),
        banen=kaartbanen(pad, kaart),
        draden=kaartdraden(kaart, gekozen),
        te_groot=te_groot,
        buurt=buurt,
        buren_weg=_buren_weg(pad, keuze, kaart) and not buurt,
        overzicht=overzicht_van(pad) if te_groot and not gekozen and not keuze.werkveld else None,
        paneel=paneel,
        achtergrond=achtergrond,
        stand=achtergrond.stand(gekozen) if achtergrond and gekozen else None,
        achtergronden=achtergronden(pad),
        gids_kandidaat=next((gids for gids in gidsen(pad) if gids.voor_kandidaat), None),
    )


def _buren_weg(pad: Pad, keuze: Kaartkeuze, kaart: Kaart) -> bool:
    return keuze.werkveld is not None and not buren_van(pad, keuze.werkveld.slug) <= kaart.plaatsen.keys()


def achtergronden(pad: Pad) -> Keuzes:
    """What somebody can have to begin with: in general, and the opleidingen under the name of their level."""
    algemeen = [(slug, rij.naam) for slug, rij in vooropleidingen(pad).items()]
    rijen = sorted(kiesbare_opleidingen(pad).values(), key=lambda rij: bereik(pad, rij.op_niveau).orde)
    groepen = groupby(rijen, key=lambda rij: pad.alle(Niveau).get(rij.op_niveau or ""))
    passend = [
        (niveau.naam if niveau else GEEN_NIVEAU, [(rij.slug, keuzenaam(pad, rij)) for rij in groep])
        for niveau, groep in groepen
    ]
    return [("In het algemeen", algemeen), *passend]


def niveaukop(pad: Pad, niveau: str) -> str:
    """Return what stands above functies of a level with this name, or of which no level is known."""
    return niveau or (GEEN_NIVEAU if pad.alle(Niveau) else ZONDER_NIVEAUS)


def overzicht_van(pad: Pad) -> Overzicht:
    """Return how many functies each werkveld has of each level."""
    aantallen = telling(pad)
    niveaus = list(next(iter(aantallen.values()), {}))
    rijen = [
        (pad.alle(Werkveld)[slug], [(_anker(pad, niveau), rij[niveau]) for niveau in niveaus], sum(rij.values()))
        for slug, rij in aantallen.items()
    ]
    return Overzicht([_niveaukop(pad, niveau) for niveau in niveaus], rijen)


def _niveaukop(pad: Pad, trede: int | str | None) -> str:
    return niveaukop(pad, list(pad.alle(Niveau).values())[trede].naam if isinstance(trede, int) else "")


def _anker(pad: Pad, trede: int | str | None) -> str:
    return f"niveau-{list(pad.alle(Niveau))[trede]}" if isinstance(trede, int) else "zonder-niveau"


def kaartbanen(pad: Pad, kaart: Kaart) -> list[tuple[Werkveld, Vak]]:
    """Return the werkvelden of a map, each with its lane; none when it is not drawn."""
    return [(pad.alle(Werkveld)[str(band.naam)], kaart.baanvak(band)) for band in kaart.banen if kaart.past]


def kaarttreden(
    pad: Pad,
    kaart: Kaart,
    keuze: Kaartkeuze = GEEN_KEUZE,
    paneel: Paneel | None = None,
    achtergrond: Achtergrond | None = None,
) -> list[Trede]:
    """Return the levels of a map with their cards, as they look with this choice."""
    return list(_treden(pad, kaart, keuze, paneel, achtergrond))


def kaartdraden(kaart: Kaart, gekozen: Functie | None = None) -> list[Draad]:
    """Return the lines of a map, those of `gekozen` above the others."""
    return sorted(_draden(kaart, gekozen), key=lambda draad: draad.stand != "")


def _treden(
    pad: Pad, kaart: Kaart, keuze: Kaartkeuze, paneel: Paneel | None, achtergrond: Achtergrond | None
) -> Iterator[Trede]:
    for band in kaart.niveaus:
        kaartjes = tuple(
            _kaartje(pad, plaats.slug, kaart.vak(plaats) if kaart.past else None, keuze, paneel, achtergrond)
            for plaats in kaart.plaatsen.values()
            if band.van <= plaats.kolom < band.tot
        )
        vak = kaart.niveauvak(band) if kaart.past else None
        yield Trede(_niveaukop(pad, band.naam), _anker(pad, band.naam), vak, kaartjes)


def _kaartje(
    pad: Pad,
    slug: str,
    vak: Vak | None,
    keuze: Kaartkeuze,
    paneel: Paneel | None,
    achtergrond: Achtergrond | None,
) -> Kaartje:
    functie = pad.alle(Functie)[slug]
    buren = {VERVOLG: paneel.vervolg, VOORAF: paneel.vooraf} if paneel else {}
    return Kaartje(
        functie=functie,
        niveau=niveau_van(pad, functie),
        werkveld=pad.alle(Werkveld)[functie.werkveld],
        vak=vak,
        gekozen=paneel is not None and paneel.functie is functie,
        buiten=keuze.werkveld is not None and keuze.werkveld.slug != functie.werkveld,
        standen=tuple(stand for stand, stappen in buren.items() if any(stap.functie is functie for stap in stappen)),
        achtergrond=achtergrond.stand(functie) if achtergrond else None,
    )


def _draden(kaart: Kaart, gekozen: Functie | None) -> Iterator[Draad]:
    for lijn in kaart.lijnen:
        if gekozen and gekozen.slug in (lijn.van, lijn.naar):
            stand = VERVOLG if lijn.beide or lijn.van == gekozen.slug else VOORAF
        else:
            stand = ""
        yield Draad(lijn, stand)
