"""Load the files of a sector, each once: after that the editors own the content.

All new files are loaded in one transaction, and every row is validated as if an editor typed it.
A fault names its file and row, and nothing at all is loaded.
"""

import json
import logging
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.core.serializers.python import Deserializer
from django.db import Error as DatabaseError
from django.db import OperationalError
from django.db.models import Model

from uitgave.bouwen import bouw
from uitgave.inhoud import GECONTROLEERD
from uitgave.models import GeladenFixture, Sector, Uitgave
from uitgave.publiceren import publiceer
from uitgave.sector import GEEN, FixtureFout, Pakket, is_sectornaam, lees_pakket
from uitgave.soort import alle_modellen, is_inhoud, soort_van
from uitgave.tekst import schoon
from uitgave.vastleggen import vastleggen
from uitgave.voortgang import Stap, volg
from uitgave.vroeger import vroegere_labels

# What Django raises for a row that is not right: by its form, its values, its links, or in the database.
LAADFOUTEN = (
    *(DeserializationError, FieldDoesNotExist, ValidationError, DatabaseError),
    *(ValueError, KeyError, TypeError, AttributeError, OverflowError),
)


DUBBEL = {"unique", "unique_together", "dubbel"}  # codes of a fault: there is such a row already
VUL_AAN = "vul_aan"  # in a row of a file: the key of a row that is there, which it only fills up
WAS = "was"  # in a row of a file: what rows still say that nobody changed, and which it changes

logger = logging.getLogger(__name__)


class SectorFout(Exception):
    """SECTOR cannot be what it says; the message tells who starts the site."""


def werk_bij() -> list[str]:
    """Load what is new in the package of this site's sector: the one that SECTOR names, or that the site remembers.

    Returns the names of the files that were loaded. A fault in them stops the first start only, with FixtureFout;
    later, also when its folder is gone, the site goes on with what it has, and `Sector.laadfout` says what is wrong
    until a start without that fault. Raises SectorFout when the first start finds no package, or when SECTOR names
    another sector than the site holds.
    """
    sector = Sector.objects.first()
    keuze = settings.SECTOR or (sector.naam if sector else settings.EERSTE_SECTOR)
    if sector and (keuze == GEEN or is_sectornaam(keuze)):
        _weiger_ander(sector, keuze)
    if keuze == GEEN:
        Sector.objects.get_or_create(defaults={"naam": GEEN})
        return []
    geladen, laadfout = list[str](), ""
    try:
        pakket = _pakket(keuze, sector)
        if sector and pakket:
            _weiger_ander(sector, pakket.naam)
        geladen = laad(pakket) if pakket else []
    except FixtureFout as fout:
        if sector is None:
            raise
        laadfout = schoon(str(fout), een_regel=True)  # it names what the file says, which no database or log may take
        logger.error("New content was not loaded, the site goes on without it: %s", laadfout)
    Sector.objects.exclude(laadfout=laadfout).update(laadfout=laadfout)
    return geladen


def _weiger_ander(sector: Sector, naam: str) -> None:
    if naam != sector.naam:
        uitweg = "Leave SECTOR out, or give the other sector a DATABASE_URL and UITGAVE_KOPIE of its own."
        raise SectorFout(f"this site holds sector {sector.naam}, and SECTOR says {naam}. {uitweg}")


def _pakket(keuze: str, sector: Sector | None) -> Pakket | None:
    """Return the package that a name or a path leads to; None when the site remembers one that stood elsewhere."""
    op_naam = is_sectornaam(keuze)
    map_ = settings.FIXTURES / keuze if op_naam else Path(keuze)
    if not os.path.isdir(map_):  # also where it may not be looked at
        if settings.SECTOR and sector:
            raise FixtureFout(f"SECTOR={keuze}: de map {map_} is er niet.")
        if sector:
            logger.info("Sector %s does not stand in %s: nothing new is looked for.", keuze, settings.FIXTURES)
            return None
        if settings.SECTOR:
            raise SectorFout(f"SECTOR={keuze} names no sector in {settings.FIXTURES} and no path to one (./{keuze}).")
        uitweg = "Name another one with SECTOR, or a path to one; SECTOR=geen starts an empty site."
        raise SectorFout(f"SECTOR is not set, and {settings.FIXTURES} holds no sector {keuze}. {uitweg}")
    pakket = lees_pakket(map_)
    if op_naam and pakket.naam != keuze:
        raise FixtureFout(f"{keuze}/sector.toml: ‘naam’ is {pakket.naam}, maar de map heet {keuze}.")
    return pakket


def laad(pakket: Pakket) -> list[str]:
    """Load the files of `pakket` that were not loaded before, in its order.

    Returns the names of the files that were loaded. A file may announce an edition (a row of
    uitgave.uitgave without document): it is published when there is none yet. Raises FixtureFout, and
    SectorFout on a site that holds another sector.
    """
    with vastleggen(None, "Ingelezen uit de bestanden van de site"):
        sector, _ = Sector.objects.get_or_create(defaults={"naam": pakket.naam})
        _weiger_ander(sector, pakket.naam)
        bekend = set(GeladenFixture.objects.values_list("naam", flat=True))
        alle = {f"{pakket.naam}/{bestand.name}": bestand for bestand in pakket.bestanden}
        nieuw = {naam: bestand for naam, bestand in alle.items() if naam not in bekend}
        later = bool(bekend)
        uitgaven = [uitgave for naam, bestand in nieuw.items() for uitgave in _laad_bestand(naam, bestand, later)]
        if uitgaven and not Uitgave.objects.exists():
            _publiceer_eerste(uitgaven[0])
    return list(nieuw)


def _publiceer_eerste(uitgave: Uitgave) -> None:
    try:
        publiceer(bouw(), uitgave.nummer, uitgave.datum, uitgave.wijzigingen)
    except (ValidationError, ValueError) as fout:
        raise FixtureFout(f"De eerste uitgave kan niet worden gepubliceerd: {_uitleg(fout)}") from fout


def _laad_bestand(naam: str, bestand: Path, later: bool) -> Iterator[Uitgave]:
    """Load one file; yield the editions that it announces.

    On a site that has its content already, `later`, a row is left out when editors removed what it names.
    """
    for nummer, gegevens in enumerate(volg(Stap.LADEN, _rijen(naam, bestand)), start=1):
        try:
            gegevens = _met_model(_controleer_vorm(gegevens))
            if VUL_AAN in gegevens:
                _vul_aan(**gegevens)
                continue
            if WAS in gegevens:
                _vervang(**gegevens)
                continue
            if later:
                gegevens = _zonder_verdwenen(gegevens)
            rij = next(iter(Deserializer([gegevens])))
            if isinstance(rij.object, Uitgave):
                rij.object.clean_fields(exclude=["document"])
                yield rij.object
            elif not _staat_er_al(rij.object):
                if not _keur(rij.object, mag_er_zijn=later):
                    continue
                rij.save()
        except OperationalError:  # the database itself: no fault of the row
            raise
        except LAADFOUTEN as fout:
            if later and isinstance(fout.__context__, ObjectDoesNotExist):
                logger.warning(
                    "Left out, for what it names is not there: %s, row %s (%s).", naam, nummer, _naam(gegevens)
                )
                continue
            raise FixtureFout(f"{naam}, rij {nummer} ({_naam(gegevens)}): {_uitleg(fout)}") from fout
    GeladenFixture.objects.create(naam=naam)


def _keur(rij: Any, mag_er_zijn: bool) -> bool:
    """Judge a new row; False for one that editors made already under another name, of a kind that a file only fills up.

    Raises ValidationError.
    """
    try:
        rij.full_clean(_niet_te_keuren(rij), validate_unique=True)
    except ValidationError as fout:
        alle = [een for fouten in fout.error_dict.values() for een in fouten] if hasattr(fout, "error_dict") else []
        if mag_er_zijn and alle and soort_van(type(rij)).aanvullend and {een.code for een in alle} <= DUBBEL:
            return False
        raise
    return True


def _zonder_verdwenen(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Return a row without, in its lists, the rows that editors removed."""
    lijsten = {
        veld.name: veld.related_model._default_manager for veld in _modellen()[gegevens["model"]]._meta.many_to_many
    }
    velden = dict(gegevens["fields"])
    for naam in velden.keys() & lijsten.keys():
        velden[naam] = [sleutel for sleutel in velden[naam] if _is_er(lijsten[naam], sleutel)]
    return {**gegevens, "fields": velden}


def _is_er(rijen: Any, sleutel: Any) -> bool:
    try:
        rijen.get_by_natural_key(*sleutel)
    except ObjectDoesNotExist:
        return False
    return True


def _niet_te_keuren(rij: Any) -> list[str]:
    """Return the field that is not judged: a day of checking, for a site must start when its clock is slow too."""
    return [GECONTROLEERD] if getattr(rij, GECONTROLEERD, None) else []


def _rijen(naam: str, bestand: Path) -> list[Any]:
    try:
        rijen = json.loads(bestand.read_text(encoding="utf-8"))
    except OSError as fout:
        raise FixtureFout(f"{naam}: dit bestand kan niet worden gelezen ({fout.strerror or fout}).") from fout
    except (ValueError, RecursionError) as fout:
        raise FixtureFout(f"{naam}: dit is geen geldige JSON in UTF-8: {fout}") from fout
    if not isinstance(rijen, list):
        raise FixtureFout(f"{naam}: dit moet een lijst met rijen zijn.")
    return rijen


def _controleer_vorm(gegevens: Any) -> dict[str, Any]:
    """Return a row of a fixture. Refuses what is none, before Django takes it for one."""
    if not isinstance(gegevens, dict) or not isinstance(gegevens.get("fields"), dict):
        raise ValidationError("Een rij heeft een model en fields.")
    if onbekend := set(gegevens) - {"model", "pk", "fields", VUL_AAN, WAS}:
        raise ValidationError(f"Onbekend in een rij: {', '.join(sorted(onbekend))}.")
    if str(gegevens.get("model")).lower() not in _modellen():
        raise ValidationError(f"Het model {gegevens.get('model')} hoort niet bij de inhoud van de site.")
    if VUL_AAN in gegevens:
        model = _modellen()[str(gegevens["model"]).lower()]
        if not (isinstance(gegevens[VUL_AAN], str) and is_inhoud(model) and soort_van(model).met_sleutel):
            raise ValidationError(f"Bij {VUL_AAN} staat de vaste sleutel van een rij die er een heeft.")
    if WAS in gegevens and (VUL_AAN in gegevens or not gegevens[WAS] or not isinstance(gegevens[WAS], dict)):
        raise ValidationError(f"Bij {WAS} staat wat de velden van een rij tot nu toe zeggen.")
    lijsten = [waarde for waarde in gegevens["fields"].values() if isinstance(waarde, list)]
    if any(isinstance(deel, int) for lijst in lijsten for deel in lijst):
        raise ValidationError("Een link noemt de slug van de andere rij, geen nummer.")
    return gegevens


def _met_model(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the label that its model has now; a file may be from an earlier release."""
    return {**gegevens, "model": _modellen()[gegevens["model"].lower()]._meta.label_lower}


@cache
def _modellen() -> dict[str, type[Model]]:
    """Return the models that a fixture may fill, by every label that they have or had."""
    vulbaar: tuple[type[Model], ...] = (Uitgave, *alle_modellen())
    nu = {model._meta.label_lower: model for model in vulbaar}
    return nu | {label: model for label, model in vroegere_labels().items() if model._meta.label_lower in nu}


def _staat_er_al(rij: Any) -> bool:
    """True when editors have this row already, and it may stay as they have it; Django would overwrite it.

    Raises ValidationError when it is there and its kind is not one that a file only fills up.
    """
    if not type(rij).objects.filter(pk=rij.pk).exists():
        return False
    if not soort_van(type(rij)).aanvullend:
        raise ValidationError("Deze rij is er al.")
    return True


def _vul_aan(model: str, vul_aan: str, fields: dict[str, Any]) -> None:
    """Give the row with this lasting key what it does not have yet: what editors wrote, or removed, stays so.

    So a release can bring what a new field needs to sites that have their content. Raises ValidationError for a
    value that the field refuses.
    """
    rij: Any = _modellen()[model]._default_manager.filter(sleutel=vul_aan).first()
    leeg = {naam: waarde for naam, waarde in fields.items() if rij and not getattr(rij, naam)}
    for naam, waarde in leeg.items():
        setattr(rij, naam, rij._meta.get_field(naam).clean(waarde, rij))
    if leeg:
        rij.save()


def _vervang(model: str, was: dict[str, Any], fields: dict[str, Any]) -> None:
    """Change the rows that still say, in all these fields, what an earlier file said: what editors wrote stays so.

    So a release can mend a text on sites that have it. Raises FieldDoesNotExist for a name that is no field, and
    ValidationError for a value that the field refuses.
    """
    soort = _modellen()[model]
    velden: dict[str, Any] = {naam: soort._meta.get_field(naam) for naam in (*was, *fields)}
    for rij in soort._default_manager.filter(**was):
        for naam, waarde in fields.items():
            setattr(rij, naam, velden[naam].clean(waarde, rij))
        rij.save()


def _naam(gegevens: Any) -> str:
    """Return what a person recognises a row by: its model and the values that name it."""
    if not isinstance(gegevens, dict):
        return str(gegevens)[:80]
    velden, was = (deel if isinstance(deel := gegevens.get(naam), dict) else {} for naam in ("fields", WAS))
    model = _modellen().get(str(gegevens.get("model")).lower())
    sleutel = soort_van(model).uniek if model and is_inhoud(model) else ("nummer",)
    namen = [velden[veld] for veld in sleutel if velden.get(veld)]
    namen = namen or [gegevens.get(VUL_AAN) or ", ".join(was)]
    kort = " → ".join(str(naam[0] if isinstance(naam, list) and naam else naam)[:60] for naam in namen)
    return f"{gegevens.get('model', '?')} {kort}".strip()


def _uitleg(fout: Exception) -> str:
    if not isinstance(fout, ValidationError):
        return str(fout)
    if hasattr(fout, "error_dict"):
        return " ".join(f"{veld}: {' '.join(teksten)}" for veld, teksten in fout.message_dict.items())
    return " ".join(fout.messages)
