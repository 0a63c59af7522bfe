"""What everybody gets at every address of the admin: the table rechten.csv beside this file.

`python -m tests.toegang.rechten` makes the table anew. Look at what changed in it before you commit it.

One line is one address and method, in public mode. A cell is the status of the answer; "inloggen" and
"tweede stap" are redirects to those pages. Each POST has no more than what confirms a deletion, and is undone.
"""

import csv
import logging
import os
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.test import Client, override_settings
from django.test.runner import DiscoverRunner
from django.urls import URLPattern, reverse
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from reversion.models import Version

from functies.models import Functie
from ontwikkelpad.models import Ontwikkelpad
from redactie.models import LinkControle
from toegang.rollen import rollen
from uitgave.fixtures import laad
from uitgave.huidig import huidig
from uitgave.inhoud import LinkField
from uitgave.models import Uitgave
from uitgave.soort import alle_modellen

TABEL = Path(__file__).with_name("rechten.csv")
WIE = ("bezoeker", "alleen wachtwoord", *rollen())
HIER = "https://127.0.0.1/"
Regel = tuple[str, str]  # route, method

# What stands for a parameter in an address, where it is not a row of the model that the address names.
VOORBEELDEN: dict[str, Callable[[], Any]] = {
    "app_label": lambda: "functies",
    "content_type_id": lambda: ContentType.objects.get_for_model(Functie).pk,
    "uitgave_id": lambda: Uitgave.objects.get().pk,
    "versie_id": lambda: Version.objects.filter(content_type=ContentType.objects.get_for_model(Functie)).first().pk,
    "adres": lambda: "functies/",
    "url": lambda: "bestaat-niet/",
}


def routes(patronen: list[Any], ervoor: str = "") -> Iterator[str]:
    """Yield every route below `patronen`: "functies/functie/<object_id>/change/"."""
    for patroon in patronen:
        route = ervoor + re.sub(r"<\w+:", "<", re.sub(r"\(\?P(<\w+>)[^)]*\)", r"\1", str(patroon.pattern).strip("^$")))
        if isinstance(patroon, URLPattern):
            yield route
        else:
            yield from routes(patroon.url_patterns, route)


def adressen() -> dict[str, str]:
    """Return {route: an address that it matches} of the whole admin."""
    modellen = {f"{m._meta.app_label}/{m._meta.model_name}/": m for m in admin.site._registry}

    def vul_in(route: str) -> str:
        model = next((model for begin, model in modellen.items() if route.startswith(begin)), Functie)
        rij = User.objects.get(username="collega") if model is User else model.objects.first()
        waarde = lambda gevonden: str(VOORBEELDEN.get(gevonden[1], lambda: rij.pk)())  # noqa: E731
        return reverse("admin:index") + re.sub(r"<(\w+)>", waarde, route)

    return {route: vul_in(route) for route in sorted(set(routes(admin.site.get_urls())))}


def vul_site() -> None:
    """Give a new database the content of the fixtures, and one row of whatever they lack.

    Every link leads to this machine, where the site refuses to follow it: nothing goes out. Each row has its own.
    """
    laad(settings.FIXTURES)
    huidig.ververs()
    for model in alle_modellen():
        if links := [veld.name for veld in model._meta.fields if isinstance(veld, LinkField)]:
            model._default_manager.update(**dict.fromkeys(links, Concat(Value(HIER), Cast("pk", CharField()))))
    url = Ontwikkelpad.objects.get().leeroverzicht_url
    LinkControle.objects.create(url=url, uitslag="goed", gecontroleerd_op=timezone.now())
    User.objects.create_user("collega", is_staff=True)


def kom_binnen(wie: str) -> Client:
    """Return a client that is as far in as `wie`."""
    client = Client()
    if wie == "bezoeker":
        return client
    gebruiker = User.objects.create_user(wie, is_staff=True)
    client.force_login(gebruiker)
    if wie != "alleen wachtwoord":
        gebruiker.groups.add(Group.objects.get(name=wie))
        sessie = client.session
        sessie[DEVICE_ID_SESSION_KEY] = TOTPDevice.objects.create(user=gebruiker, name="Telefoon").persistent_id
        sessie.save()
    else:
        gebruiker.groups.set(Group.objects.all())
    return client


def antwoorden(wie: str) -> dict[Regel, str]:
    """Return {(route, method): what `wie` gets there}, every request on the site as it was."""
    with override_settings(PUBLIEK=True):
        client = kom_binnen(wie)
        koekjes, gevonden = deepcopy(client.cookies), {}
        for route, adres in adressen().items():
            for methode, gegevens in (("GET", {}), ("POST", {"post": "yes"})):
                client.cookies = deepcopy(koekjes)
                with transaction.atomic():
                    response = (client.get if methode == "GET" else client.post)(adres, gegevens)
                    b"".join(response)  # a download is made while it is read
                    transaction.set_rollback(True)
                gevonden[route, methode] = uitkomst(response)
    return gevonden


def uitkomst(response: Any) -> str:
    paginas = {reverse("admin:login"): "inloggen", reverse("admin:tweede_stap"): "tweede stap"}
    return paginas.get(urlsplit(response.headers.get("Location", "")).path, str(response.status_code))


def lees() -> dict[str, dict[Regel, str]]:
    """Return the stored table: {who: {(route, method): what they get}}."""
    with TABEL.open(encoding="utf-8", newline="") as bestand:
        regels = list(csv.DictReader(bestand))
    return {wie: {(regel["adres"], regel["methode"]): regel[wie] for regel in regels} for wie in WIE}


def schrijf() -> None:
    """Store the table as the site is now."""
    tabel = {wie: antwoorden(wie) for wie in WIE}
    with TABEL.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.writer(bestand, lineterminator="\n")
        schrijver.writerow(["adres", "methode", *WIE])
        for regel in tabel[WIE[0]]:
            schrijver.writerow([*regel, *(tabel[wie][regel] for wie in WIE)])


def main() -> None:
    logging.disable()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    runner.setup_test_environment()
    databases = runner.setup_databases()
    try:
        vul_site()
        schrijf()
    finally:
        runner.teardown_databases(databases)
    print(f"Made {TABEL}")


if __name__ == "__main__":
    main()
