"""A middle dot belongs to what follows it: it may begin a line on a narrow screen, and never ends one."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SJABLONEN = sorted((settings.BASE_DIR / "templates").rglob("*.html"))


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda pad: str(pad.relative_to(settings.BASE_DIR / "templates")))
def test_what_follows_a_middle_dot_stays_on_its_line(sjabloon: Path) -> None:
    html = re.sub(r'<title>.*?</title>|="[^"]*"', "", sjabloon.read_text())

    assert re.findall(r"·(?!&nbsp;\S).{0,20}", html) == []
