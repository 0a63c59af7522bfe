"""Make what a release leaves behind, for test_uitgaven.py: `python -m tests.tools.uitgaven map`.

It runs in the checkout of that release, on a database of its own: it publishes the fixtures, lets editors
change things in the admin as people do, and keeps the documents and the whole database in `map`. With a
PostgreSQL database in DATABASE_URL it keeps only that database.
"""

import gzip
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import setup_test_environment
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from tests.pagina import formuliervelden

WACHTWOORD = "geheim-1234"
GASTEN = ("view_functie", "view_verhaal", "change_verhaal")  # what the group of this site's own may do
EIGEN = ("publiceren", "view_uitgave", "view_functie")  # what one account may do besides its groups


def model(naam: str) -> Any:
    return apps.get_model(naam)


def zet(client: Client, rij: Model, **velden: Any) -> None:
    """Change `rij` on its page in the admin; a field that is None is a box without a tick."""
    adres = reverse(f"admin:{rij._meta.app_label}_{rij._meta.model_name}_change", args=[rij.pk])
    ingevuld = formuliervelden(client.get(adres).text) | velden
    stuur(client, adres, {naam: waarde for naam, waarde in ingevuld.items() if waarde is not None})


def verwijder(client: Client, rij: Model) -> None:
    adres = reverse(f"admin:{rij._meta.app_label}_{rij._meta.model_name}_delete", args=[rij.pk])
    stuur(client, adres, {"post": "yes"})


def publiceer(client: Client, adres: str, nummer: str, wijzigingen: str) -> None:
    datum = f"{timezone.localdate():%d-%m-%Y}"
    velden = formuliervelden(client.get(adres).text)
    stuur(client, adres, velden | {"nummer": nummer, "datum": datum, "wijzigingen": wijzigingen, "gelezen": "on"})


def stuur(client: Client, adres: str, velden: dict[str, Any]) -> None:
    """Send a form. Raises SystemExit with its page when it is refused."""
    antwoord = client.post(adres, velden)
    if antwoord.status_code != 302:
        raise SystemExit(f"{adres} was refused:\n{antwoord.content.decode()}")


def accounts() -> None:
    """Make a superuser, an account of each role, a group of our own, and an account with permissions of its own."""
    User, Group, rechten = model("auth.User"), model("auth.Group"), model("auth.Permission").objects
    User.objects.create_superuser("beheer", "beheer@example.org", WACHTWOORD, first_name="Bea")
    for rol in Group.objects.order_by("name"):
        gebruiker = User.objects.create_user(rol.name, f"{rol.name}@example.org", WACHTWOORD, is_staff=True)
        gebruiker.groups.add(rol)
    gasten = Group.objects.create(name="Gasten")
    gasten.permissions.set(rechten.filter(codename__in=GASTEN))
    gast = User.objects.create_user("gast", "gast@example.org", WACHTWOORD, is_staff=True)
    gast.groups.add(gasten)
    eigen = User.objects.create_user("eigen", "eigen@example.org", WACHTWOORD, is_staff=True)
    eigen.user_permissions.set(rechten.filter(codename__in=EIGEN))
    User.objects.create_user("weg", "weg@example.org", WACHTWOORD, is_staff=True, is_active=False)


def rondom() -> None:
    """Make what else a site keeps, as far as this release knows it: a second step, a link that was followed."""
    if apps.is_installed("django_otp"):
        eigen = model("auth.User").objects.get(username="eigen")
        model("otp_totp.TOTPDevice").objects.create(user=eigen, name="Telefoon")
        papier = model("otp_static.StaticDevice").objects.create(user=eigen, name="Codes")
        papier.token_set.create(token="1234567890")
    if apps.is_installed("redactie") and "linkcontrole" in apps.all_models["redactie"]:
        url = model("opleidingen.Aanbieder").objects.exclude(url="").earliest("pk").url
        nu = timezone.now() - timedelta(days=2)
        model("redactie.LinkControle").objects.create(url=url, uitslag="goed", toelichting="", gecontroleerd_op=nu)


def werk(client: Client) -> None:
    """Edit and publish as editors do: three more editions, the last of them the first one again."""
    Uitgave, functies = model("uitgave.Uitgave").objects, model("functies.Functie").objects.order_by("pk")
    zet(client, model("ontwikkelpad.Ontwikkelpad").objects.get(), kop="Jouw pad, opnieuw", privacy="Wij bewaren niets.")
    zet(client, functies[0], samenvatting="Een andere samenvatting van deze functie.")
    publiceer(client, reverse("admin:publiceren"), "1.1", "Betere teksten.")
    stap = model("functies.Doorgroei").objects.order_by("pk")
    zet(client, functies[1], omschrijving="Een nieuwe omschrijving.\n\nMet een tweede alinea: ‘goed’ – “beter”.")
    zet(client, model("opleidingen.Opleiding").objects.order_by("pk")[0], omschrijving="Nieuw uitgelegd.")
    zet(client, model("opleidingen.Aanbieder").objects.order_by("pk")[0], naam="Een school met een nieuwe naam")
    zet(client, stap[0], voorwaarde="Alleen in overleg.")
    zet(client, stap[1], zichtbaar=None)
    verwijder(client, model("verhalen.Verhaal").objects.latest("pk"))
    verwijder(client, model("functies.Synoniem").objects.earliest("pk"))
    publiceer(client, reverse("admin:publiceren"), "2", "Veel veranderd.")
    eerste = reverse("admin:opnieuw_publiceren", args=[Uitgave.earliest("pk").pk])
    publiceer(client, eerste, "3", "Terug naar de eerste.")
    zet(client, functies[0], samenvatting="Nog niet gepubliceerd.")


def bewaar_documenten(map_: Path, client: Client) -> None:
    eerste = model("uitgave.Uitgave").objects.earliest("pk")
    (map_ / "document.json").write_text(eerste.document, encoding="utf-8")
    (map_ / "uitgave.json").write_bytes(settings.UITGAVE_KOPIE.read_bytes())
    with suppress(NoReverseMatch):  # a release that had no export
        (map_ / "export.json").write_bytes(client.get(reverse("admin:uitvoeren")).content)


def bewaar_database(map_: Path) -> None:
    """Keep the whole database, without sessions, as statements of SQL."""
    model("sessions.Session").objects.all().delete()
    gegevens = connection.settings_dict
    connection.close()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(gegevens["NAME"])) as database:
            schrijf(map_ / "database.sql.gz", "\n".join(database.iterdump()))
    else:
        schrijf(map_ / "database.postgres.sql.gz", "\n".join(van_postgres()))


def van_postgres() -> Iterator[str]:
    """Yield what pg_dump prints, without what only psql or a newer server understands."""
    opdracht = ["pg_dump", "--inserts", "--no-owner", "--no-privileges", os.environ["DATABASE_URL"]]
    uitkomst = subprocess.run(opdracht, check=True, stdout=subprocess.PIPE, text=True)
    for regel in uitkomst.stdout.splitlines():
        if not re.match(r"\\(un)?restrict |SET transaction_timeout ", regel):
            yield regel


def schrijf(bestand: Path, tekst: str) -> None:
    bestand.write_bytes(gzip.compress(tekst.encode(), mtime=0))
    print(f"{bestand}: {bestand.stat().st_size // 1024} kB")


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(f"usage: {sys.argv[0]} map")
    map_ = Path(sys.argv[1])
    map_.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tijdelijk:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{tijdelijk}/site.sqlite3")
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        django.setup()
        if connection.introspection.table_names():
            raise SystemExit("The database in DATABASE_URL must be empty.")
        setup_test_environment()
        call_command("migrate", verbosity=0)
        call_command("laad", verbosity=0)
        accounts()
        client = Client()
        client.force_login(model("auth.User").objects.get(username="beheer"))
        werk(client)
        rondom()
        if connection.vendor == "sqlite":
            bewaar_documenten(map_, client)
        bewaar_database(map_)


if __name__ == "__main__":
    main()
