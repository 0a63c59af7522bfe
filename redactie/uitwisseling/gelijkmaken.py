"""Make the working copy what a document says: save the rows that differ, delete those it does not have.

Rows are told apart by their slug; those without one by what they connect or say. What a document does
not tell (numbers for the order, the slug of an aanbieder) stays as it is where that is possible.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from django.db.models import F, Model

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
from ontwikkelpad.leesfout import JsonPad
from ontwikkelpad.verschil import DELEN, INGEBED
from opleidingen.models import Aanbieder, Opleiding
from redactie.geschiedenis.vastleggen import Gebruiker, verwijder
from redactie.uitwisseling.aanbieders import Aanbieders
from redactie.uitwisseling.rijen import Wens, bewaar, velden
from redactie.uitwisseling.volgorde import nummers
from verhalen.models import Verhaal
from werkgevers.models import (
    Artikel,
    Artikelpunt,
    Begeleiding,
    Contactpunt,
    Doelgroep,
    Gespreksvraag,
    Gidslink,
    Gidsstap,
    Leerweg,
    Regeling,
    Taak,
    Werkgevers,
)

M = TypeVar("M", bound=Model)

# What tells rows apart, where that is no slug. Of a row inside another the slug of that comes first.
SLEUTELS: dict[type[Model], Callable[[Any], Hashable]] = {
    FunctieOpleiding: attrgetter("functie.slug", "opleiding.slug"),
    Zijpad: attrgetter("functie.slug", "omschrijving"),
    Doorgroei: attrgetter("van.slug", "naar.slug"),
    Synoniem: attrgetter("woord"),
    Werkgevers: attrgetter("pk"),
    Taak: lambda taak: (taak.stap.slug, (taak.versie, taak.tekst)),
    Gidslink: attrgetter("stap.slug", "url"),
    Artikelpunt: attrgetter("artikel.slug", "kop"),
}
# In the order in which they can be deleted: a row before the rows that it uses, and after a row that takes it along.
MODELLEN: tuple[type[Model], ...] = (
    *(Verhaal, Functie, FunctieOpleiding, Zijpad, Doorgroei, Gespreksvraag, Synoniem),
    *(Opleiding, Competentie, Beroepsvereiste, Werkveld),
    *(Leerweg, Doelgroep, Regeling, Contactpunt, Begeleiding),
    *(Gidsstap, Taak, Gidslink, Artikel, Artikelpunt, Werkgevers),
)
ELDERS = 1000  # what a number of a step has added to it while another step may get that number


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
        self.klaar: dict[type[Model], dict[Hashable, Any]] = {}
        self.aanbieders = Aanbieders(document)

    def maak(self) -> None:
        """Save every row that is new or differs. Raises InvoerFout."""
        self._teksten()
        self.aanbieders.maak()
        self._maak_codes_vrij()
        self._maak_nummers_vrij()
        for deel, model in DELEN.items():  # each refers only to parts before it
            if model not in (Ontwikkelpad, Werkgevers, Aanbieder):
                self.klaar[model] = self._maak(model, getattr(self.document, deel), (deel,))

    def overbodig(self) -> Iterable[Model]:
        """Return the rows that the document does not have, in the order in which they can be deleted."""
        return [rij for model in MODELLEN for rij in self.rijen[model].values()]

    def _teksten(self) -> None:
        """The texts of the site are one row, that is there or is filled in now; those for employers may go."""
        waarden = velden(Ontwikkelpad, self.document.ontwikkelpad)
        rij = Ontwikkelpad.objects.first()
        if rij or any(waarden.values()):
            bewaar(rij or Ontwikkelpad(), Wens(("ontwikkelpad",), 1, waarden), self.document)
        if teksten := self.document.werkgevers:
            self._gelijk(Werkgevers, [Wens(("werkgevers",), 1, velden(Werkgevers, teksten))])

    def _maak_codes_vrij(self) -> None:
        """Take codes away that another opleiding may get: two can exchange them. The rows read before have them."""
        codes = {rij.slug: (rij.register or "", rij.code) for rij in self.document.opleidingen}
        huidige: Any = self.rijen[Opleiding].values()
        anders = [rij.pk for rij in huidige if codes.get(rij.slug) != (rij.register, rij.code)]
        Opleiding.objects.filter(pk__in=anders).update(register="", code="")

    def _maak_nummers_vrij(self) -> None:
        """The same for the numbers of the steps of the guide."""
        gevraagd = {rij.slug: rij.nummer for rij in self.document.gidsstappen}
        huidige: Any = self.rijen[Gidsstap].values()
        anders = [rij.pk for rij in huidige if gevraagd.get(rij.slug) != rij.nummer]
        Gidsstap.objects.filter(pk__in=anders).update(nummer=F("nummer") + ELDERS)

    def _maak(
        self, model: type[M], rijen: Sequence[d.Rij], pad: JsonPad, ouder: Model | None = None
    ) -> dict[Hashable, M]:
        """Save the rows at `pad` and the rows inside them; `ouder` is the row that they belong to themselves."""
        wensen = [self._wens(model, rij, (*pad, nummer), ouder) for nummer, rij in enumerate(rijen)]
        if any(veld.name == "volgorde" for veld in model._meta.concrete_fields):
            self._nummer(model, wensen, [d.volgnaam(rij.sleutel) for rij in rijen])
        klaar = self._gelijk(model, wensen)
        for wens, rij in zip(wensen, rijen, strict=True):
            for veld in rij.__struct_fields__:
                delen = getattr(rij, veld)
                soort = INGEBED.get(type(delen[0])) if isinstance(delen, tuple) and delen else None
                if soort and soort is not Aanbieder:
                    self._maak(soort, delen, (*wens.pad, veld), klaar[wens.sleutel])
        return klaar

    def _wens(self, model: type[Model], rij: d.Rij, pad: JsonPad, ouder: Any) -> Wens:
        """Return what the document says of one row, with the rows that it refers to."""
        wens = Wens(pad, (ouder.slug, rij.sleutel) if ouder else rij.sleutel, velden(model, rij))
        if ouder:
            (eigen,) = (veld.name for veld in model._meta.concrete_fields if veld.related_model is type(ouder))
            wens.waarden[eigen] = ouder
        for veld in set(d.VERWIJST).intersection(rij.__struct_fields__):
            slug, klaar = getattr(rij, veld), self.klaar[DELEN[d.VERWIJST[veld]]]
            if isinstance(slug, tuple):
                wens.lijsten[veld] = [klaar[deze] for deze in slug]
            else:
                wens.waarden[veld] = None if slug is None else klaar[slug]
        if isinstance(rij, d.Opleiding):
            huidige: Any = self.rijen[Opleiding].get(wens.sleutel)
            wens.lijsten["aanbieders"] = self.aanbieders.van(huidige, rij.aanbieders, (*pad, "aanbieders"))
        if isinstance(rij, d.Verhaal):
            wens.waarden |= {f"kernwoord_{nummer}": woord for nummer, woord in enumerate(rij.kernwoorden, start=1)}
        return wens

    def _nummer(self, model: type[Model], wensen: Sequence[Wens], namen: Iterable[str]) -> None:
        """Give `wensen` numbers that keep them in this order; of equal numbers `namen` decide."""
        huidige = [getattr(self.rijen[model].get(wens.sleutel), "volgorde", None) for wens in wensen]
        for wens, nummer in zip(wensen, nummers(list(zip(huidige, namen, strict=True))), strict=True):
            wens.waarden["volgorde"] = nummer

    def _gelijk(self, model: type[M], wensen: Iterable[Wens]) -> dict[Hashable, M]:
        """Save the rows of `wensen` and return them; what is left of this model is not in the document."""
        huidige: dict[Hashable, Any] = self.rijen[model]
        return {
            wens.sleutel: bewaar(huidige.pop(wens.sleutel, None) or model(), wens, self.document) for wens in wensen
        }


def _op_sleutel(model: type[Model]) -> dict[Hashable, Model]:
    """Return all rows of `model`, with the rows that they name and list."""
    namen = [veld.name for veld in model._meta.concrete_fields if veld.is_relation]
    lijsten: Any = model._meta.many_to_many
    eigen = [veld.name for veld in lijsten if veld.remote_field.through._meta.auto_created]
    rijen = model._default_manager.select_related(*namen).prefetch_related(*eigen)
    sleutel = SLEUTELS.get(model, attrgetter("slug"))
    return {sleutel(rij): rij for rij in rijen}
