"""Where an opleiding is given: what its page and its rows show of the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from aanbod.document import BIJLAGE, Aanbieding, Aanbod, lees
from opleidingen.document import Opleiding
from uitgave.pad import Pad, eens
from zoeken.vouwen import gevouwen

ONBEKEND = "Plaats niet bekend"


@dataclass(frozen=True)
class Schoolplek:
    """A school at one place, with the forms in which it gives the opleiding there, each with its own page."""

    school: str
    vormen: tuple[Aanbieding, ...]


@dataclass(frozen=True)
class Scholen:
    """Where an opleiding is given; `plaatsen` are those that fit what a visitor asked, by place."""

    peildatum: date
    scholen: tuple[str, ...]
    alle_plaatsen: tuple[str, ...]
    vormen: tuple[str, ...]
    plaats: str
    vorm: str
    onbekend: str  # a place that was asked for and that has no school
    plaatsen: list[tuple[str, list[Schoolplek]]]

    @property
    def aantal(self) -> int:
        return len(self.scholen)


@eens
def aanbod(pad: Pad) -> Aanbod | None:
    """Return the dataset beside this edition; None where none was taken over."""
    inhoud = pad.uitgave.bijlagen.get(BIJLAGE)
    return lees(inhoud) if inhoud else None


def waar(pad: Pad, opleiding: Opleiding, dag: date, plaats: str = "", vorm: str = "") -> Scholen | None:
    """Return where `opleiding` is given to who begins after `dag`; None where the register tells nothing of its code.

    `plaats` and `vorm` narrow it. A place is found whatever its capitals and accents; a school of which no place is
    known may be there, so it stays.
    """
    alles = aanbod(pad)
    rijen = [rij for rij in (alles.codes.get(opleiding.code, ()) if alles else ()) if rij.tot is None or rij.tot >= dag]
    if alles is None or not rijen:
        return None
    plaatsen = {gevouwen(rij.plaats): rij.plaats for rij in rijen if rij.plaats}
    vormen = tuple(dict.fromkeys(rij.vorm for rij in sorted(rijen, key=lambda rij: rij.vorm) if rij.vorm))
    gekozen = plaatsen.get(gevouwen(plaats.strip()), "")
    vorm = vorm if vorm in vormen else ""
    past = [rij for rij in rijen if (not gekozen or rij.plaats in (gekozen, "")) and vorm in ("", rij.vorm)]
    return Scholen(
        peildatum=alles.peildatum,
        scholen=tuple(dict.fromkeys(rij.school for rij in rijen)),
        alle_plaatsen=tuple(plaatsen.values()),
        vormen=vormen,
        plaats=gekozen,
        vorm=vorm,
        onbekend="" if gekozen else plaats.strip()[:50],
        plaatsen=_per_plaats(past),
    )


def _per_plaats(rijen: Sequence[Aanbieding]) -> list[tuple[str, list[Schoolplek]]]:
    return [
        (plaats or ONBEKEND, [Schoolplek(school, _eenmaal(rij)) for school, rij in groupby(hier, attrgetter("school"))])
        for plaats, hier in groupby(rijen, attrgetter("plaats"))
    ]


def _eenmaal(rijen: Iterable[Aanbieding]) -> tuple[Aanbieding, ...]:
    """Return one offer of each form, if possible one with a page: languages and other intakes are told there."""
    gevonden: dict[str, Aanbieding] = {}
    for rij in rijen:
        if not gevonden.get(rij.vorm, rij).website or rij.vorm not in gevonden:
            gevonden[rij.vorm] = rij
    return tuple(gevonden.values())
