"""The version stands in one place, the first heading of CHANGELOG.md; what was released is kept."""

import re
import tomllib

from django.conf import settings

from tests.oude_database import UITGAVEN

KOP = re.compile(r"(\d+)\.(\d+) \((in development|20\d\d-\d\d)\)")


def koppen():
    return re.findall(r"^## (.*)$", (settings.BASE_DIR / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)


def versie(kop):
    return int(KOP.fullmatch(kop)[1]), int(KOP.fullmatch(kop)[2])


def test_every_heading_is_a_version_and_the_newest_stands_first():
    assert [kop for kop in koppen() if not KOP.fullmatch(kop)] == []
    versies = [versie(kop) for kop in koppen()]
    assert versies == sorted(set(versies), reverse=True)
    assert [kop for kop in koppen()[1:] if "in development" in kop] == []


def test_no_other_file_has_a_version_of_its_own():
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert "version" not in project
    assert "version" in project["dynamic"]


def test_of_every_release_is_kept_what_it_left():
    uitgebracht = {".".join(map(str, versie(kop))) for kop in koppen() if "in development" not in kop}

    assert {map_.name for map_ in UITGAVEN.iterdir() if map_.is_dir()} == uitgebracht
