"""What is read by people has lines that fit their screen. Of Python ruff sees to that."""

import pytest
from django.conf import settings

LANGST = 160  # characters
MAPPEN = {"templates": "*.html", "static": "*.css"}


@pytest.mark.parametrize(("map_", "naam"), MAPPEN.items(), ids=MAPPEN)
def test_no_line_is_too_long_to_read(map_, naam):
    bestanden = sorted((settings.BASE_DIR / map_).rglob(naam))
    te_lang = [
        f"{bestand.relative_to(settings.BASE_DIR)}:{nummer}"
        for bestand in bestanden
        for nummer, regel in enumerate(bestand.read_text(encoding="utf-8").splitlines(), start=1)
        if len(regel) > LANGST
    ]

    assert bestanden
    assert te_lang == []
