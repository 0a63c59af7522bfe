"""The rows of aanbieders behind a document, which has them only inside opleidingen, and without a slug.

There they are told apart by all that they say. A row that the document has no more becomes one that is
new there when they have the name or the link in common, so that a change stays a change of one row.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from django.utils.text import slugify

from ontwikkelpad import document as d
from ontwikkelpad.leesfout import JsonPad
from opleidingen.models import Aanbieder, Opleiding
from redactie.uitwisseling.rijen import Wens, bewaar, velden


class Aanbieders:
    """Finds, changes and makes the rows for one document."""

    def __init__(self, document: d.Document) -> None:
        self.document = document
        self.nummers: dict[str, Iterator[int]] = defaultdict(lambda: count(1))  # to try behind a slug
        self.rijen: dict[d.Aanbieder, list[Aanbieder]] = defaultdict(list)
        for rij in Aanbieder.objects.order_by("slug"):
            self.rijen[_inhoud(rij)].append(rij)
        self.slugs = {rij.slug for rijen in self.rijen.values() for rij in rijen}

    def maak(self) -> None:
        """See to it that there is a row for everything that the document says. Raises InvoerFout."""
        gevraagd: dict[d.Aanbieder, JsonPad] = {}
        for inhoud, pad in self._plekken():
            gevraagd.setdefault(inhoud, pad)
        over = [rij for inhoud, rijen in self.rijen.items() if inhoud not in gevraagd for rij in rijen]
        for inhoud, pad in gevraagd.items():
            if inhoud not in self.rijen:
                zelfde = [rij for rij in over if rij.naam == inhoud.naam] or [r for r in over if r.url == inhoud.url]
                over = [rij for rij in over if rij not in zelfde[:1]]
                self._bewaar(zelfde[0] if zelfde else Aanbieder(), inhoud, pad)

    def van(self, opleiding: Opleiding | None, gevraagd: tuple[d.Aanbieder, ...], pad: JsonPad) -> list[Aanbieder]:
        """Return the rows for an opleiding as it is now: those it has, when they say what is asked."""
        huidige = list(opleiding.aanbieders.all()) if opleiding else []
        if Counter(map(_inhoud, huidige)) == Counter(gevraagd):
            return huidige
        telling = Counter[d.Aanbieder]()
        gevonden = []
        for nummer, inhoud in enumerate(gevraagd):
            if telling[inhoud] == len(self.rijen[inhoud]):
                self._bewaar(Aanbieder(), inhoud, (*pad, nummer))
            gevonden.append(self.rijen[inhoud][telling[inhoud]])
            telling[inhoud] += 1
        return gevonden

    def sluit(self) -> list[Aanbieder]:
        """Make the rows that belong to no opleiding, and return those that the document does not have."""
        gevraagd = Counter(self.document.losse_aanbieders)
        weg = []
        for rij in Aanbieder.objects.filter(opleidingen=None).order_by("slug"):
            inhoud = _inhoud(rij)
            if not gevraagd[inhoud]:
                weg.append(rij)
            gevraagd[inhoud] -= 1
        for inhoud in gevraagd.elements():
            self._bewaar(Aanbieder(), inhoud, ("losse_aanbieders", self.document.losse_aanbieders.index(inhoud)))
        return weg

    def _bewaar(self, rij: Aanbieder, inhoud: d.Aanbieder, pad: JsonPad) -> None:
        waarden = velden(Aanbieder, inhoud)
        if rij._state.adding:
            waarden["slug"] = self._vrije_slug(inhoud.naam)
        self.rijen[inhoud].append(bewaar(rij, Wens(pad, inhoud, waarden), self.document))

    def _vrije_slug(self, naam: str) -> str:
        """Return the name as a slug, with a number behind it when another aanbieder has that."""
        kern = slugify(naam)[:140].strip("-") or "aanbieder"
        slug = next(s for n in self.nummers[kern] if (s := kern if n == 1 else f"{kern}-{n}") not in self.slugs)
        self.slugs.add(slug)
        return slug

    def _plekken(self) -> Iterator[tuple[d.Aanbieder, JsonPad]]:
        for nummer, opleiding in enumerate(self.document.opleidingen):
            yield from _genummerd(opleiding.aanbieders, ("opleidingen", nummer, "aanbieders"))
        yield from _genummerd(self.document.losse_aanbieders, ("losse_aanbieders",))


def _genummerd(rijen: Iterable[d.Aanbieder], pad: JsonPad) -> Iterator[tuple[d.Aanbieder, JsonPad]]:
    for nummer, rij in enumerate(rijen):
        yield rij, (*pad, nummer)


def _inhoud(rij: Aanbieder) -> d.Aanbieder:
    return d.Aanbieder(naam=rij.naam, url=rij.url, toelichting=rij.toelichting)
