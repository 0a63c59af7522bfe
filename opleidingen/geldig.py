"""With which opleidingen somebody can begin on a day, in an edition, and what took the place of the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from opleidingen.document import Geldigheid, Opleiding
from opleidingen.geldigheid import keten
from uitgave import klok
from uitgave.pad import Pad, eens


@dataclass(frozen=True)
class Begin:
    """What somebody who wants to begin reads of an opleiding: from or until when one can, or what to do now.

    Of `vanaf` and `tot` at most one is there. `opvolgers` are those with which one can begin, or go on, in its place.
    """

    rij: Geldigheid
    vanaf: date | None
    tot: date | None
    kan_niet_meer: bool
    opvolger: Opleiding | None


@eens
def geldigheden(pad: Pad) -> Mapping[str, Geldigheid]:
    """Return how long one can begin, by the slug of the opleiding of which that is known."""
    return {rij.opleiding: rij for rij in pad.alle(Geldigheid).values()}


def begin(pad: Pad, slug: str) -> Begin | None:
    """Return what there is to say today of beginning with an opleiding; None when there is nothing to say."""
    rij, vandaag = geldigheden(pad).get(slug), klok.vandaag()
    if rij is None:
        return None
    dicht = rij.sluit is not None and rij.sluit <= vandaag
    vanaf = rij.vanaf if rij.vanaf and rij.vanaf > vandaag and not dicht else None
    tot = rij.sluit if not dicht and not vanaf else None
    opvolger = next(iter(_te_beginnen(pad, opvolgers(pad, slug), vandaag)), None)
    if not (dicht or vanaf or tot or opvolger):
        return None
    return Begin(rij, vanaf, tot, dicht, pad.alle(Opleiding)[opvolger] if opvolger else None)


def opvolgers(pad: Pad, slug: str) -> list[str]:
    """Return what took the place of an opleiding, and what took the place of that: who has it, has those too."""
    return keten(slug, _opvolger(pad))


@eens
def _opvolger(pad: Pad) -> Mapping[str, str | None]:
    return {slug: rij.opvolger for slug, rij in geldigheden(pad).items()}


def te_beginnen(pad: Pad, slugs: Iterable[str]) -> tuple[str, ...]:
    """Return with what one can begin today: of these opleidingen, or in the place of one that is over, each once."""
    vandaag = klok.vandaag()
    nu = (next(iter(_te_beginnen(pad, [slug, *opvolgers(pad, slug)], vandaag)), "") for slug in slugs)
    return tuple(dict.fromkeys(filter(None, nu)))


def is_over(pad: Pad, slug: str) -> bool:
    """True when nobody can begin with this opleiding any more, today."""
    return _dicht(geldigheden(pad).get(slug), klok.vandaag())


def _te_beginnen(pad: Pad, slugs: Iterable[str], dag: date) -> list[str]:
    return [slug for slug in slugs if not _dicht(geldigheden(pad).get(slug), dag)]


def _dicht(rij: Geldigheid | None, dag: date) -> bool:
    return rij is not None and rij.sluit is not None and rij.sluit <= dag


def keuzenaam(pad: Pad, rij: Opleiding) -> str:
    """Return the name of what somebody can have: with its code when it ends or ended, for its successor may be called
    the same.
    """
    geldigheid = geldigheden(pad).get(rij.slug)
    eindigt = geldigheid is not None and (geldigheid.sluit or geldigheid.opvolger)
    return f"{rij.naam} ({rij.code})" if rij.code and eindigt else rij.naam
