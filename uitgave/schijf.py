"""Whether there is room on the disks that the site writes on."""

import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection

GENOEG = 100 * 1024**2  # bytes


def te_vol() -> str:
    """Return, in Dutch, that a disk is almost full; empty when there is room."""
    plekken = {settings.UITGAVE_KOPIE.parent}
    if connection.vendor == "sqlite":
        plekken.add(Path(connection.settings_dict["NAME"]).parent)
    vrij = min((shutil.disk_usage(plek).free for plek in plekken if plek.is_dir()), default=GENOEG)
    return f"De schijf is bijna vol: er is nog {vrij // 1024**2} MB vrij." if vrij < GENOEG else ""
