"""A whole site in one file, and back into a new database: of either kind, by this release or a later one.

The file is a tar.gz with the rows of every table (`rijen.jsonl`), the working copy as the document that people know
of *Download alles* (`inhoud.json`), the edition that visitors see (`uitgave.json`), and what tells whether all of it is
whole (`kenmerk.json`). Sessions and counted passwords stay out. It holds secrets: fingerprints of passwords, and the
keys of second steps.
"""

import fcntl
import hashlib
import json
import os
import shutil
import tarfile
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model
from msgspec.structs import replace

from beelden.toestemming import neem_mee
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import lees_bijlagen, lees_nieuwste
from uitgave.kopie import kopie as lees_uitgavekopie
from uitgave.leesbaar import kenmerk_van_uitgaven
from uitgave.voortgang import Stap, meld

BEGIN, HALF = "reservekopie-", ".half-"
RIJEN, INHOUD, UITGAVE, KENMERK = "rijen.jsonl", "inhoud.json", "uitgave.json", "kenmerk.json"
ZONDER = ("axes", "sessions")  # apps whose rows last no day
TEGELIJK = 500  # rows that are stored together


class ReserveFout(Exception):
    """This file cannot be put back; the message says why."""


# --- Out ---


def maak(map_: Path, tijd: datetime) -> Path:
    """Write a backup of the site as it is at one moment into the folder `map_`, and return its path.

    Nobody waits for it. A file is there whole or not at all; only its owner may read it. Raises OSError.
    """
    map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    bestand = map_ / f"{BEGIN}{tijd:%Y%m%d-%H%M%S}.tar.gz"
    with _plek_in(map_) as half:
        leden = _schrijf_leden(half, tijd)
        geheel = half / "geheel"
        with os.fdopen(os.open(geheel, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as uit:
            with tarfile.open(fileobj=uit, mode="w:gz", compresslevel=6) as tar:
                for lid in (KENMERK, *leden):
                    tar.add(half / lid, lid, filter=_van_niemand)
            uit.flush()
            os.fsync(uit.fileno())
        geheel.replace(bestand)
    return bestand


def ruim_op(nieuw: Path, bewaar: int) -> None:
    """Remove the oldest backups beside `nieuw`, which was just made and stays, until there are `bewaar`."""
    andere = sorted(set(nieuw.parent.glob(f"{BEGIN}*.tar.gz")) - {nieuw}, reverse=True)
    for oud in andere[bewaar - 1 :]:
        oud.unlink()


@contextmanager
def _plek_in(map_: Path) -> Iterator[Path]:
    """Give a folder in `map_` to make a backup in, and remove those of backups that were broken off.

    Who makes one shares a lock; who is alone removes what no process makes any more.
    """
    slot = os.open(map_, os.O_RDONLY)
    try:
        with suppress(OSError):  # others are at work; or this disk knows no locks, and then all is left as it is
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for oud in map_.glob(f"{HALF}*"):
                shutil.rmtree(oud, ignore_errors=True)
        with suppress(OSError):
            fcntl.flock(slot, fcntl.LOCK_SH)
        with tempfile.TemporaryDirectory(prefix=HALF, dir=map_) as half:
            yield Path(half)
    finally:
        os.close(slot)


def _schrijf_leden(map_: Path, tijd: datetime) -> list[str]:
    """Write the parts of a backup into `map_`; return their names, without that of the part that vouches for them."""
    with _momentopname():
        toegepast = sorted(MigrationRecorder(connection).applied_migrations())
        with Path(map_, RIJEN).open("w", encoding="utf-8") as uit:
            for aantal, rij in enumerate(_rijen(), 1):
                json.dump(rij, uit, ensure_ascii=False, separators=(",", ":"), default=_als_tekst)
                uit.write("\n")
                meld(Stap.KOPIE, aantal)
        Path(map_, INHOUD).write_text(d.schrijf(bouw(alles=True)), encoding="utf-8")
        uitgave, bijlagen = lees_nieuwste(kenmerk_van_uitgaven(), None).uitgave, lees_bijlagen()
    if uitgave:
        Path(map_, UITGAVE).write_text(d.schrijf(replace(uitgave, bijlagen=bijlagen)), encoding="utf-8")
    leden = {lid: _som(Path(map_, lid)) for lid in (RIJEN, INHOUD, UITGAVE) if Path(map_, lid).exists()}
    kenmerk = {"gemaakt_op": tijd.isoformat(), "migraties": toegepast, "leden": leden}
    Path(map_, KENMERK).write_text(json.dumps(kenmerk, indent=1), encoding="utf-8")
    return list(leden)


@contextmanager
def _momentopname() -> Iterator[None]:
    """Let all that is read inside be of one moment, while others go on writing."""
    eerste = not connection.in_atomic_block  # else the transaction of who calls decides
    sqlite: Any = connection if connection.vendor == "sqlite" else None
    if sqlite:
        eigen, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"  # else it would keep writers waiting
    try:
        with transaction.atomic(durable=True):
            if connection.vendor == "postgresql" and eerste:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if sqlite:
            sqlite.transaction_mode = eigen


def _rijen() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every row of every table: the label of its model, and its values by column."""
    for model in _modellen(apps):
        for rij in model._base_manager.order_by("pk").values(*_velden(model)).iterator(chunk_size=TEGELIJK):
            yield model._meta.label_lower, rij


def _modellen(uit: Any) -> list[type[Model]]:
    alle = uit.get_models(include_auto_created=True)
    return [m for m in alle if m._meta.managed and not m._meta.proxy and m._meta.app_label not in ZONDER]


def _velden(model: type[Model]) -> dict[str, Any]:
    return {veld.attname: veld for veld in model._meta.concrete_fields}


def _als_tekst(waarde: Any) -> str:
    if isinstance(waarde, bytes | memoryview):
        return b64encode(waarde).decode()
    return str(waarde.isoformat() if hasattr(waarde, "isoformat") else waarde)


def _van_niemand(lid: tarfile.TarInfo) -> tarfile.TarInfo:
    lid.uid = lid.gid = 0
    lid.uname = lid.gname = ""
    lid.mode = 0o600
    return lid


def _som(bestand: Path) -> str:
    with bestand.open("rb") as uit:
        return hashlib.file_digest(uit, "sha256").hexdigest()


# --- Back ---


def zet_terug(bestand: Path) -> int:
    """Fill the database, which must be new, with what is in `bestand`; return how many rows that were.

    The tables are made as they were when the backup was made, and then brought up to date: so a backup of an earlier
    release can be put back too. What the copy of the edition on disk knows of consent for photos holds: that may have
    been taken back since. Raises ReserveFout; nothing was changed when the file is not as it should be.
    """
    with tempfile.TemporaryDirectory() as map_:
        kenmerk = _pak_uit(bestand, Path(map_))
        uitvoerder = MigrationExecutor(connection)
        doelen = _doelen(uitvoerder, kenmerk["migraties"])
        if connection.introspection.table_names():
            raise ReserveFout("The database is not empty. Put a backup back into a new one, and keep the old one.")
        uitvoerder.migrate(doelen)
        modellen = _modellen(uitvoerder.loader.project_state(doelen).apps)
        with Path(map_, RIJEN).open(encoding="utf-8") as regels:
            aantal = _vul(modellen, map(json.loads, regels))
    ContentType.objects.clear_cache()
    call_command("migrate", verbosity=0)
    zelfde_release = set(doelen) == set(MigrationExecutor(connection).loader.graph.leaf_nodes())
    som = hashlib.sha256(d.schrijf(bouw(alles=True)).encode()).hexdigest()
    if zelfde_release and som != kenmerk["leden"][INHOUD]:
        raise ReserveFout("What was put back differs from what was kept. Do not use this database.")
    if laatste := lees_uitgavekopie(settings.UITGAVE_KOPIE):
        neem_mee(laatste.bijlagen)
    return aantal


def _pak_uit(bestand: Path, map_: Path) -> dict[str, Any]:
    """Unpack `bestand` into `map_` and return what it says of itself. Raises ReserveFout when anything is not whole."""
    try:
        with tarfile.open(bestand) as tar:
            for lid in (KENMERK, RIJEN, INHOUD, UITGAVE):
                if lid in tar.getnames() and (inhoud := tar.extractfile(lid)):
                    with Path(map_, lid).open("wb") as uit:
                        shutil.copyfileobj(inhoud, uit)
        kenmerk: dict[str, Any] = json.loads(Path(map_, KENMERK).read_bytes())
        kenmerk["migraties"] = [(str(app), str(naam)) for app, naam in kenmerk["migraties"]]
        heel = {RIJEN, INHOUD} <= kenmerk["leden"].keys()
        heel &= all(_som(Path(map_, lid)) == som for lid, som in kenmerk["leden"].items())
    except FileNotFoundError as fout:
        raise ReserveFout(f"{fout.filename} is not there.") from fout
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError, tarfile.TarError) as fout:
        raise ReserveFout(f"{bestand} is no backup, or it is damaged. ({fout})") from fout
    if not heel:
        raise ReserveFout(f"{bestand} is damaged.")
    return kenmerk


def _doelen(uitvoerder: MigrationExecutor, toegepast: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the last of these migrations of each app. Raises ReserveFout when this release does not have them all."""
    graaf = uitvoerder.loader.graph
    if vreemd := [f"{app}.{naam}" for app, naam in toegepast if (app, naam) not in graaf.nodes]:
        raise ReserveFout(f"This backup was made by a newer release, or with other apps: {', '.join(vreemd[:3])}.")
    kinderen = {
        ouder.key for sleutel in toegepast for ouder in graaf.node_map[sleutel].parents if ouder.key[0] == sleutel[0]
    }
    return [sleutel for sleutel in toegepast if sleutel not in kinderen]


def _vul(modellen: list[type[Model]], rijen: Iterable[Any]) -> int:
    """Give the tables of `modellen` these rows and no others; return how many."""
    velden = {model._meta.label_lower: (model, _velden(model)) for model in modellen}
    aantal, klaar = 0, list[Model]()
    with transaction.atomic():
        for model in modellen:  # what migrations put there
            model._base_manager.all()._raw_delete(connection.alias)
        for label, waarden in rijen:
            model, van_model = velden[label]
            if klaar and (type(klaar[0]) is not model or len(klaar) == TEGELIJK):
                _bewaar(klaar)
                meld(Stap.TERUG, aantal)
                klaar = []
            klaar.append(model(**{naam: van_model[naam].to_python(waarde) for naam, waarde in waarden.items()}))
            aantal += 1
        _bewaar(klaar)
        with connection.cursor() as cursor:
            for sql in connection.ops.sequence_reset_sql(no_style(), modellen):
                cursor.execute(sql)
    return aantal


def _bewaar(rijen: list[Model]) -> None:
    """Store rows of one model just as they are, without what a field would fill in itself."""
    if not rijen:
        return
    velden = rijen[0]._meta.concrete_fields
    per_keer = connection.ops.bulk_batch_size(velden, rijen)
    for begin in range(0, len(rijen), per_keer):
        rijen[0].__class__._base_manager._insert(  # type: ignore[attr-defined]
            rijen[begin : begin + per_keer], fields=velden, using=connection.alias, raw=True
        )
