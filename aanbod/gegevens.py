"""Who offers what as open data: only of what is published, with its source and its day in each row."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.text import slugify

from aanbod.ckan import PORTAAL
from aanbod.datasets import DATASETS
from aanbod.document import BIJLAGEN, lees_alle, per_plek
from opleidingen.document import Opleiding
from rdf.drietal import DCT, SCHEMA, SOORT, Drietal, Iri, Namen, Waarde, adres, dag, nl
from uitgave.gegevens import Bron, Gegevens
from uitgave.pad import Pad
from uitgave.rij import Rij

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


class Aanbodregel(Rij, frozen=True):
    """An opleiding that a school offers, in one form, at one place. `opleiding` is its slug, `bron` the dataset."""

    opleiding: str
    code: str
    school: str
    plaats: str
    vorm: str
    naam: str
    website: str
    van: date | None
    tot: date | None
    bron: str
    peildatum: date


def bronnen(pad: Pad) -> tuple[Bron, ...]:
    """Return the datasets that are served beside an edition."""
    return tuple(
        Bron(
            naam=DATASETS[stelsel].naam,
            van="DUO",
            adres=f"{PORTAAL}/datasets/{DATASETS[stelsel].naam}",
            licentie=CC_BY,
            peildatum=aanbod.peildatum,
        )
        for stelsel, aanbod in lees_alle(pad.uitgave.bijlagen).per_stelsel.items()
    )


def rijen(pad: Pad) -> Iterator[Aanbodregel]:
    """Yield who offers each opleiding of an edition."""
    per_stelsel = lees_alle(pad.uitgave.bijlagen).per_stelsel
    for opleiding in pad.alle(Opleiding).values():
        for stelsel, aanbod in per_stelsel.items():
            for rij in per_plek(aanbod.codes.get(opleiding.code, ())):
                yield Aanbodregel(
                    opleiding=opleiding.slug,
                    code=opleiding.code,
                    school=rij.school,
                    plaats=rij.plaats,
                    vorm=rij.vorm,
                    naam=rij.naam,
                    website=rij.website,
                    van=rij.van,
                    tot=rij.tot,
                    bron=DATASETS[stelsel].naam,
                    peildatum=aanbod.peildatum,
                )


def drietallen(pad: Pad, namen: Namen) -> Iterator[Drietal]:
    """Yield of each opleiding the schools that give it; a school has no lasting name but that of its opleiding.

    What has a last day on which one can begin stands apart, and says until when: a form does not depend on the day.
    """
    waar = {bron.naam: Iri(bron.adres) for bron in bronnen(pad)}
    for regel in rijen(pad):
        opleiding = namen.van("opleidingen", regel.opleiding)
        tot = regel.tot and regel.tot + timedelta(days=1)
        school = Iri(f"{opleiding}#{slugify(regel.school)}{f'-tot-{tot}' if tot else ''}")
        yield opleiding, SCHEMA("provider"), school
        if regel.vorm:
            yield school if tot else opleiding, SCHEMA("educationalProgramMode"), Waarde(regel.vorm)
        if tot:
            yield school, namen.eigen("instroomTot"), dag(tot)
        yield school, SOORT, SCHEMA("EducationalOrganization")
        yield school, SCHEMA("name"), nl(regel.school)
        if regel.plaats:
            yield school, SCHEMA("location"), nl(regel.plaats)
        if regel.website:
            yield school, SCHEMA("url"), adres(regel.website)
        yield school, DCT("source"), waar[regel.bron]
        yield school, DCT("modified"), dag(regel.peildatum)


AANBOD = Gegevens(
    deel="aanbod",
    titel="Scholen per opleiding",
    uitleg="Welke school een opleiding geeft, waar en in welke vorm. Dit komt van DUO en kan veranderen zonder nieuwe "
    "versie.",
    rij=Aanbodregel,
    bronnen=bronnen,
    rijen=rijen,
    drietallen=drietallen,
    bijlagen=tuple(BIJLAGEN.values()),
    beheer="admin:opleidingen_opleiding_aanbod",
)
