"""Publishing while somebody else saves or holds back: nothing is lost, and nothing goes out unseen."""

from functools import partial

import pytest
from django.contrib.auth.models import User
from django.test import Client

from functies.models import Synoniem
from redactie.models import Achterhouding
from tests.pagina import formuliervelden
from tests.tegelijk import tegelijk
from uitgave import document as d
from uitgave.models import Uitgave
from uitgave.soort import soort_van
from uitgave.verschil import Rijsleutel

PUBLICEREN = "/beheer/publiceren/"
SAVED, REFUSED = 302, 200


def binnen(naam):
    client = Client()
    client.force_login(User.objects.create_superuser(naam))
    return client


def gepubliceerd(uitgave, woord):
    return {rij.woord: rij.betekenis for rij in d.lees(uitgave.document).synoniemen}.get(woord)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("aantal", [4, pytest.param(50, marks=pytest.mark.drill)])
def test_what_is_saved_while_another_publishes_is_kept_and_not_published_unseen(inhoud, aantal):
    uitgever, schrijver = binnen("uitgever"), binnen("schrijver")
    woord = Synoniem.objects.first()
    adres = f"/beheer/functies/synoniem/{woord.pk}/change/"
    gelukt = 0
    for ronde in range(aantal):
        Synoniem.objects.filter(pk=woord.pk).update(betekenis=f"gezien {ronde}")
        publiceren = formuliervelden(uitgever.get(PUBLICEREN).text)
        publiceren |= {"nummer": f"2.{ronde}", "datum": "22-11-2026", "wijzigingen": "Nieuw.", "gelezen": "on"}
        schrijven = formuliervelden(schrijver.get(adres).text) | {"betekenis": f"nieuw {ronde}"}

        uit, op = tegelijk(partial(uitgever.post, PUBLICEREN, publiceren), partial(schrijver.post, adres, schrijven))

        assert op.status_code == SAVED
        assert Synoniem.objects.get(pk=woord.pk).betekenis == f"nieuw {ronde}"
        assert uit.status_code in (SAVED, REFUSED)
        if uit.status_code == SAVED:
            gelukt += 1
            assert gepubliceerd(Uitgave.objects.first(), woord.woord) == f"gezien {ronde}"
        else:
            assert "Intussen is er iets veranderd." in uit.text or f"nieuw {ronde}" in uit.text
    assert Uitgave.objects.count() == 1 + gelukt


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("aantal", [4, pytest.param(50, marks=pytest.mark.drill)])
def test_what_is_held_back_while_another_publishes_is_not_published_after_that(inhoud, aantal):
    uitgever, schrijver = binnen("uitgever"), binnen("schrijver")
    woord = Synoniem.objects.first()
    adres = f"/beheer/achterhouden/?rij={Rijsleutel.van(soort_van(Synoniem), woord)}"
    for ronde in range(aantal):
        Achterhouding.objects.all().delete()
        Synoniem.objects.filter(pk=woord.pk).update(betekenis=f"half {ronde}")
        publiceren = formuliervelden(uitgever.get(PUBLICEREN).text)
        publiceren |= {"nummer": f"2.{ronde}", "datum": "22-11-2026", "wijzigingen": "Nieuw.", "gelezen": "on"}

        uit, op = tegelijk(
            partial(uitgever.post, PUBLICEREN, publiceren), partial(schrijver.post, adres, {"notitie": "Wacht."})
        )

        assert op.status_code == SAVED
        assert Achterhouding.objects.get().notitie == "Wacht."
        uitgave = Uitgave.objects.first()
        if gepubliceerd(uitgave, woord.woord) == f"half {ronde}":
            assert uit.status_code == SAVED
            assert uitgave.gepubliceerd_op <= Achterhouding.objects.get().op  # it was published first
        else:
            assert uit.status_code == REFUSED
            assert "Intussen is er iets veranderd." in uit.text or "Achtergehouden door" in uit.text
