"""Whether there is room on the disks that the site writes on, and what is said when one is full."""

import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

GENOEG = 100 * 1024**2  # bytes
VOL = (
    "Er is niets opgeslagen: de schijf is vol",
    "Er is op de server geen ruimte meer. Vraag de beheerder van de server om hulp. Was je iets aan het veranderen? "
    "Wat je typte, is bewaard in dit tabblad. Sla het opnieuw op als er weer ruimte is.",
)
POSTGRES_VOL = "53100"  # the SQLSTATE disk_full


def te_vol() -> str:
    """Return, in Dutch, that a disk is almost full; empty when there is room."""
    plekken = {settings.UITGAVE_KOPIE.parent}
    if connection.vendor == "sqlite":
        plekken.add(Path(connection.settings_dict["NAME"]).parent)
    vrij = min((shutil.disk_usage(plek).free for plek in plekken if plek.is_dir()), default=GENOEG)
    return f"De schijf is bijna vol: er is nog {vrij // 1024**2} MB vrij." if vrij < GENOEG else ""


def is_vol(fout: BaseException | None) -> bool:
    """True when the database refused because a disk is full."""
    van_database = getattr(fout, "__cause__", None)
    if isinstance(van_database, sqlite3.Error):
        return van_database.sqlite_errorcode == sqlite3.SQLITE_FULL
    return getattr(van_database, "sqlstate", "") == POSTGRES_VOL
