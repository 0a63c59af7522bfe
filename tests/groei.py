"""The content of a site made many times as large: rows that differ, with texts that differ, the same every time.

Each row that there is gets copies of its own, in words that are made up. What a row belongs to, it finds in the same
copy; what it leads to or lists, in any. So steps cross from copy to copy, as in a large sector.
"""

import random
import re
from collections import defaultdict
from datetime import timedelta
from graphlib import TopologicalSorter
from itertools import product
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db.models import CharField, DateField, IntegerField, Model, SlugField, TextField
from django.utils import timezone
from reversion.models import Revision, Version

from redactie.geschiedenis.vermeldingen import onthoud
from uitgave.inhoud import CodeField, LinkField
from uitgave.soort import SLEUTEL, Soort, soorten, unieke_groepen

# What a larger sector has no more of.
VAST = {
    "breekwoorden",
    "competentiegebieden",
    "groeiwijzen",
    "niveaus",
    "niveauuitleg",
    "onderwerpen",
    "paginas",
    "registers",
    "werkvelden",
}
HOOGSTE = 32_767  # the largest number for an order
LATER = timedelta(days=400)
_woord = re.compile(r"\S*[/:@{}]\S*|[^\W\d_]{4,}")
_code = re.compile(r"[A-Z]?\d{3,}")
_klanken = ["".join(klank) for klank in product("bdfghklmnprstvwz", ("a", "e", "o", "ie", "ui"), ("", "r", "n", "st"))]

Kopieen = dict[tuple[type[Model], Any], list[Any]]  # by model and key: the row itself, and its copies


class Schrijver:
    """Writes texts with the form and length of others, in a language of some thousands of made-up words."""

    def __init__(self, kans: random.Random) -> None:
        self.kans = kans
        self.woorden: defaultdict[int, list[str]] = defaultdict(list)
        for _ in range(20_000):
            woord = "".join(kans.choices(_klanken, k=kans.randint(2, 5)))
            self.woorden[len(woord)].append(woord)

    def anders(self, tekst: str) -> str:
        """Return a text like `tekst`: its longer words are other ones. Links and names of pages stay."""
        return _woord.sub(lambda gevonden: self._woord(gevonden[0]), tekst)

    def _woord(self, oud: str) -> str:
        if not oud.isalpha():
            return oud
        nieuw = self.woord(len(oud))
        return nieuw.capitalize() if oud[0].isupper() else nieuw

    def woord(self, lengte: int) -> str:
        """Return a word of about this length. As in a language: some are everywhere, most are rare."""
        rij = self.woorden[min(lengte, 16)]
        return rij[int(len(rij) * self.kans.random() ** 2)]


def groei(keer: int, zaad: int = 2026) -> None:
    """Make the working copy `keer` times as large, with a history of each new row."""
    Groei(keer, random.Random(zaad)).maak()  # noqa: S311 - the same content every time


class Groei:
    """The work of one `groei`."""

    def __init__(self, keer: int, kans: random.Random) -> None:
        self.keer, self.kans, self.schrijver = keer, kans, Schrijver(kans)
        self.kopieen: Kopieen = {}
        self.hoogste: dict[Any, int] = {}
        self.later: defaultdict[Soort, timedelta] = defaultdict(timedelta)  # than the row of which a copy is made
        self.spreiding: dict[Soort, timedelta] = {}  # between the first and the last day of all rows
        self.gezien: defaultdict[Any, set[Any]] = defaultdict(set)

    def maak(self) -> None:
        gewoon = {soort.model: soort for soort in soorten() if not soort.enig}
        naar = {model: {veld.related_model for veld in model._meta.concrete_fields} & {*gewoon} for model in gewoon}
        for model in TopologicalSorter(naar).static_order():  # what is named comes before what names it
            self._soort(gewoon[model])
        revisie = Revision.objects.create(date_created=timezone.now(), comment="Ingevoerd")
        for soort in gewoon.values():
            if soort.deel not in VAST:
                self._lijsten(soort, revisie)

    def _soort(self, soort: Soort) -> None:
        rijen = list(soort.model._default_manager.order_by("pk"))
        self.kopieen |= {(soort.model, rij.pk): [rij] for rij in rijen}
        if soort.deel in VAST or not rijen:
            return
        for veld in soort.model._meta.concrete_fields:
            if isinstance(veld, CharField | TextField):
                self.gezien[soort, veld.name] |= {getattr(rij, veld.name).lower() for rij in rijen}
        getallen = [veld for veld in soort.model._meta.concrete_fields if isinstance(veld, IntegerField)]
        self.hoogste |= {veld: 1 + max(getattr(rij, veld.name) or 0 for rij in rijen) for veld in getallen}
        dagen = [dag for naam in self._dagen(soort) for rij in rijen if (dag := getattr(rij, naam))]
        self.spreiding[soort] = max(dagen) - min(dagen) if dagen else timedelta()
        nieuwe = []
        for nummer in range(1, self.keer):
            for rij in rijen:
                kopie = self._kopie(soort, rij, nummer)
                self.kopieen[soort.model, rij.pk].append(kopie)
                nieuwe.append(kopie)
        soort.model._default_manager.bulk_create(nieuwe, batch_size=500)

    def _kopie(self, soort: Soort, rij: Any, nummer: int) -> Any:
        kopie = soort.model(**{veld.attname: getattr(rij, veld.attname) for veld in rij._meta.concrete_fields})
        kopie.pk = None
        for veld in rij._meta.concrete_fields:
            waarde = getattr(rij, veld.attname)
            if veld.is_relation and waarde is not None:
                setattr(kopie, veld.name, self._ander(soort, veld, waarde, nummer))
            elif veld.name in (SLEUTEL, "slug"):
                setattr(kopie, veld.name, self._adres(soort, veld.name, waarde))
            elif isinstance(veld, IntegerField) and (veld.unique or veld.name == "volgorde"):
                setattr(kopie, veld.name, min(waarde + self.hoogste[veld] * nummer, HOOGSTE))
        for veld in self._tekstvelden(soort):
            self._schrijf(soort, veld, kopie)
        if dagen := self._dagen(soort):
            self.later[soort] += LATER + self.spreiding[soort]
            for naam in dagen:
                if dag := getattr(kopie, naam):
                    setattr(kopie, naam, dag + self.later[soort])
        return kopie

    def _dagen(self, soort: Soort) -> set[str]:
        """Return the days of rows that are told apart by one of them: in each copy they are later."""
        dagen = {veld.name for veld in soort.model._meta.concrete_fields if isinstance(veld, DateField)}
        per_dag = any(dagen & set(namen) for namen, _ in unieke_groepen(soort.model))
        return dagen - {"gecontroleerd_op"} if per_dag else set()

    def _ander(self, soort: Soort, veld: Any, pk: Any, nummer: int) -> Any:
        """Return the row that a copy names: of the same copy, unless it is where something leads to."""
        kopieen = self.kopieen[veld.related_model, pk]
        if len(kopieen) == 1:
            return kopieen[0]
        leidt_naar = (
            len(soort.ouders) > 1
            and veld.name == soort.ouders[1].name
            and veld.related_model == (soort.ouders[0].related_model)
        )
        return self.kans.choice(kopieen) if leidt_naar else kopieen[nummer]

    def _schrijf(self, soort: Soort, veld: Any, kopie: Any) -> None:
        """Give a copy another text; where rows are told apart by it, one that no row of the kind has."""
        oud, gezien = getattr(kopie, veld.name), self.gezien[soort, veld.name]
        if not oud:
            return
        uniek = veld.unique or any(veld.name in namen for namen, _ in unieke_groepen(soort.model))
        uniek = uniek or veld.name in soort.naamvelden
        code = uniek and _code.fullmatch(oud)
        nieuw = oud if code else self.schrijver.anders(oud)
        while uniek and nieuw.lower() in gezien:
            nieuw = self._cijfers(oud) if code else f"{self.schrijver.woord(9)}{nieuw}"[: veld.max_length]
        gezien.add(nieuw.lower())
        setattr(kopie, veld.name, nieuw)

    def _adres(self, soort: Soort, veld: str, oud: str) -> str:
        nieuw = oud
        while nieuw in self.gezien[soort, veld]:
            nieuw = f"{oud[:60]}-{self.schrijver.woord(9)}"
        self.gezien[soort, veld].add(nieuw)
        return nieuw

    def _cijfers(self, tekst: str) -> str:
        """Return a code of the same form: its letters, and other digits."""
        return "".join(str(self.kans.randrange(10)) if teken.isdecimal() else teken for teken in tekst)

    def _tekstvelden(self, soort: Soort) -> list[Any]:
        machine = (SlugField, LinkField, CodeField)
        return [
            veld
            for veld in soort.model._meta.concrete_fields
            if isinstance(veld, CharField | TextField)
            and not isinstance(veld, machine)
            and not veld.choices
            and veld.name not in ("kleur", "masker", "bron", SLEUTEL)
        ]

    def _lijsten(self, soort: Soort, revisie: Revision) -> None:
        """Give the copies what their rows list, and put all that is new on record."""
        for veld in soort.model._meta.many_to_many:
            tussen: Any = veld.remote_field.through
            if not tussen._meta.auto_created:
                continue
            van, naar = veld.m2m_field_name(), veld.m2m_reverse_field_name()
            nieuwe = {}
            for rij in tussen._default_manager.all():
                kopieen = self.kopieen[soort.model, getattr(rij, f"{van}_id")]
                for kopie in kopieen[1:]:
                    deel = self.kans.choice(self.kopieen[veld.related_model, getattr(rij, f"{naar}_id")])
                    nieuwe[kopie.pk, deel.pk] = tussen(**{f"{van}_id": kopie.pk, f"{naar}_id": deel.pk})
            tussen._default_manager.bulk_create(nieuwe.values(), batch_size=500)
        kopieen = [kopie for (model, _), rijen in self.kopieen.items() if model is soort.model for kopie in rijen[1:]]
        _leg_vast(revisie, soort.model, kopieen)


def _leg_vast(revisie: Revision, model: type[Model], rijen: list[Any]) -> None:
    soort = ContentType.objects.get_for_model(model)
    versies = Version.objects.bulk_create(
        [
            Version(
                revision=revisie,
                object_id=str(rij.pk),
                content_type=soort,
                db="default",
                format="json",
                serialized_data=serializers.serialize("json", [rij]),
                object_repr=str(rij),
            )
            for rij in rijen
        ],
        batch_size=500,
    )
    onthoud(versies)
