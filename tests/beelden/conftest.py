import shutil

import pytest

from beelden.models import Foto
from tests.beelden.fotos import maak_foto
from tests.verhaal import maak_verhaal
from uitgave import beelden
from uitgave.vastleggen import vastleggen


@pytest.fixture(autouse=True)
def niets_op_schijf():
    """Each test begins and ends without pictures beside the copy of the edition."""
    shutil.rmtree(beelden.map_(), ignore_errors=True)
    yield
    shutil.rmtree(beelden.map_(), ignore_errors=True)


@pytest.fixture
def foto(inhoud, publiceer_nu) -> Foto:
    """A photo of the only story and of its functie, both published."""
    with vastleggen(None):
        foto = maak_foto()
        verhaal = maak_verhaal()
        verhaal.foto = verhaal.functie.foto = foto
        verhaal.save()
        verhaal.functie.save()
    publiceer_nu("2")
    return foto
