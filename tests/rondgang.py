"""Fixtures for tests that look at every public page: one walk of them all serves them all."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.openbaar import bladzijden
from tests.verhaal import maak_verhaal
from uitgave import document as d
from uitgave.huidig import huidig
from uitgave.pad import Pad


@pytest.fixture
def met_verhaal(inhoud: Pad, publiceer_nu: Callable[[str], Pad]) -> Pad:
    """The content with a story too, so that each kind of page is there; published as edition 1.1."""
    maak_verhaal()
    return publiceer_nu("1.1")


@pytest.fixture(scope="session")
def gelopen() -> dict[str, dict[str, str]]:
    """The public pages that were walked, by edition."""
    return {}


@pytest.fixture
def rondgang(gelopen: dict[str, dict[str, str]], django_assert_num_queries: Any) -> Callable[[], dict[str, str]]:
    """Return every public page of the edition that is served, by address, for tests that only read them.

    An edition is walked once by each process that tests, without a single query.
    """

    def rondgang() -> dict[str, str]:
        assert huidig.pad is not None
        uitgave = d.schrijf(huidig.pad.uitgave)
        if uitgave not in gelopen:
            with django_assert_num_queries(0):
                gelopen[uitgave] = bladzijden(Client())
        return dict(gelopen[uitgave])

    return rondgang
