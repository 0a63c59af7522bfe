"""The site's settings with what tests need changed; the developer's environment plays no part."""

import os
import tempfile
from pathlib import Path

os.environ.update(
    {"SITE_URL": "", "SECRET_KEY": "x" * 50, "DEBUG": "", "HOST": "", "PORT": "", "PROXY": "", "SECTOR": ""}
)
os.environ.update({"HSTS": "", "ADRES": "", "SECURITY_CONTACT": ""})

from ontwikkelpad.settings import *  # noqa: F403
from ontwikkelpad.settings import DATABASES, INSTALLED_APPS, OPENBAAR, STORAGES

# A kind of content that the site does not have, as CONTRIBUTING.md says to add one: this is all that it takes.
INSTALLED_APPS = [*INSTALLED_APPS[:-1], "tests.weetjes", *INSTALLED_APPS[-1:]]
OPENBAAR = {**OPENBAAR, "weetjes/": "tests.weetjes.urls"}

# Each test process keeps its edition in a file of its own.
_map = tempfile.TemporaryDirectory(prefix="uitgave-", ignore_cleanup_errors=True)
UITGAVE_KOPIE = Path(_map.name) / "uitgave.json"

# A file, as on a real site: threads of a test can have a connection each.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_map.name) / "test.sqlite3")}

# Without collectstatic: files under their own names, found in their sources.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

PDF = False  # only the tests of PDFs make some

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast
