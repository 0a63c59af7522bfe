"""Reading a list of one kind back from a spreadsheet: what `uitvoer.py` writes, as CSV or XLSX.

A row is known by its lasting key, or by what is unique about it; one without is new. What is wrong is told of all
rows at once, each with its place.
"""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from redactie.uitwisseling.uitvoer import csv_velden
from redactie.veel.ingreep import Ingreep, Wijziging
from uitgave.leesfout import hoogstens
from uitgave.rekenblad import zoals_getypt
from uitgave.soort import SLEUTEL, Soort, soort_van
from uitgave.tekst import schoon

GROOTSTE = 2 * 1024**2  # bytes of a file
UITGEPAKT = 20 * 1024**2  # bytes of what an XLSX holds
MEESTE, MEESTE_KOLOMMEN = 2_000, 200
JA = {"ja": True, "nee": False}

Cellen = Sequence[Sequence[str]]


class Celfout(ValueError):
    """What is wrong with one cell, in Dutch."""


def lees(naam: str, inhoud: bytes) -> Cellen:
    """Return the cells of a file, as texts. Raises ValidationError for what is no such file, or a large one."""
    if len(inhoud) > GROOTSTE:
        raise ValidationError(f"Dit bestand is te groot. Het mag hooguit {GROOTSTE // 1024**2} MB zijn.")
    cellen = _xlsx(inhoud) if naam.lower().endswith(".xlsx") else _csv(inhoud)
    rijen = [rij for rij in cellen if any(cel.strip() for cel in rij)]
    if len(rijen) < 2:
        raise ValidationError("In dit bestand staan geen rijen. Op de eerste regel horen de namen van de kolommen.")
    if len(rijen) - 1 > MEESTE:
        raise ValidationError(f"Dit bestand heeft te veel rijen. Het mag er hooguit {MEESTE} hebben.")
    if any(len(rij) > MEESTE_KOLOMMEN for rij in rijen):
        raise ValidationError(f"Dit bestand heeft te veel kolommen. Het mag er hooguit {MEESTE_KOLOMMEN} hebben.")
    return rijen


def schrijf(cellen: Cellen) -> str:
    """Return cells as text, which `lees` reads back."""
    tekst = io.StringIO()
    csv.writer(tekst, delimiter=";").writerows(cellen)
    return tekst.getvalue()


def ingreep(model: type[Model], cellen: Cellen) -> Ingreep:
    """Return what the rows of `model` become. Raises ValidationError with every fault, each with row and column.

    Where a cell cannot be read, what is wrong with the rest of its row is told too.
    """
    velden, fouten = _kolommen(model, cellen[0])
    lezer = _Lezer(soort_van(model), velden)
    per_regel, wijzigingen = {}, []
    for nummer, cellen_ in enumerate(cellen[1:], 2):
        regel = f"Regel {nummer}"
        wijziging, van_rij = lezer.wijziging(cellen_, regel)
        per_regel[regel] = [f"{regel}, {tekst}" for tekst in van_rij]
        if wijziging:
            wijzigingen.append(wijziging)
    gevraagd = Ingreep(wijzigingen)
    if fouten or any(per_regel.values()):
        meer = {} if fouten else gevraagd.fouten()
        van_rijen = [fout for regel, deze in per_regel.items() for fout in (*deze, *meer.get(regel, ()))]
        raise ValidationError(hoogstens([*fouten, *van_rijen]))
    return gevraagd


def _kolommen(model: type[Model], kop: Sequence[str]) -> tuple[list[Any], list[str]]:
    """Return the field of each column, None for one that is not known or stands there twice, and what is wrong."""
    bekend = {_gewoon(str(veld.verbose_name)): veld for veld in csv_velden(model)}
    keren = Counter(kop)
    fout = [f"De kolom ‘{naam}’ kent de site niet." for naam in keren if _gewoon(naam) not in bekend]
    fout += [f"De kolom ‘{naam}’ staat er twee keer." for naam, keer in keren.items() if keer > 1]
    if fout:
        fout.append(f"Dit kan: {', '.join(str(veld.verbose_name) for veld in bekend.values())}.")
    return [bekend.get(_gewoon(naam)) if keren[naam] == 1 else None for naam in kop], fout


def _gewoon(naam: str) -> str:
    return schoon(naam, een_regel=True).casefold()


class _Lezer:
    """Reads rows of one kind. All rows that they may name are read once."""

    def __init__(self, soort: Soort, velden: list[Any]) -> None:
        self.soort, self.velden = soort, velden
        self.heel = None not in velden  # else a row cannot be told apart
        self.eigen = (SLEUTEL,) if soort.met_sleutel else soort.uniek
        if not self.eigen:
            raise ValidationError(f"Van {soort.model._meta.verbose_name_plural} kun je geen lijst invoeren.")
        concreet = soort.model._meta.concrete_fields
        self.mag_leeg = {veld.name for veld in concreet if veld.blank and veld.name != SLEUTEL}
        self.rijen = {self._eigen_tekst(rij): rij for rij in soort.model._default_manager.select_related()}
        self.namen = {veld: _namen(veld.related_model) for veld in velden if veld and veld.is_relation}
        self.gezien: set[tuple[str, ...]] = set()

    def _eigen_tekst(self, rij: Any) -> tuple[str, ...]:
        return tuple(_herkend(getattr(rij, naam)) for naam in self.eigen)

    def wijziging(self, cellen: Sequence[str], waar: str) -> tuple[Wijziging | None, list[str]]:
        """Return what one line makes of its row, and all that is wrong with it; nothing when no row can be told."""
        teksten = {
            veld: cellen[nummer] if nummer < len(cellen) else "" for nummer, veld in enumerate(self.velden) if veld
        }
        waarden, fouten = {}, {}
        for veld, tekst in teksten.items():
            try:
                waarden[veld.name] = self._waarde(veld, zoals_getypt(tekst))
            except Celfout as fout:
                fouten[veld.name] = f"{veld.verbose_name}: {fout}"
        gezegd = [*fouten.values()]
        if meer := [cel for cel in cellen[len(self.velden) :] if cel.strip()]:
            gezegd.insert(0, f"achter de laatste kolom: hier staat nog ‘{meer[0][:40]}’.")
        if not self.heel or not fouten.keys().isdisjoint(self.eigen):
            return None, gezegd
        try:
            rij = self._rij(waarden)
        except ValidationError as fout:
            return None, [*gezegd, *fout.messages]
        nieuw = {naam: waarde for naam, waarde in waarden.items() if naam != SLEUTEL}
        return Wijziging(rij, nieuw, waar, frozenset(fouten)), gezegd

    def _rij(self, waarden: Mapping[str, Any]) -> Any:
        """Return the row that a line is about: by its key, by what is unique about it, or a new one."""
        eigen = tuple(_herkend(waarden.get(naam)) for naam in self.eigen)
        if not all(deel or naam in self.mag_leeg for naam, deel in zip(self.eigen, eigen, strict=True)):
            return self.soort.model()
        if eigen in self.gezien:
            raise ValidationError(f"deze rij staat er twee keer: {' '.join(eigen)}.")
        self.gezien.add(eigen)
        rij = self.rijen.get(eigen)
        if rij is None and self.soort.met_sleutel:
            raise ValidationError(f"vaste sleutel: ‘{eigen[0]}’ bestaat niet. Laat dit leeg voor iets nieuws.")
        return rij or self.soort.model()

    def _waarde(self, veld: Any, tekst: str) -> Any:
        if veld.many_to_many:
            return [self._ander(veld, deel.strip()) for deel in tekst.split("|") if deel.strip()]
        if not tekst:
            return None if veld.null else "" if veld.empty_strings_allowed else veld.get_default()
        if veld.is_relation:
            return self._ander(veld, tekst)
        if veld.choices:
            return _keuze(veld, tekst)
        soort = veld.get_internal_type()
        if soort == "BooleanField":
            return _ja_of_nee(tekst)
        if soort == "DateField":
            return _dag(tekst)
        try:
            return veld.to_python(tekst)
        except ValidationError as fout:
            raise Celfout(" ".join(fout.messages)) from fout

    def _ander(self, veld: Any, tekst: str) -> Model:
        gevonden = self.namen[veld].get(_gewoon(tekst), [])
        if len(gevonden) != 1:
            waarom = "bestaat niet" if not gevonden else "komt meer dan één keer voor. Vul de vaste sleutel in"
            raise Celfout(f"‘{tekst}’ {waarom}.")
        return gevonden[0]


def _herkend(waarde: Any) -> str:
    """Return what tells a value apart: of a row its number, for two rows can have one name."""
    return str((waarde.pk if isinstance(waarde, Model) else waarde) or "")


def _namen(model: type[Model]) -> dict[str, list[Model]]:
    """Return the rows of a model by their name, and by their lasting key."""
    gevonden: dict[str, list[Model]] = {}
    for rij in model._default_manager.select_related():
        for naam in {_gewoon(str(rij)), _gewoon(getattr(rij, SLEUTEL, "") or str(rij))}:
            gevonden.setdefault(naam, []).append(rij)
    return gevonden


def _keuze(veld: Any, tekst: str) -> Any:
    for waarde, label in veld.flatchoices:
        if _gewoon(tekst) in (_gewoon(str(waarde)), _gewoon(str(label))):
            return waarde
    raise Celfout(f"‘{tekst}’ kan hier niet. Kies uit: {', '.join(str(label) for _, label in veld.flatchoices)}.")


def _ja_of_nee(tekst: str) -> bool:
    if tekst.casefold() not in JA:
        raise Celfout(f"‘{tekst}’ kan hier niet. Vul ja of nee in.")
    return JA[tekst.casefold()]


def _dag(tekst: str) -> date:
    for vorm in ("%Y-%m-%d", "%d-%m-%Y", "%Y-%m-%d %H:%M:%S"):
        try:
            return datetime.strptime(tekst, vorm).date()
        except ValueError:
            continue
    raise Celfout(f"‘{tekst}’ is geen datum. Schrijf een datum als 31-12-2026.")


def _csv(inhoud: bytes) -> Iterator[list[str]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError("Dit bestand is niet bewaard als UTF-8. Kies in je rekenblad ‘CSV UTF-8’.") from None
    eerste = tekst.partition("\n")[0]
    scheiding = max(";,\t", key=eerste.count)
    try:
        yield from csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    except csv.Error as fout:
        raise ValidationError("Dit bestand is geen goede CSV. Staat er ergens één aanhalingsteken te veel?") from fout


def _xlsx(inhoud: bytes) -> Iterable[list[str]]:
    from openpyxl import load_workbook  # takes long to load, and few need it

    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as doos:
            if sum(deel.file_size for deel in doos.infolist()) > UITGEPAKT:
                raise ValidationError("Dit bestand is te groot als het is uitgepakt.")
        blad = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True).worksheets[0]
        hele = blad.iter_rows(values_only=True, max_row=MEESTE + 2, max_col=MEESTE_KOLOMMEN + 1)
        return [_zonder_leeg_einde([_cel(waarde) for waarde in rij]) for rij in hele]
    except ValidationError:
        raise
    except Exception as fout:  # whatever a broken file makes of it
        raise ValidationError("Dit bestand is geen goed Excel-bestand. Bewaar het opnieuw, of als CSV UTF-8.") from fout


def _zonder_leeg_einde(rij: list[str]) -> list[str]:
    """Return a row without the cells that only fill it up to the width of the sheet."""
    while rij and not rij[-1]:
        rij.pop()
    return rij


def _cel(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        return f"{waarde:%Y-%m-%d}"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(int(waarde)) if isinstance(waarde, float) and waarde.is_integer() else str(waarde)
