"""The site in a browser with the content of our first sector."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.fixtures import Site, draai_kopie, draai_site
from tests.server import Eenmaal


@pytest.fixture(scope="session")
def begin(eenmaal: Eenmaal) -> Path:
    """What the first start of a site leaves: our content, one account, and the first edition."""

    def vul(map_: Path) -> None:
        for _ in draai_site(map_, SECTOR="huisartsenzorg"):
            pass

    return eenmaal("begin-huisartsenzorg", vul)


@pytest.fixture(scope="session")
def server(begin: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site with our content that tests share: they look, they do not change it."""
    yield from draai_kopie(begin, tmp_path_factory.mktemp("site"), PDF="")
