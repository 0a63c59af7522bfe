"""Make the working copy what a document says: save the rows that differ, delete those it does not have.

Rows are told apart by their slug; those without one by what they connect or say. What a document does
not tell (numbers for the order, the slug of an aanbieder) stays as it is where that is possible.
"""

from collections.abc import Callable, Hashable, Iterable
from operator import attrgetter
from typing import Any, TypeVar

from django.db.models import Model

from functies.models import (
    Beroepsvereiste,
    Competentie,
    Doorgroei,
    Functie,
    FunctieOpleiding,
    Ontwikkelpad,
    Synoniem,
    Werkveld,
    Zijpad,
)
from ontwikkelpad import document as d
from opleidingen.models import Opleiding
from redactie.geschiedenis.vastleggen import Gebruiker, verwijder
from redactie.uitwisseling.aanbieders import Aanbieders
from redactie.uitwisseling.rijen import Wens, bewaar, velden
from redactie.uitwisseling.volgorde import nummers
from verhalen.models import Verhaal

M = TypeVar("M", bound=Model)

# What tells rows apart, where that is no slug.
SLEUTELS: dict[type[Model], Callable[[Any], Hashable]] = {
    FunctieOpleiding: attrgetter("functie.slug", "opleiding.slug"),
    Zijpad: attrgetter("functie.slug", "omschrijving"),
    Doorgroei: attrgetter("van.slug", "naar.slug"),
    Synoniem: attrgetter("woord"),
}
LIJSTEN: dict[type[Model], tuple[str, ...]] = {
    Functie: ("beroepsvereisten", "competenties"),
    Opleiding: ("aanbieders",),
}
# In the order in which they can be deleted: a row before the rows that it uses.
MODELLEN: tuple[type[Model], ...] = (
    *(Verhaal, Functie, FunctieOpleiding, Zijpad, Doorgroei, Synoniem),
    *(Opleiding, Competentie, Beroepsvereiste, Werkveld),
)


def maak_gelijk(document: d.Document, gebruiker: Gebruiker) -> None:
    """Make the working copy what `document` says. Call it inside `vastleggen`.

    Only rows that differ are saved, validated like an editor's typing. Raises InvoerFout at the first
    row that is not right; the transaction around it must then undo all.
    """
    werk = Gelijkmaker(document)
    werk.maak()
    for rij in werk.overbodig():
        if type(rij)._default_manager.filter(pk=rij.pk).exists():  # not gone along with another
            verwijder(rij, gebruiker)
    for aanbieder in werk.aanbieders.sluit():
        verwijder(aanbieder, gebruiker)


class Gelijkmaker:
    """The work for one document. All rows are read before the first is changed."""

    def __init__(self, document: d.Document) -> None:
        self.document = document
        self.rijen = {model: _op_sleutel(model) for model in MODELLEN}
        self.aanbieders = Aanbieders(document)

    def maak(self) -> None:
        """Save every row that is new or differs. Raises InvoerFout."""
        self._teksten()
        werkvelden = self._gelijk(Werkveld, self._genummerd(Werkveld, self._wensen("werkvelden", Werkveld)))
        vereisten = self._gelijk(Beroepsvereiste, self._wensen("beroepsvereisten", Beroepsvereiste))
        op_volgorde = self._genummerd(Competentie, self._wensen("competenties", Competentie))
        competenties = self._gelijk(Competentie, op_volgorde)
        opleidingen = self._opleidingen()
        functies = self._functies(werkvelden, vereisten, competenties)
        self._bij_functies(functies, opleidingen)
        self._stappen(functies)
        self._verhalen(functies)
        self._gelijk(Synoniem, self._wensen("synoniemen", Synoniem))

    def overbodig(self) -> Iterable[Model]:
        """Return the rows that the document does not have, in the order in which they can be deleted."""
        return [rij for model in MODELLEN for rij in self.rijen[model].values()]

    def _teksten(self) -> None:
        """The texts of the site are one row, that is there or is filled in now."""
        waarden = velden(Ontwikkelpad, self.document.ontwikkelpad)
        rij = Ontwikkelpad.objects.first()
        if rij or any(waarden.values()):
            bewaar(rij or Ontwikkelpad(), Wens(("ontwikkelpad",), 1, waarden), self.document)

    def _opleidingen(self) -> dict[Hashable, Opleiding]:
        self.aanbieders.maak()
        self._maak_codes_vrij()
        wensen = self._wensen("opleidingen", Opleiding)
        for wens, rij in zip(wensen, self.document.opleidingen, strict=True):
            huidige: Any = self.rijen[Opleiding].get(wens.sleutel)
            wens.lijsten["aanbieders"] = self.aanbieders.van(huidige, rij.aanbieders, (*wens.pad, "aanbieders"))
        return self._gelijk(Opleiding, wensen)

    def _maak_codes_vrij(self) -> None:
        """Take codes away that another opleiding may get: two can exchange them. The rows read before have them."""
        codes = {rij.slug: (rij.register or "", rij.code) for rij in self.document.opleidingen}
        huidige: Any = self.rijen[Opleiding].values()
        anders = [rij.pk for rij in huidige if codes.get(rij.slug) != (rij.register, rij.code)]
        Opleiding.objects.filter(pk__in=anders).update(register="", code="")

    def _functies(
        self,
        werkvelden: dict[Hashable, Werkveld],
        vereisten: dict[Hashable, Beroepsvereiste],
        competenties: dict[Hashable, Competentie],
    ) -> dict[Hashable, Functie]:
        wensen = self._wensen("functies", Functie)
        for wens, rij in zip(wensen, self.document.functies, strict=True):
            wens.waarden["werkveld"] = werkvelden[rij.werkveld]
            wens.lijsten["beroepsvereisten"] = [vereisten[slug] for slug in rij.beroepsvereisten]
            wens.lijsten["competenties"] = [competenties[slug] for slug in rij.competenties]
        return self._gelijk(Functie, wensen)

    def _bij_functies(self, functies: dict[Hashable, Functie], opleidingen: dict[Hashable, Opleiding]) -> None:
        """What hangs on a functie is numbered for each functie apart."""
        links: list[Wens] = []
        zijpaden: list[Wens] = []
        for nummer, rij in enumerate(self.document.functies):
            van_functie = []
            for plek, link in enumerate(rij.opleidingen):
                waarden = {"functie": functies[rij.slug], "opleiding": opleidingen[link.opleiding]}
                waarden |= velden(FunctieOpleiding, link)
                van_functie.append(Wens(("functies", nummer, "opleidingen", plek), (rij.slug, link.sleutel), waarden))
            links += self._genummerd(FunctieOpleiding, van_functie)
            van_functie = []
            for plek, zijpad in enumerate(rij.zijpaden):
                waarden = {"functie": functies[rij.slug]} | velden(Zijpad, zijpad)
                van_functie.append(Wens(("functies", nummer, "zijpaden", plek), (rij.slug, zijpad.sleutel), waarden))
            zijpaden += self._genummerd(Zijpad, van_functie)
        self._gelijk(FunctieOpleiding, links)
        self._gelijk(Zijpad, zijpaden)

    def _stappen(self, functies: dict[Hashable, Functie]) -> None:
        wensen = self._wensen("doorgroei", Doorgroei)
        for wens, rij in zip(wensen, self.document.doorgroei, strict=True):
            wens.waarden |= {"van": functies[rij.van], "naar": functies[rij.naar]}
        self._gelijk(Doorgroei, wensen)

    def _verhalen(self, functies: dict[Hashable, Functie]) -> None:
        wensen = self._wensen("verhalen", Verhaal)
        for wens, rij in zip(wensen, self.document.verhalen, strict=True):
            woorden = {f"kernwoord_{nummer}": woord for nummer, woord in enumerate(rij.kernwoorden, start=1)}
            wens.waarden |= {"functie": functies[rij.functie], **woorden}
        self._gelijk(Verhaal, wensen)

    def _wensen(self, deel: str, model: type[Model]) -> list[Wens]:
        """Return what the rows in this part of the document say of fields that hold a plain value."""
        rijen = enumerate(getattr(self.document, deel))
        return [Wens((deel, nummer), rij.sleutel, velden(model, rij)) for nummer, rij in rijen]

    def _genummerd(self, model: type[Model], wensen: list[Wens]) -> list[Wens]:
        """Return `wensen`, each with a number that keeps them in this order."""
        huidige = [getattr(self.rijen[model].get(wens.sleutel), "volgorde", None) for wens in wensen]
        namen = [wens.sleutel[-1] if isinstance(wens.sleutel, tuple) else str(wens.sleutel) for wens in wensen]
        for wens, nummer in zip(wensen, nummers(list(zip(huidige, namen, strict=True))), strict=True):
            wens.waarden["volgorde"] = nummer
        return wensen

    def _gelijk(self, model: type[M], wensen: Iterable[Wens]) -> dict[Hashable, M]:
        """Save the rows of `wensen` and return them; what is left of this model is not in the document."""
        huidige: dict[Hashable, Any] = self.rijen[model]
        return {
            wens.sleutel: bewaar(huidige.pop(wens.sleutel, None) or model(), wens, self.document) for wens in wensen
        }


def _op_sleutel(model: type[Model]) -> dict[Hashable, Model]:
    """Return all rows of `model`, with the rows that they name and list."""
    rijen = model._default_manager.select_related().prefetch_related(*LIJSTEN.get(model, ()))
    sleutel = SLEUTELS.get(model, attrgetter("slug"))
    return {sleutel(rij): rij for rij in rijen}
