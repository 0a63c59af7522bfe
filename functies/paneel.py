"""One functie with everything that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from feiten.kort import Kort, in_het_kort
from functies.document import Beroepsvereiste, Competentie, Doorgroei, Functie, Werkveld
from functies.keuzes import Rol
from functies.netwerk import niveau_van, richtingen, wegwijzer
from functies.weg import Oordeel, Waar
from niveaus.document import Omweg
from opleidingen.document import Niveau, Opleiding
from opleidingen.geldig import te_beginnen
from opleidingen.niveaus import Bereik
from profielen.document import Profiel
from uitgave.pad import Pad
from uitgave.tekst import opsomming
from verhalen.document import Verhaal

OPLEIDING = {Oordeel.PAST: "Dezelfde opleiding past.", Oordeel.NODIG: "Je hebt een andere opleiding nodig."}


@dataclass(frozen=True)
class Buur:
    """A doorgroei seen from one functie: the functie at the other end with its werkveld, and the step itself.

    `vraagt` are sentences that say what a next step asks that is not there yet: the condition that editors wrote, or
    what follows from the opleidingen; none for a step that leads here.
    """

    functie: Functie
    werkveld: Werkveld
    doorgroei: Doorgroei
    vraagt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Genoemd:
    """A functie from which a source names growth that is no single step, and what stands between."""

    functie: Functie
    omweg: Omweg


@dataclass(frozen=True)
class Vakopleiding:
    """An opleiding as one functie asks it."""

    opleiding: Opleiding
    toelichting: str
    niveau: Niveau | None


@dataclass(frozen=True)
class Paneel:
    """One functie with everything that belongs to it."""

    functie: Functie
    niveau: Bereik
    werkveld: Werkveld
    kort: Kort
    beroepsvereisten: tuple[Beroepsvereiste, ...]
    vereist: tuple[Vakopleiding, ...]
    passend: tuple[Vakopleiding, ...]
    competenties: tuple[Competentie, ...]
    vervolg: tuple[Buur, ...]
    vooraf: tuple[Buur, ...]
    omwegen: tuple[Genoemd, ...]
    verhalen: tuple[Verhaal, ...]
    profiel: Profiel | None

    @property
    def zoekt_school(self) -> bool:
        """True when of an opleiding that fits nothing leads to where it is given: you look for it by name or code."""
        return any(not (vak.opleiding.aanbieders or vak.opleiding.leeroverzicht_url) for vak in self.passend)

    @property
    def aantal_hierheen(self) -> int:
        """How many functies lead here, in one step or more."""
        return len({rij.functie.slug for rij in self.vooraf} | {rij.functie.slug for rij in self.omwegen})


def paneel_van(pad: Pad, slug: str) -> Paneel:
    """Return everything about one functie. Raises KeyError when there is no such functie."""
    functie = pad.alle(Functie)[slug]
    stappen = list(richtingen(pad))
    return Paneel(
        functie=functie,
        niveau=niveau_van(pad, functie),
        werkveld=pad.alle(Werkveld)[functie.werkveld],
        kort=in_het_kort(pad, functie),
        beroepsvereisten=tuple(pad.alle(Beroepsvereiste)[vereiste] for vereiste in functie.beroepsvereisten),
        vereist=tuple(vakopleidingen(pad, functie, Rol.VEREIST).values()),
        passend=_te_beginnen(pad, functie),
        competenties=tuple(pad.alle(Competentie)[competentie] for competentie in functie.competenties),
        vervolg=tuple(
            replace(buur, vraagt=_vraagt(pad, slug, buur))
            for buur in _buren(pad, ((naar, stap) for van, naar, stap in stappen if van == slug))
        ),
        vooraf=_buren(pad, ((van, stap) for van, naar, stap in stappen if naar == slug)),
        omwegen=tuple(Genoemd(pad.alle(Functie)[rij.van], rij) for rij in pad.alle(Omweg).values() if rij.naar == slug),
        verhalen=tuple(verhaal for verhaal in pad.alle(Verhaal).values() if verhaal.functie == slug),
        profiel=next((profiel for profiel in pad.alle(Profiel).values() if profiel.functie == slug), None),
    )


def functies_met(pad: Pad, opleiding: str, *rollen: Rol) -> tuple[Functie, ...]:
    """Return the functies for which the opleiding with this slug has one of these roles, or any."""
    return tuple(
        functie
        for functie in pad.alle(Functie).values()
        if any(link.opleiding == opleiding and link.rol in (rollen or Rol) for link in functie.opleidingen)
    )


def vakopleidingen(pad: Pad, functie: Functie, *rollen: Rol) -> dict[str, Vakopleiding]:
    """Return the opleidingen that have one of these roles for a functie, or any, by slug: also what is over."""
    links = (link for link in functie.opleidingen if link.rol in (rollen or Rol))
    return {link.opleiding: vakopleiding(pad, link.opleiding, link.toelichting) for link in links}


def vakopleiding(pad: Pad, slug: str, toelichting: str = "") -> Vakopleiding:
    opleiding = pad.alle(Opleiding)[slug]
    return Vakopleiding(opleiding, toelichting, pad.alle(Niveau).get(opleiding.op_niveau or ""))


def _te_beginnen(pad: Pad, functie: Functie) -> tuple[Vakopleiding, ...]:
    """Return the opleidingen that fit and with which one can begin today."""
    passend = vakopleidingen(pad, functie, Rol.PASSEND)
    return tuple(passend.get(slug) or vakopleiding(pad, slug) for slug in te_beginnen(pad, passend))


def _buren(pad: Pad, paren: Iterable[tuple[str, Doorgroei]]) -> tuple[Buur, ...]:
    """Turn (slug at the other end, step) into Buren, in the order of the functies."""
    stappen = dict(paren)
    return tuple(
        Buur(functie, pad.alle(Werkveld)[functie.werkveld], stappen[slug])
        for slug, functie in pad.alle(Functie).items()
        if slug in stappen
    )


def _vraagt(pad: Pad, van: str, buur: Buur) -> tuple[str, ...]:
    """Say in short sentences what a step asks of who works in the functie `van`."""
    stap = wegwijzer(pad).vanuit(Waar(functies=(van,))).stap(buur.functie.slug)
    namen = [pad.alle(Opleiding)[slug].naam for slug in stap.diplomas]
    namen += [pad.alle(Beroepsvereiste)[slug].naam for slug in stap.eisen]
    ook = f"Ook nodig: {opsomming(namen)}." if namen else ""
    gevraagd = [buur.doorgroei.voorwaarde] if buur.doorgroei.voorwaarde else [OPLEIDING.get(stap.oordeel, ""), ook]
    nieuw = f"Nieuw: {len(stap.leren)} van de {len(buur.functie.competenties)} competenties." if stap.leren else ""
    return tuple(filter(None, [*gevraagd, nieuw]))
