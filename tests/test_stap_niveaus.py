"""What release 1.2 knew as fixed sets comes along as rows, and goes back as far as that release can hold it."""

import json

import pytest
from reversion.models import Version

from functies.document import Doorgroei as Doorgroeirij
from functies.document import Functie as Functierij
from functies.models import Competentie, Competentiegebied, Doorgroei, Functie, Werkveld
from opleidingen.document import Niveau as Niveaurij
from opleidingen.document import Opleiding as Opleidingrij
from opleidingen.models import Niveau, Opleiding, Register
from redactie.geschiedenis.versies import verschil_met_nu, zet_terug
from tests.conftest import BEWIJS
from tests.oude_database import PER_DUMP, UITGAVEN, begin, database_van, rijen
from tests.test_teruggaan import LAATSTE, ga_terug, migraties
from uitgave import document as d
from uitgave.stappen import niveaus

pytestmark = pytest.mark.xdist_group("oude_database")  # one process starts each database once

PER_RELEASE = sorted(map_.name for map_ in UITGAVEN.iterdir() if map_.is_dir())


def oud(release="1.2"):
    return json.loads((UITGAVEN / release / "document.json").read_bytes())


@pytest.mark.parametrize("release", PER_RELEASE)
def test_an_edition_of_every_release_has_the_levels_and_codes_it_had(release):
    toen, nu = oud(release), d.lees(json.dumps(oud(release)))

    nummers = {niveau.slug: niveau.nlqf for niveau in nu.alle(Niveaurij)}
    assert list(nummers.values()) == list(range(1, 9))
    assert {rij.slug: nummers[rij.vanaf_niveau] for rij in nu.alle(Functierij)} == {
        rij["slug"]: rij["niveau"] for rij in toen["functies"]
    }
    assert {rij.slug: (nummers.get(rij.op_niveau), rij.coderegister, rij.code) for rij in nu.alle(Opleidingrij)} == {
        rij["slug"]: (rij["niveau"], rij["register"], rij["code"]) for rij in toen["opleidingen"]
    }
    assert not any(rij.tot_niveau for rij in nu.alle(Functierij))


def test_what_was_lifted_goes_back_to_what_it_was():
    assert niveaus.daal(niveaus.til(oud())) == {**oud(), "schema": oud()["schema"]}


def heen_en_weer(**anders):
    """Two steps there and back in a document of release 1.2, the second with these values."""
    document = oud()
    stap = document["doorgroei"][0]
    terug = {**stap, "van": stap["naar"], "naar": stap["van"], **anders}
    document["doorgroei"] = sorted([*document["doorgroei"], terug], key=lambda rij: (rij["van"], rij["naar"]))
    return document, {stap["van"], stap["naar"]}


def test_two_steps_that_say_the_same_become_one_and_two_again():
    document, paar = heen_en_weer()

    [stap] = [rij for rij in d.lees(json.dumps(document)).alle(Doorgroeirij) if {rij.van, rij.naar} == paar]

    assert (stap.van, stap.naar, stap.beide_kanten) == (*sorted(paar), True)
    assert niveaus.daal(niveaus.til(heen_en_weer()[0])) == document


@pytest.mark.parametrize(
    "anders",
    [
        {"bron": "Een andere bron."},
        {"voorwaarde": "Iets anders."},
        {"gecontroleerd_op": "2020-01-01"},
        {"soort": "verbreding"},
    ],
)
def test_two_steps_that_differ_stay_two(anders):
    document, paar = heen_en_weer(**anders)

    stappen = [rij for rij in d.lees(json.dumps(document)).alle(Doorgroeirij) if {rij.van, rij.naar} == paar]

    assert [stap.beide_kanten for stap in stappen] == [False, False]


def test_what_an_older_release_cannot_hold_becomes_what_comes_closest():
    document = niveaus.til(oud())
    document["niveaus"] = [{"slug": "instap", "naam": "instap"}, {"slug": "vak", "naam": "vak", "nlqf": 3}]
    document["niveaus"] += [{"slug": "meester", "naam": "meester"}, *niveaus.nieuwe_rijen()["niveaus"]]
    for rij, slug in zip(document["functies"], (None, "instap", "vak", "meester", "hbo-master"), strict=False):
        rij["vanaf_niveau"] = slug
    document["functies"][2]["tot_niveau"] = "hbo-master"
    document["werkvelden"][0]["kleur"] = "olijf"
    document["opleidingen"][0] |= {"coderegister": "eigen", "code": "K1234"}
    document["competenties"][0]["competentiegebied"] = "eigen"

    terug = niveaus.daal(document)

    assert [rij["niveau"] for rij in terug["functies"][:5]] == [1, 1, 3, 3, 7]
    assert terug["werkvelden"][0]["kleur"] == "bruin"
    assert (terug["opleidingen"][0]["register"], terug["opleidingen"][0]["code"]) == (None, "")
    assert terug["competenties"][0]["gebied"] is None
    sleutels = {deel: {frozenset(rij) for rij in oud()[deel]} for deel in ("functies", "opleidingen", "competenties")}
    assert all({frozenset(rij) for rij in terug[deel]} <= sleutels[deel] for deel in sleutels)
    assert set(terug) == set(oud())


# --- Databases ---


@pytest.fixture(params=PER_DUMP, ids=lambda dump: dump.parent.name)
def dump(request, django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock(), database_van(request.param, tmp_path):
        yield request.param


@pytest.fixture(params=LAATSTE, ids=lambda dump: dump.parent.name)
def laatste(request, django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock(), database_van(request.param, tmp_path):
        yield request.param


def test_a_new_site_gets_no_rows_of_a_sector_from_the_migrations(db):
    assert (Niveau.objects.count(), Register.objects.count(), Competentiegebied.objects.count()) == (0, 0, 0)


def test_the_working_copy_of_every_release_keeps_levels_and_codes(dump):
    functies = dict(rijen("SELECT slug, niveau FROM functies_functie"))
    opleidingen = {rij[0]: rij[1:] for rij in rijen("SELECT slug, niveau, register, code FROM opleidingen_opleiding")}
    kleuren = dict(rijen("SELECT slug, kleur FROM functies_werkveld"))
    begin(dump)

    assert dict(Functie.objects.values_list("slug", "vanaf_niveau__nlqf")) == functies
    nu = Opleiding.objects.values_list("slug", "op_niveau__nlqf", "coderegister__slug", "code")
    assert {slug: (niveau, register or "", code) for slug, niveau, register, code in nu} == opleidingen
    assert dict(Werkveld.objects.values_list("slug", "kleur")) == kleuren
    assert list(Niveau.objects.values_list("slug", "naam")) == list(niveaus.NIVEAUS.values())


def test_a_functie_of_release_1_2_comes_back_from_the_history_with_its_level(laatste):
    begin(laatste)
    functie = Functie.objects.filter(vanaf_niveau__nlqf=6).first()
    Functie.objects.filter(pk=functie.pk).update(vanaf_niveau=None)
    versie = Version.objects.get_for_object(functie).last()
    [verschil] = [v for v in verschil_met_nu(versie) if v.soort == "Functie"]
    zet_terug(versie, None)

    assert ("niveau", "", "hbo-bachelor") in [(veld.naam, veld.oud, veld.nieuw) for veld in verschil.velden]
    assert Functie.objects.get(pk=functie.pk).vanaf_niveau.nlqf == 6


@pytest.mark.drill  # tests/test_teruggaan.py goes there and back in every run
@pytest.mark.een_database
def test_what_release_1_2_cannot_hold_does_not_stop_the_way_back(laatste):
    doelen = migraties()
    begin(laatste)
    een, ander = Functie.objects.order_by("pk")[:2]
    eigen = Register.objects.create(naam="Eigen", slug="eigen", afkorting="eigen", masker="K9999")
    gebied = Competentiegebied.objects.create(naam="Eigen", slug="eigen", volgorde=99)
    Functie.objects.filter(pk=een.pk).update(vanaf_niveau=None)
    Functie.objects.filter(pk=ander.pk).update(tot_niveau=Niveau.objects.last())
    opleiding = Opleiding.objects.exclude(code="").first()
    Opleiding.objects.filter(pk=opleiding.pk).update(coderegister=eigen, code="K1234")
    Competentie.objects.update(competentiegebied=gebied)
    Werkveld.objects.update(kleur="gras")
    Doorgroei.objects.filter(van=een, naar=ander).delete()
    Doorgroei.objects.filter(van=ander, naar=een).delete()
    Doorgroei.objects.create(van=een, naar=ander, soort="doorstroom", beide_kanten=True, **BEWIJS)

    ga_terug(doelen)

    assert rijen(f"SELECT niveau FROM functies_functie WHERE id = {een.pk}") == [(1,)]  # noqa: S608  # a number
    assert rijen("SELECT DISTINCT kleur FROM functies_werkveld") == [("groen",)]
    code = f"SELECT register, code FROM opleidingen_opleiding WHERE id = {opleiding.pk}"  # noqa: S608  # a number
    assert rijen(code) == [("", "")]
    assert rijen("SELECT DISTINCT gebied FROM functies_competentie") == [("",)]
    paar = f"({een.pk}, {ander.pk})"
    stappen = f"SELECT count(*) FROM functies_doorgroei WHERE van_id IN {paar} AND naar_id IN {paar}"  # noqa: S608
    assert rijen(stappen) == [(2,)]

    begin()

    assert Doorgroei.objects.get(van__in=(een, ander), naar__in=(een, ander)).beide_kanten
