"""What is known in short: of one functie or opleiding everything, or one onderwerp of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from feiten.document import Feit, Onderwerp
from feiten.keuzes import Bij
from functies.document import Functie
from opleidingen.document import Opleiding
from uitgave import klok
from uitgave.pad import Pad, eens

Waarvan = Functie | Opleiding
REGELS = 5  # of what is known, where it must be short


@dataclass(frozen=True)
class Punt:
    """One onderwerp of one functie or opleiding: the feit that holds today, or None when nothing is known."""

    onderwerp: Onderwerp
    feit: Feit | None

    @property
    def tekst(self) -> str:
        """The value with its date and source behind it, or that it is not known and who does know."""
        if self.feit is None:
            return self.onderwerp.niet_bekend
        return f"{self.feit.waarde} ({self.feit.stand})" if self.feit.stand else self.feit.waarde

    @property
    def url(self) -> str:
        """Where it stands, on another website; empty when that is not known."""
        return self.feit.url if self.feit and self.feit.url else self.onderwerp.url


@dataclass(frozen=True)
class Kort:
    """All onderwerpen of one functie or opleiding, in their order; false when there are none."""

    punten: tuple[Punt, ...]

    def __bool__(self) -> bool:
        return bool(self.punten)

    @property
    def bekend(self) -> list[Punt]:
        return [punt for punt in self.punten if punt.feit]

    @property
    def eerst(self) -> list[Punt]:
        """What stands in a few lines: no more than `REGELS` of what is known."""
        return self.bekend[:REGELS]

    @property
    def daarna(self) -> list[Punt]:
        return self.bekend[REGELS:]

    @property
    def onbekend(self) -> list[tuple[str, list[Onderwerp]]]:
        """What is not known, by whom to ask it."""
        per_wie: dict[str, list[Onderwerp]] = {}
        for punt in self.punten:
            if punt.feit is None:
                per_wie.setdefault(punt.onderwerp.wie_weet_het, []).append(punt.onderwerp)
        return list(per_wie.items())


@dataclass(frozen=True)
class Overzicht:
    """One onderwerp: what is known of it, and the functies or opleidingen of which it is not known."""

    onderwerp: Onderwerp
    bekend: list[tuple[Waarvan, Punt]]
    onbekend: list[Waarvan]


def in_het_kort(pad: Pad, waarvan: Waarvan) -> Kort:
    """Return what is known of a functie or an opleiding, for each onderwerp of which anything is known at all."""
    bij = Bij.FUNCTIES if isinstance(waarvan, Functie) else Bij.OPLEIDINGEN
    punten = (Punt(rij, _feit(pad, rij, waarvan.slug)) for rij in pad.alle(Onderwerp).values() if rij.bij == bij)
    return Kort(tuple(punt for punt in punten if punt.feit or _is_gevraagd(pad, punt.onderwerp)))


def overzicht(pad: Pad, onderwerp: Onderwerp) -> Overzicht:
    """Return one onderwerp of all functies, or of all opleidingen."""
    rijen: Mapping[str, Waarvan] = pad.alle(Functie if onderwerp.bij == Bij.FUNCTIES else Opleiding)
    punten = [(rij, Punt(onderwerp, _feit(pad, onderwerp, slug))) for slug, rij in rijen.items()]
    bekend = [(rij, punt) for rij, punt in punten if punt.feit]
    gevraagd = _is_gevraagd(pad, onderwerp)
    return Overzicht(onderwerp, bekend, [rij for rij, punt in punten if gevraagd and not punt.feit])


def _feit(pad: Pad, onderwerp: Onderwerp, slug: str) -> Feit | None:
    """Return the feit that holds today about the functie or opleiding with this slug."""
    feit = _feiten(pad)[onderwerp.slug].get(slug)
    return feit if feit and feit.geldt_op(klok.vandaag()) else None


def _is_gevraagd(pad: Pad, onderwerp: Onderwerp) -> bool:
    """True when it says something that nothing is known: it is asked everywhere, and known somewhere."""
    if onderwerp.alleen_bekend:
        return False
    vandaag = klok.vandaag()
    return any(feit.geldt_op(vandaag) for feit in _feiten(pad)[onderwerp.slug].values())


@eens
def _feiten(pad: Pad) -> Mapping[str, Mapping[str, Feit]]:
    """Return all feiten, by the slugs of their onderwerp and of what they are about."""
    gevonden: dict[str, dict[str, Feit]] = {slug: {} for slug in pad.alle(Onderwerp)}
    for feit in pad.alle(Feit).values():
        if slug := feit.over(pad.alle(Onderwerp)[feit.onderwerp].bij):
            gevonden[feit.onderwerp][slug] = feit
    return gevonden
