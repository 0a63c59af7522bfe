"""Find the Chromium that the browser tests drive; `python -m tests.tools.browser` sees to it that there is one."""

import os
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIGHT = "chromium-headless-shell"  # the same engine without windows around it: a page takes it a third of the work
PACKAGES = (LIGHT, "libatomic1"), ("chromium", "libatomic1")
MISSING = "No Chromium found: run `.venv/bin/playwright install chromium`, or name one in the variable CHROMIUM."


def find(playwright: Playwright) -> str | None:
    """Return the browser's path: $CHROMIUM, else Playwright's own, else the system's; None without any."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else next(filter(None, map(shutil.which, NAMES)), None)


def find_light(playwright: Playwright) -> str | None:
    """Return the path of a browser for pages alone, which is the quickest; without one, that of any other."""
    if os.environ.get("CHROMIUM"):
        return find(playwright)
    own = Path(playwright.chromium.executable_path)
    shells = sorted(own.parents[2].glob("chromium_headless_shell-*/*/*headless*shell")) if own.exists() else []
    return str(shells[-1]) if shells else shutil.which(LIGHT) or find(playwright)


def install(*choices: tuple[str, ...]) -> bool:
    """Install the first of these choices of packages that the system has; False when that cannot be done."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing Chromium", flush=True)
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    tasks = [["install", "--yes", "--no-install-recommends", *packages] for packages in choices]
    subprocess.run(["apt-get", "--quiet=2", "update"], env=quietly)
    return any(subprocess.run(["apt-get", "--quiet=2", *task], env=quietly).returncode == 0 for task in tasks)


def main() -> None:
    """See to it that there is a Chromium, and that it is the light one where that can be."""
    with sync_playwright() as playwright:
        present, light = find(playwright), find_light(playwright)
    if light != present or os.environ.get("CHROMIUM"):
        return
    if not install(*PACKAGES[: 1 if present else None]) and not present:
        raise SystemExit(MISSING)


if __name__ == "__main__":
    main()
