"""A small site with something of every kind that employers read."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.conftest import BEWIJS
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.pad import Pad
from werkgevers.models import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Gids,
    Gidslink,
    Gidsstap,
    Leerweg,
    Regeling,
    Taak,
    Werkgevers,
)


@pytest.fixture
def toon() -> Callable[[Pad], Pad]:
    """Let the site show this edition."""

    def nu(pad: Pad) -> Pad:
        huidig.pad = pad
        return pad

    return nu


@pytest.fixture
def maak_stap(db):
    def maak(nummer, naam):
        rest = {"waarom": "Daarom.", "wie": "Jij.", "begin_week": nummer, "weken": 2, **BEWIJS}
        return Gidsstap.objects.create(nummer=nummer, naam=naam, slug=naam.lower(), **rest)

    return maak


@pytest.fixture
def rijen(maak_functie, maak_stap):
    """A small site with something of every kind."""
    teksten = {veld.name: f"De {veld.name}." for veld in Werkgevers._meta.fields if veld.name != "id"}
    Werkgevers.objects.create(**(teksten | {"schoolvakanties_url": "https://vakanties.example/"}))
    functie = maak_functie("Bakker")
    groepen = [
        Doelgroep.objects.create(naam=naam, slug=naam.lower(), uitleg="Iemand.", volgorde=nummer, **BEWIJS)
        for nummer, naam in enumerate(("Scholier", "Herintreder"), start=1)
    ]
    leerweg = Leerweg.objects.create(
        naam="BBL", slug="bbl", uitleg="Je leert.", school="Kort.", werk="Veel.", geschikt="Iedereen.", **BEWIJS
    )
    leerweg.doelgroepen.set(groepen)
    Regeling.objects.create(naam="Subsidie", slug="subsidie", uitleg="Geld.", geldig_tot=date(2026, 12, 31), **BEWIJS)
    Contactpunt.objects.create(naam="Loket", slug="loket", uitleg="Hulp.", url="tel:0201234567", **BEWIJS)
    vraag = {"voor": "samen", "moment": "doel", **BEWIJS}
    Gespreksvraag.objects.create(vraag="Wat wil je?", slug="wat", **{**vraag, "volgorde": 200})
    Gespreksvraag.objects.create(vraag="Wil je bakken?", slug="bakken", soort="verbreding", functie=functie, **vraag)
    Begeleiding.objects.create(naam="Voordoen", slug="voordoen", wanneer="Aan het begin.", uitleg="Doe voor.", **BEWIJS)
    eerste, _ = maak_stap(1, "Peilen"), maak_stap(2, "Matchen")
    heel = Gids.objects.create(naam="Samen opleiden", slug="samen", voor="een regio", volledig=True, volgorde=1)
    kort = Gids.objects.create(naam="Overstappen", slug="overstappen", voor="jou", voor_kandidaat=True, volgorde=2)
    taken = ((heel, "Bel scholen."), (kort, "Bel ons."), (heel, "Schrijf."))
    for nummer, (gids, zin) in enumerate(taken):
        Taak.objects.create(stap=eerste, gids=gids, tekst=zin, volgorde=nummer)
    Gidslink.objects.create(stap=eerste, naam="Handleiding", url="https://gids.example/")
    artikel = Artikel.objects.create(kop="Leren", slug="leren", soort="checklist", inleiding="Kijk.", **BEWIJS)
    Artikelpunt.objects.create(artikel=artikel, kop="Tijd", volgorde=2)
    Artikelpunt.objects.create(artikel=artikel, kop="Rust", tekst="Neem de tijd.", volgorde=1)
    return bouw(alles=True)
