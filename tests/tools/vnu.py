"""The Nu Html Checker, where this machine has Java: `check_html(folder)` tells what is wrong in its pages."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSION = "26.9.27"
CACHE = ROOT / "build" / "vnu" / VERSION
INSTALL = ["npm", "install", "--ignore-scripts", "--no-package-lock", "--no-save", "--no-audit", "--no-fund"]
# Not unnecessary: without it Safari takes a list whose bullets are styled away for no list at all.
NOISE = re.compile(r"The “list” role is unnecessary for element “[uo]l”")


class Missing(Exception):
    """The checker cannot run here; the text says what is lacking."""


def vnu_jar() -> Path:
    """Return the path of vnu.jar: $VNU_JAR, else the one npm fetches once. Raises Missing."""
    if not shutil.which("java"):
        raise Missing("the HTML checker needs Java")
    if chosen := os.environ.get("VNU_JAR"):
        return Path(chosen)
    jar = CACHE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        if not shutil.which("npm"):
            raise Missing("the HTML checker needs npm, or VNU_JAR with the path of vnu.jar")
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run([*INSTALL, "--prefix", str(CACHE), f"vnu-jar@{VERSION}"], check=True, capture_output=True)
    return jar


def check_html(folder: Path) -> list[str]:
    """Return what the checker says of the .html files in `folder`, one `file:line: text` each. Raises Missing."""
    command = ["java", "-jar", str(vnu_jar()), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, "--skip-non-html", str(folder)], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)["messages"]
    return [
        f"{Path(one.get('url', '')).name}:{one.get('lastLine', '')}: {one['message']} {one.get('extract', '')!r}"
        for one in found
        if not NOISE.search(one["message"])
    ]
