"""What is held back is in nothing that visitors get: no page, search, feed, file, or PDF."""

from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, models, transaction

from papier.boek import Boek
from papier.drukken import Drukker
from redactie.models import Achterhouding
from redactie.uitgeven.voorstel import Voorstel
from tests.openbaar import bladzijden
from tests.papier.lezen import gelezen, met_pdf
from tests.papier.lezen import tekst as pdftekst
from tests.test_overal import FEED, VORMEN, boek
from tests.test_spiegel import bestanden, verbinding_blijft  # noqa: F401
from uitgave import document as d
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.inhoud import LinkField
from uitgave.publiceren import publiceer
from uitgave.soort import delen
from uitgave.verschil import Rijsleutel

pytestmark = pytest.mark.een_database
KANARIE = "kanarievogel"


def zing(rij):
    """Put the canary in every text of a row that may hold it."""
    velden = [veld for veld in rij._meta.concrete_fields if isinstance(veld, models.CharField | models.TextField)]
    for veld in velden:
        los = veld.unique or veld.choices or not veld.editable or isinstance(veld, LinkField | models.SlugField)
        if not los and (veld.max_length or 99) > len(KANARIE) + 8:
            with suppress(IntegrityError), transaction.atomic():
                type(rij)._base_manager.filter(pk=rij.pk).update(**{veld.name: f"{KANARIE} {rij.pk}"})


@pytest.fixture
def achtergehouden(inhoud):
    """Half of the rows of each part with a canary in all their texts, and those of the rows inside; and held back."""
    for deel, soort in delen().items():
        rijen = list(soort.model._default_manager.all())
        for rij in rijen[::2]:
            sleutel = Rijsleutel.van(soort, rij)
            Achterhouding.objects.create(deel=deel, rij=sleutel.eigen, naam=str(rij)[:300], nummer=rij.pk)
            zing(rij)
            for binnen in soort.binnen.values():
                for een in getattr(rij, binnen.relatie).all():
                    zing(een)
    return inhoud


@met_pdf()
def test_a_canary_in_half_of_all_rows_is_in_nothing_that_visitors_get(achtergehouden, client, tmp_path):
    assert d.schrijf(bouw()).count(KANARIE) > 200
    voorstel = Voorstel()
    assert voorstel.standaard.breuken == []

    publiceer(voorstel.standaard.document, "2", achtergehouden.uitgave.datum, "Wat klaar is.")
    huidig.ververs()

    assert KANARIE not in d.schrijf(huidig.pad.document)
    for adres, html in bladzijden(client, "/").items():
        assert KANARIE not in html, adres
    for adres in (*VORMEN, *FEED, "/sitemap.xml", f"/zoeken/?q={KANARIE[:-1]}"):
        assert KANARIE not in client.get(adres).content.decode("utf-8-sig"), adres
    assert KANARIE not in pdftekst(gelezen(Drukker().druk(*boek(Boek(huidig.pad)))))
    call_command("exporteer_site", tmp_path / "kopie", stdout=StringIO(), stderr=StringIO())
    for naam, inhoud_ in bestanden(tmp_path / "kopie").items():
        assert KANARIE not in inhoud_.decode(errors="replace"), naam
