"""What differs between two documents, in words that an editor knows."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Choices, ForeignObjectRel, Model
from django.utils.formats import date_format

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
from ontwikkelpad.inhoud import LinkField
from ontwikkelpad.woordverschil import NIEUW, WEG, Deel, Paar, ingekort, woorden
from opleidingen.models import Aanbieder, Opleiding
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

# The parts of a document, each with the model that gives its words, in the order of the admin.
DELEN: dict[str, type[Model]] = {
    "ontwikkelpad": Ontwikkelpad,
    "werkvelden": Werkveld,
    "beroepsvereisten": Beroepsvereiste,
    "competenties": Competentie,
    "opleidingen": Opleiding,
    "functies": Functie,
    "doorgroei": Doorgroei,
    "verhalen": Verhaal,
    "synoniemen": Synoniem,
    "losse_aanbieders": Aanbieder,
    "werkgevers": Werkgevers,
    "doelgroepen": Doelgroep,
    "leerwegen": Leerweg,
    "regelingen": Regeling,
    "contactpunten": Contactpunt,
    "gespreksvragen": Gespreksvraag,
    "begeleiding": Begeleiding,
    "gidsstappen": Gidsstap,
    "artikelen": Artikel,
}
# Rows inside a row of the document.
INGEBED: dict[type[d.Rij], type[Model]] = {
    d.Opleidingslink: FunctieOpleiding,
    d.Zijpad: Zijpad,
    d.Aanbieder: Aanbieder,
    d.Taak: Taak,
    d.Gidslink: Gidslink,
    d.Artikelpunt: Artikelpunt,
}
# The field that names a row, where that is not its naam.
NAAMGEVEND: dict[type[d.Rij], str] = {
    d.Opleidingslink: "opleiding",
    d.Zijpad: "omschrijving",
    d.Synoniem: "woord",
    d.Gespreksvraag: "vraag",
    d.Taak: "tekst",
    d.Artikel: "kop",
    d.Artikelpunt: "kop",
}
LAATST = ("bron", "gecontroleerd_op", "zichtbaar")  # fields that come after what a row is about
MEERVOUD = {
    str(model._meta.verbose_name).capitalize(): str(model._meta.verbose_name_plural).capitalize()
    for model in (*DELEN.values(), *INGEBED.values())
}
TOEGEVOEGD, GEWIJZIGD, VERWIJDERD = "toegevoegd", "gewijzigd", "verwijderd"
VOLGORDE = "Volgorde"


@dataclass(frozen=True)
class Veld:
    """A field with its old and new text; empty text is empty.

    Of a choice, a date or a link only the whole value says something: `heel`. Of a list, `regels`
    holds the old and new text of each line that matters.
    """

    naam: str
    oud: str
    nieuw: str
    heel: bool = False
    regels: tuple[Paar, ...] = ()

    @property
    def getoond(self) -> list[list[Deel]]:
        """What to show, line by line: the parts that were kept, deleted and inserted."""
        paren = self.regels or ((self.oud, self.nieuw),)
        return [_heel(*paar) if self.heel else ingekort(woorden(*paar)) for paar in paren]


@dataclass(frozen=True)
class Verschil:
    """A row that was added, changed or removed."""

    soort: str
    naam: str
    wat: str
    velden: tuple[Veld, ...] = ()

    @property
    def groep(self) -> str:
        """The heading under which this stands: its kind, in the plural."""
        return MEERVOUD.get(self.soort, self.soort)


def soort_van(model: type[Model]) -> str:
    """Return what an editor calls a row of `model`, as a heading: "Opleiding bij een functie"."""
    return str(model._meta.verbose_name).capitalize()


def verschillen(oud: d.Document | None, nieuw: d.Document) -> list[Verschil]:
    """Return what must be done to `oud` to get `nieuw`; without `oud` every row is new."""
    lezer = Lezer([document for document in (oud, nieuw) if document])
    return [verschil for deel in DELEN for verschil in lezer.verschillen(deel, oud, nieuw)]


class Lezer:
    """Reads values as an editor does: names for slugs, labels for choices, dates in Dutch."""

    def __init__(self, documenten: Iterable[d.Document]) -> None:
        self.namen: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for document in documenten:
            for deel in set(d.VERWIJST.values()):
                self.namen[deel] |= {rij.slug: rij.naam for rij in getattr(document, deel)}

    def verschillen(self, deel: str, oud: d.Document | None, nieuw: d.Document) -> Iterator[Verschil]:
        """Yield the differences in one part: what was removed, added and changed, and the order."""
        model = DELEN[deel]
        soort = soort_van(model)
        voor = _op_sleutel(getattr(oud, deel, None))
        na = _op_sleutel(getattr(nieuw, deel))
        for sleutel in dict.fromkeys([*voor, *na]):
            weg, erbij = voor.get(sleutel), na.get(sleutel)
            if weg != erbij:
                wat = VERWIJDERD if erbij is None else TOEGEVOEGD if weg is None else GEWIJZIGD
                yield Verschil(soort, self.naam(erbij or weg), wat, tuple(self.velden(model, weg, erbij)))
        if verplaatst := self.verplaatst(voor, na):
            yield Verschil(soort, VOLGORDE, GEWIJZIGD, (_lijst("volgorde", verplaatst),))

    def velden(self, model: type[Model], oud: Any, nieuw: Any) -> Iterator[Veld]:
        """Yield the fields in which two rows differ; of one row alone, the fields that are filled in."""
        for veld in _veldnamen(nieuw or oud):
            voor, na = getattr(oud, veld, None), getattr(nieuw, veld, None)
            if voor == na or (None in (oud, nieuw) and _zegt_niets(veld, nieuw or oud)):
                continue
            if isinstance(voor, tuple) or isinstance(na, tuple):
                yield from self.lijst(veld, _label(model, veld), voor or (), na or ())
            else:
                teksten = self.tekst(voor, veld), self.tekst(na, veld)
                yield Veld(_label(model, veld), *teksten, heel=_is_heel(model, veld, voor or na))

    def lijst(self, veld: str, label: str, oud: tuple[Any, ...], nieuw: tuple[Any, ...]) -> Iterator[Veld]:
        """Yield what differs between two lists: their items, each a line, and the order."""
        voor, na = _op_sleutel(oud), _op_sleutel(nieuw)
        sleutels = [sleutel for sleutel in dict.fromkeys([*voor, *na]) if voor.get(sleutel) != na.get(sleutel)]
        if sleutels:
            yield _lijst(label, [(self.tekst(voor.get(s), veld), self.tekst(na.get(s), veld)) for s in sleutels])
        if verplaatst := self.verplaatst(voor, na, veld):
            yield _lijst(f"volgorde van {label}", verplaatst)

    def verplaatst(self, oud: Mapping[Any, Any], nieuw: Mapping[Any, Any], veld: str = "") -> list[Paar]:
        """Return the new order of what is in both lists: what moved goes here and comes back there."""
        voor, na = [sleutel for sleutel in oud if sleutel in nieuw], [sleutel for sleutel in nieuw if sleutel in oud]
        if voor == na:
            return []
        paren: list[Paar] = []
        for soort, i, j, k, m in SequenceMatcher(None, voor, na, autojunk=False).get_opcodes():
            weg, erbij = ([self.naam(nieuw[sleutel], veld) for sleutel in deel] for deel in (voor[i:j], na[k:m]))
            if soort == "equal":
                paren += [(naam, naam) for naam in (erbij if len(erbij) < 4 else (erbij[0], "…", erbij[-1]))]
            else:
                paren += [*((naam, "") for naam in weg), *(("", naam) for naam in erbij)]
        return paren

    def naam(self, rij: Any, veld: str = "") -> str:
        """Return what a person calls a row, or what the slug in this field stands for."""
        match rij:
            case str():
                return self.namen[d.VERWIJST[veld]].get(rij, rij) if veld in d.VERWIJST else rij
            case d.Doorgroei():
                return f"{self.naam(rij.van, 'van')} → {self.naam(rij.naar, 'naar')}"
            case d.Verhaal():
                return f"{rij.voornaam} ({rij.leeftijd})"
            case d.Werkgevers():
                return str(Werkgevers._meta.verbose_name_plural).capitalize()
        naamgevend = NAAMGEVEND.get(type(rij), "naam")
        return self.naam(getattr(rij, naamgevend), naamgevend)

    def tekst(self, waarde: Any, veld: str) -> str:
        """Return a value as a person reads it; a row inside a row is one line."""
        if waarde is None:
            return ""
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, date):
            return date_format(waarde, "j F Y")
        if isinstance(waarde, d.Rij):
            return " · ".join([self.naam(waarde), *self._kenmerken(waarde)])
        return str(waarde.label) if isinstance(waarde, Choices) else self.naam(str(waarde), veld)

    def _kenmerken(self, rij: d.Rij) -> Iterator[str]:
        """Yield what a row inside a row says besides its name."""
        for veld in _veldnamen(rij):
            if veld != NAAMGEVEND.get(type(rij), "naam") and not _zegt_niets(veld, rij):
                yield f"{_label(INGEBED[type(rij)], veld)}: {self.tekst(getattr(rij, veld), veld)}"


def _op_sleutel(rijen: d.Rij | tuple[Any, ...] | None) -> dict[Hashable, Any]:
    """Index rows, or slugs, by what tells them apart; a number keeps two that are alike apart."""
    if rijen is None:
        return {}
    if not isinstance(rijen, tuple):
        return {"": rijen}
    telling: Counter[Hashable] = Counter()
    gevonden: dict[Hashable, Any] = {}
    for rij in rijen:
        sleutel = rij if isinstance(rij, str) else rij.naam if isinstance(rij, d.Aanbieder) else rij.sleutel
        gevonden[sleutel, telling[sleutel]] = rij
        telling[sleutel] += 1
    return gevonden


def _veldnamen(rij: d.Rij) -> list[str]:
    return sorted(rij.__struct_fields__, key=LAATST.__contains__)


def _zegt_niets(veld: str, rij: d.Rij) -> bool:
    """True for a field that is not filled in, and for what holds of every row that the public sees."""
    waarde = getattr(rij, veld)
    return waarde in ("", None, ()) or (veld == "zichtbaar" and waarde)


def _lijst(naam: str, regels: Sequence[Paar]) -> Veld:
    oud, nieuw = ("\n".join(filter(None, kant)) for kant in zip(*regels, strict=True))
    return Veld(naam, oud, nieuw, regels=tuple(regels))


def _label(model: type[Model], naam: str) -> str:
    """Return what the admin calls this field; rows that hang on this one have the name of their kind."""
    try:
        veld = model._meta.get_field(naam)
    except FieldDoesNotExist:
        return naam
    if isinstance(veld, ForeignObjectRel):
        return str(veld.related_model._meta.verbose_name_plural)
    return str(getattr(veld, "verbose_name", naam))


def _is_heel(model: type[Model], naam: str, waarde: Any) -> bool:
    """True for a choice, a date, a number, a link or a name that stands for a row."""
    return type(waarde) is not str or naam in d.VERWIJST or isinstance(model._meta.get_field(naam), LinkField)


def _heel(oud: str, nieuw: str) -> list[Deel]:
    return [Deel(soort, tekst) for soort, tekst in ((WEG, oud), (NIEUW, nieuw)) if tekst]
