"""What everybody must get at every address of the admin, and what they do get, in public mode.

The pages of a model follow from who may do what with its rows; for content that is one rule. Only what is no page of
a model is listed by hand. An answer is the status; "inloggen" and "tweede stap" are redirects to those pages.
Each POST has no more than what confirms a deletion, and is undone.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import (
    PROTECT,
    CharField,
    Model,
    Value,
)
from django.db.models.functions import Cast, Concat
from django.test import Client, override_settings
from django.urls import URLPattern, reverse
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from reversion.models import Version

from functies.models import Functie
from ontwikkelpad.models import Ontwikkelpad
from opleidingen.models import CodeControle
from redactie.models import LinkControle, Notitie
from tests.soorten import DEEL, maak
from tests.voorbeelden import DRILL
from toegang.gebeurtenissen import Soort, noteer
from toegang.models import Gebeurtenis
from toegang.rollen import rollen
from uitgave.bouwen import bouw
from uitgave.huidig import huidig
from uitgave.inhoud import LinkField
from uitgave.models import Bijlage, Eenmalig, GeladenFixture, Sector, Uitgave
from uitgave.publiceren import publiceer
from uitgave.soort import alle_modellen, is_inhoud, soort_van, soorten
from uitgave.vastleggen import vastleggen
from uitgave.vroeger import vroegere_labels

REDACTEUR, EINDREDACTEUR, BEHEERDER = ROLLEN = tuple(rollen())  # each may do what those before it may
BEZOEKER, ALLEEN_WACHTWOORD = "bezoeker", "alleen wachtwoord"
WIE = (BEZOEKER, ALLEEN_WACHTWOORD, *ROLLEN)
HIER = "https://127.0.0.1/"
Regel = tuple[str, str]  # route, method

# --- What they must get ---

# From which role on somebody may do something with the rows of a model that is no content.
RECHTEN: dict[type[Model], dict[str, str]] = {
    Uitgave: {"view": REDACTEUR, "change": EINDREDACTEUR},
    Bijlage: {"view": REDACTEUR},
    GeladenFixture: {"view": REDACTEUR},
    Eenmalig: {"view": REDACTEUR},
    Sector: {"view": REDACTEUR},
    CodeControle: {"view": REDACTEUR},
    LinkControle: {"view": REDACTEUR},
    Gebeurtenis: {"view": BEHEERDER},
    User: {"view": BEHEERDER, "add": BEHEERDER, "change": BEHEERDER},
}

# The pages of a model: what GET and POST ask for, and what they give to who may do that.
PAGINAS = {
    "": (("view", "200"), ("view", "200")),
    "add/": (("add", "200"), ("add", "200")),
    "csv/": (("view", "200"), ("", "405")),  # is only read, whoever asks
    "<object_id>/": (("", "302"), ("", "302")),  # leads to the page below it, whoever asks
    "<object_id>/change/": (("view", "200"), ("change", "200")),
    "<object_id>/delete/": (("delete", "200"), ("delete", "302")),
    "<object_id>/history/": (("view", "200"), ("view", "200")),
    "<object_id>/links/": (("change", "302"), ("change", "302")),
}

# All other addresses: from which role on (for GET and for POST, where that differs), and what GET and POST give.
OVERIG: dict[str, tuple[str | tuple[str, str], str, str]] = {
    "": (REDACTEUR, "200", "200"),
    "achterhouden/": (REDACTEUR, "404", "404"),  # names no row
    "achterhouden/opheffen/": (REDACTEUR, "405", "302"),
    "<app_label>/": (REDACTEUR, "200", "200"),
    "<url>": (REDACTEUR, "404", "404"),
    "auth/user/<id>/password/": (BEHEERDER, "200", "200"),
    "auth/user/<pk>/tweede-stap/": (BEHEERDER, "200", "302"),
    "autocomplete/": (REDACTEUR, "403", "405"),  # says nothing without the name of a list
    "beelden/foto/<pk>/toestemming/": (REDACTEUR, "200", "302"),  # a button that is not there does nothing
    "beelden/foto/bestand/<naam>/": (REDACTEUR, "404", "405"),
    "bezig/": (REDACTEUR, "200", "405"),
    "functies/werkveld/volgorde/": (REDACTEUR, "200", "302"),  # what it showed is no longer so: it shows it again
    "geschiedenis/": (REDACTEUR, "200", "200"),
    "getypt/": (REDACTEUR, "405", "404"),  # says nothing without the name of a kind
    "gepland/<uitgave_id>/": (REDACTEUR, "302", "302"),  # it is on the site already
    "handleiding/": (REDACTEUR, "200", "200"),
    "invoeren/": (REDACTEUR, "200", "200"),
    "jsi18n/": (REDACTEUR, "200", "405"),
    "klaar/": (REDACTEUR, "200", "302"),
    "klaar/intrekken/": (REDACTEUR, "405", "302"),
    "leesbaarheid/": (REDACTEUR, "405", "200"),
    "lijst/<content_type_id>/": (REDACTEUR, "200", "200"),
    "notities/": (REDACTEUR, "200", "405"),
    "notities/<notitie_id>/": (REDACTEUR, "405", "302"),
    "notities/bij/<soort_id>/<rij_id>/": (REDACTEUR, "302", "302"),
    "ongedaan/<revisie_id>/": (REDACTEUR, "200", "200"),
    "opmaak/": (REDACTEUR, "405", "200"),
    "opleidingen/opleiding/<object_id>/vervang/": (REDACTEUR, "200", "200"),  # without a successor it says so
    "opleidingen/opleiding/aanbod/": (REDACTEUR, "200", "302"),  # a button that is not there does nothing
    "password_change/": (REDACTEUR, "200", "200"),
    "password_change/done/": (REDACTEUR, "200", "405"),
    "publiceren/": ((REDACTEUR, EINDREDACTEUR), "200", "200"),
    "publiceren/<uitgave_id>/": (EINDREDACTEUR, "200", "200"),
    "r/<content_type_id>/<object_id>/": (REDACTEUR, "404", "404"),  # the button on a page leads to the preview
    "redactie/linkcontrole/<pk>/controleer/": (REDACTEUR, "302", "302"),
    "redactie/linkcontrole/ronde/": (REDACTEUR, "200", "302"),
    "ronde/": (REDACTEUR, "200", "302"),
    "ronde/verdeling/": (REDACTEUR, "200", "302"),
    "terugzetten/<versie_id>/": (REDACTEUR, "200", "200"),
    "tweede-stap/codes/": (REDACTEUR, "200", "302"),
    "uitgaven/<uitgave_id>/gelijk/": (REDACTEUR, "200", "200"),
    "uitgaven/<uitgave_id>/voorbeeld/": (REDACTEUR, "200", "200"),
    "uitgaven/<uitgave_id>/voorbeeld/<adres>": (REDACTEUR, "200", "200"),
    "uitvoeren/": (REDACTEUR, "200", "405"),
    "veel/<content_type_id>/": (REDACTEUR, "200", "200"),
    "vervangen/": (REDACTEUR, "200", "200"),
    "verander/<deel>/": (REDACTEUR, "404", "404"),  # of a kind with many rows it must say which
    "verander/<deel>/<slug>/": (REDACTEUR, "302", "302"),
    "verwerpen/": (REDACTEUR, "404", "404"),  # names no row
    "verwijderd/": (REDACTEUR, "200", "200"),
    "volgorde/<content_type_id>/": (REDACTEUR, "404", "404"),  # of a kind without an order
    "voorbeeldlinks/": (REDACTEUR, "200", "200"),
    "waarschuwingen/<merk>/": (EINDREDACTEUR, "302", "302"),  # one that is not there leads to the desk
    "voorbeeld/": (REDACTEUR, "200", "200"),
    "voorbeeld/<adres>": (REDACTEUR, "200", "200"),
    "zichtbaar/<content_type_id>/<object_id>/": (REDACTEUR, "200", "200"),
    "zoeken/": (REDACTEUR, "200", "200"),
    "voorbeeld-uitgave/": (REDACTEUR, "200", "200"),
    "voorbeeld-uitgave/<adres>": (REDACTEUR, "200", "200"),
}

# What is there to come in by, or to leave: for a visitor, after the password alone, for every role.
INGANG = {
    ("login/", "GET"): ("200", "tweede stap", "302"),
    ("login/", "POST"): ("200", "200", "200"),
    ("logout/", "GET"): ("405", "405", "405"),
    ("logout/", "POST"): ("200", "200", "200"),
    ("tweede-stap/", "GET"): ("inloggen", "302", "200"),
    ("tweede-stap/", "POST"): ("inloggen", "302", "200"),
    ("tweede-stap/instellen/", "GET"): ("inloggen", "200", "200"),
    ("tweede-stap/instellen/", "POST"): ("inloggen", "200", "200"),
}


def verwacht(wie: str) -> dict[Regel, str]:
    """Return {(route, method): what `wie` must get there}. Looks at the rows: what is used is not deleted."""
    ingang = {regel: gelijk[min(WIE.index(wie), 2)] for regel, gelijk in INGANG.items()}
    if wie not in ROLLEN:
        anders = "inloggen" if wie == BEZOEKER else "tweede stap"
        return {regel: anders for regel, _, _ in _achter_de_deur()} | ingang
    mogelijk = ROLLEN[: ROLLEN.index(wie) + 1]
    return {regel: geeft if vanaf in mogelijk else "403" for regel, vanaf, geeft in _achter_de_deur()} | ingang


def _achter_de_deur() -> Iterator[tuple[Regel, str, str]]:
    """Yield every route and method that asks for a role, with the first role that may, and what that one gets."""
    for model in admin.site._registry:
        yield from _paginas(model)
    for label in vroegere_labels():
        yield from _beide(f"{label.replace('.', '/')}/<rest>", (REDACTEUR, "301"), (REDACTEUR, "301"))
    for route, (vanaf, get, post) in OVERIG.items():
        kijken, doen = (vanaf, vanaf) if isinstance(vanaf, str) else vanaf
        yield from _beide(route, (kijken, get), (doen, post))


def _paginas(model: type[Model]) -> Iterator[tuple[Regel, str, str]]:
    rechten = _rechten(model)
    for pagina, methoden in PAGINAS.items():
        if (pagina == "<object_id>/links/" and not is_inhoud(model)) or (pagina == "csv/" and model is User):
            continue
        get, post = ((rechten.get(recht, "") if recht else REDACTEUR, geeft) for recht, geeft in methoden)
        if pagina == "<object_id>/delete/" and _in_gebruik(_rij(model)):
            post = (post[0], "200")  # the page once more, which says what uses it
        yield from _beide(f"{_begin(model)}{pagina}", get, post)


def _rechten(model: type[Model]) -> dict[str, str]:
    """Return from which role on each action on rows of a model is allowed. Of the only row, no second, never none."""
    if not is_inhoud(model):
        return RECHTEN.get(model, {})
    acties = ("view", "change") if soort_van(model).enig else ("view", "add", "change", "delete")
    return dict.fromkeys(acties, REDACTEUR)


def _beide(route: str, get: tuple[str, str], post: tuple[str, str]) -> Iterator[tuple[Regel, str, str]]:
    yield (route, "GET"), *get
    yield (route, "POST"), *post


def _in_gebruik(rij: Model) -> bool:
    """True when other rows refer to this one and would not go along with it."""
    relaties = [r for r in rij._meta.related_objects if r.many_to_many or getattr(r, "on_delete", None) is PROTECT]
    return any(getattr(rij, str(relatie.get_accessor_name())).exists() for relatie in relaties)


# --- What they get ---

# What stands for a parameter in an address, where it is not a row of the model that the address names.
VOORBEELDEN: dict[str, Callable[[], Any]] = {
    "app_label": lambda: "functies",
    "content_type_id": lambda: ContentType.objects.get_for_model(Functie).pk,
    "uitgave_id": lambda: Uitgave.objects.get().pk,
    "revisie_id": lambda: Version.objects.first().revision_id,
    "versie_id": lambda: Version.objects.filter(content_type=ContentType.objects.get_for_model(Functie)).first().pk,
    "adres": lambda: "functies/",
    "notitie_id": lambda: Notitie.objects.get().pk,
    "soort_id": lambda: ContentType.objects.get_for_model(Functie).pk,
    "rij_id": lambda: Functie.objects.first().pk,
    "deel": lambda: "functies",
    "slug": lambda: Functie.objects.first().slug,
    "merk": lambda: "bestaat-niet",
    "rest": lambda: "1/change/",
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
    modellen = {_begin(model): model for model in admin.site._registry}

    def vul_in(route: str) -> str:
        model = next((model for begin, model in modellen.items() if route.startswith(begin)), Functie)
        waarde = lambda gevonden: str(VOORBEELDEN.get(gevonden[1], lambda: _rij(model).pk)())  # noqa: E731
        return reverse("admin:index") + re.sub(r"<(\w+)>", waarde, route)

    return {route: vul_in(route) for route in sorted(set(routes(admin.site.get_urls())))}


def _begin(model: type[Model]) -> str:
    return f"{model._meta.app_label}/{model._meta.model_name}/"


def _rij(model: type[Model]) -> Any:
    """Return the row that stands for all rows of a model."""
    return User.objects.get(username="collega") if model is User else model._default_manager.first()


def vul_site() -> None:
    """Give a new database one row of every kind, and an edition of that.

    Every link leads to this machine, where the site refuses to follow it: nothing goes out. Each row has its own.
    """
    with vastleggen(None):
        for soort in soorten():
            if not soort.model._default_manager.exists():
                maak(soort)
    publiceer(bouw(), "1", date(2026, 2, 6), "De eerste.")
    huidig.ververs()
    for model in alle_modellen():
        if links := [veld.name for veld in model._meta.fields if isinstance(veld, LinkField)]:
            model._default_manager.update(**dict.fromkeys(links, Concat(Value(HIER), Cast("pk", CharField()))))
    url = Ontwikkelpad.objects.get().leeroverzicht_url
    LinkControle.objects.create(url=url, uitslag="goed", gecontroleerd_op=timezone.now())
    CodeControle.objects.create(register="lijst", code="12345", stand="geldig", gecontroleerd_op=timezone.now())
    GeladenFixture.objects.create(naam="bouw/0001_eerste.json")
    Sector.objects.create(naam="bouw")
    Bijlage.objects.create(
        naam="aanbod", inhoud='{"peildatum":"2026-08-04","codes":{},"vermoed":{}}', wacht_op="Kijk of dit klopt."
    )
    Eenmalig.objects.create(naam="een klus")
    functie = Functie.objects.first()
    Notitie.objects.create(
        content_type=ContentType.objects.get_for_model(Functie), object_id=functie.pk, tekst="Kijk hier eens naar."
    )
    User.objects.create_user("collega", is_staff=True)
    noteer(Soort.KOPIE, "Reservekopie gemaakt.")


def kom_binnen(wie: str) -> Client:
    """Return a client that is as far in as `wie`."""
    client = Client()
    if wie == BEZOEKER:
        return client
    gebruiker = User.objects.create_user(wie, is_staff=True)
    client.force_login(gebruiker)
    if wie != ALLEEN_WACHTWOORD:
        gebruiker.groups.add(Group.objects.get(name=wie))
        sessie = client.session
        sessie[DEVICE_ID_SESSION_KEY] = TOTPDevice.objects.create(user=gebruiker, name="Telefoon").persistent_id
        sessie.save()
    else:
        gebruiker.groups.set(Group.objects.all())
    return client


def routes_van(wie: str) -> set[str]:
    """Return the routes to ask as `wie`: all of them, but of the kinds of content each role its own part.

    The roles may do the same with every kind, as the register says, and a page takes a while; the drill asks all.
    """
    alle = set(adressen())
    if wie not in ROLLEN or DRILL:
        return alle
    nummer = ROLLEN.index(wie)
    anderen = tuple(_begin(model) for n, model in enumerate(alle_modellen()) if n % DEEL != nummer)
    return {route for route in alle if not route.startswith(anderen)}


def antwoorden(wie: str, van: set[str]) -> dict[Regel, str]:
    """Return {(route, method): what `wie` gets there} for these routes, every request on the site as it was."""
    with override_settings(PUBLIEK=True):
        client = kom_binnen(wie)
        koekjes, gevonden = deepcopy(client.cookies), {}
        for route, adres in adressen().items():
            if route not in van:
                continue
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
