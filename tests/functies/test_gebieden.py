"""Competenties by their area."""

from dataclasses import dataclass

from functies.gebieden import per_gebied


@dataclass(frozen=True)
class Gebied:
    slug: str


@dataclass(frozen=True)
class Competentie:
    naam: str
    competentiegebied: str | None = None


PRATEN, REKENEN = Gebied("praten"), Gebied("rekenen")


def test_competenties_stand_with_their_area_in_the_order_of_the_areas_and_the_rest_last():
    rust, bellen, tellen, vragen = (
        Competentie("rust"),
        Competentie("bellen", "praten"),
        Competentie("tellen", "rekenen"),
        Competentie("vragen", "praten"),
    )

    gevonden = per_gebied([rust, tellen, bellen, vragen], [PRATEN, Gebied("leeg"), REKENEN])

    assert gevonden == [(PRATEN, [bellen, vragen]), (REKENEN, [tellen]), (None, [rust])]


def test_without_any_area_there_is_nothing_to_group():
    assert per_gebied([Competentie("rust")], [PRATEN]) == []
