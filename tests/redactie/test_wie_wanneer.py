"""Who did something and when, as every page of the desk says it."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from redactie.templatetags.wie_wanneer import moment, wie

pytestmark = pytest.mark.een_database


@pytest.mark.parametrize(
    ("gebruiker", "naam"),
    [
        (User(username="anna", first_name="Anna", last_name="de Vries"), "Anna de Vries"),
        (User(username="anna"), "anna"),
        (None, "de site zelf"),
    ],
)
def test_somebody_goes_by_a_full_name_where_there_is_one(gebruiker, naam):
    assert wie(gebruiker) == naam


def test_a_moment_is_told_by_the_clock_of_the_netherlands():
    assert moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC)) == "2 juli 2026, 00:05"
