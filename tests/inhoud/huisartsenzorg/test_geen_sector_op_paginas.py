"""A site of another sector names ours on no page."""

import re

import pytest
from django.core.management import call_command

from tests.pagina import tekst
from tests.sectoren import BAKKERIJ
from tests.test_andere_sector import vul

pytestmark = pytest.mark.een_database

VAN_ONS = re.compile(
    r"huisarts|triag|doktersassist|praktijkondersteun|zij-instroo|werkcentrum|\bmbo\b|\bhbo\b|crebo|croho|canmeds|patiënt",
    re.IGNORECASE,
)


@pytest.fixture(params=["bakkerij", "nieuw", "gevuld"])
def sector(request, tmp_path):
    """The package of another sector: one that has all, one as it is made, and the same when somebody filled it."""
    if request.param == "bakkerij":
        return BAKKERIJ
    call_command("nieuwe_sector", "houtbewerking", "--map", tmp_path)
    if request.param == "gevuld":
        vul(tmp_path / "houtbewerking")
    return tmp_path / "houtbewerking"


def test_no_page_names_the_sector_that_the_site_was_made_for(inhoud, rondgang):
    paginas = {adres: tekst(html) for adres, html in rondgang().items()}

    assert {"/", "/functies/", "/opleidingen/", "/over/"} <= set(paginas)
    assert {adres: VAN_ONS.findall(woorden) for adres, woorden in paginas.items() if VAN_ONS.search(woorden)} == {}
