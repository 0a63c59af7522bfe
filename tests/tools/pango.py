"""See to it that PDFs can be made: `python -m tests.tools.pango` installs what WeasyPrint draws with."""

import os
import shutil
import subprocess

import django

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
MISSING = f"No Pango found, so the tests of PDFs are left out: install {', '.join(PACKAGES)}."


def install() -> None:
    """Install the system's Pango; say so when that cannot be done here. In CI that ends the run."""
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Pango", flush=True)
        tasks = (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES])
        if not any(subprocess.run(["apt-get", "--quiet=2", *task], env=quietly).returncode for task in tasks):
            return
    if os.environ.get("CI"):
        raise SystemExit(MISSING)
    print(MISSING)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from papier.drukken import ontbreekt

    if ontbreekt():
        install()
