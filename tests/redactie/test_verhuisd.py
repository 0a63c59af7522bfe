"""Bookmarks of the desk from before models moved still lead somewhere."""

import pytest
from django.contrib import admin

from uitgave.vroeger import vroegere_labels

VERHUISD = {
    "functies/uitgave/": "uitgave/uitgave/",
    "functies/uitgave/1/change/": "uitgave/uitgave/1/change/",
    "functies/uitgave/?q=1%261&o=-2": "uitgave/uitgave/?q=1%261&o=-2",
    "functies/uitgave/1/history/?p=2": "uitgave/uitgave/1/history/?p=2",
    "functies/uitgave/a%3Fb%23c%0D/é/": "uitgave/uitgave/a%3Fb%23c%0D/%C3%A9/",
    "functies/geladenfixture/": "uitgave/geladenfixture/",
    "functies/ontwikkelpad/1/change/": "ontwikkelpad/ontwikkelpad/1/change/",
}


@pytest.mark.parametrize(("oud", "nieuw"), VERHUISD.items())
def test_an_old_address_leads_to_the_same_page_of_now(beheerder, oud, nieuw):
    response = beheerder.get(f"/beheer/{oud}")

    assert (response.status_code, response.headers["Location"]) == (301, f"/beheer/{nieuw}")


def test_an_old_address_without_its_last_slash_does_so_too(beheerder, inhoud):
    response = beheerder.get("/beheer/functies/uitgave", follow=True)

    assert (response.status_code, response.request["PATH_INFO"]) == (200, "/beheer/uitgave/uitgave/")


def test_a_visitor_logs_in_first(client, db):
    response = client.get("/beheer/functies/uitgave/1/change/?a=1")

    assert response.headers["Location"] == "/beheer/login/?next=/beheer/functies/uitgave/1/change/%3Fa%3D1"


def test_no_old_address_stands_before_a_page_of_now():
    assert {model._meta.label_lower for model in admin.site._registry}.isdisjoint(vroegere_labels())
