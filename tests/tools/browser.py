"""Find the Chromium that the browser tests drive; `python -m tests.tools.browser` sees to it that there is one."""

import os
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "libatomic1")
MISSING = "No Chromium found: run `.venv/bin/playwright install chromium`, or name one in the variable CHROMIUM."


def find(playwright: Playwright) -> str | None:
    """Return the browser's path: $CHROMIUM, else Playwright's own, else the system's; None without any."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else next(filter(None, map(shutil.which, NAMES)), None)


def install() -> None:
    """Install the system's Chromium. Raises SystemExit when that cannot be done here."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit(MISSING)
    print("Installing Chromium", flush=True)
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for task in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        if subprocess.run(["apt-get", "--quiet=2", *task], env=quietly).returncode:
            raise SystemExit(MISSING)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        present = find(playwright)
    if not present:
        install()
