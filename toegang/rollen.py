"""Who may do what: three roles, each a fixed set of permissions. A superuser may do everything."""

from typing import Any

from django.apps import apps
from django.apps.registry import Apps

from uitgave.soort import alle_modellen

Recht = tuple[str, str]  # app, codename

LEZEN = [("uitgave", naam) for naam in ("uitgave", "bijlage", "eenmalig", "geladenfixture", "sector")]
LEZEN += [("redactie", "linkcontrole"), ("opleidingen", "codecontrole")]


def rollen() -> dict[str, set[Recht]]:
    """Return the permissions of each role. All content counts, so a new model of content gets them by itself."""
    inhoud = [(model._meta.app_label, str(model._meta.model_name)) for model in alle_modellen()]
    redacteur = {(app, f"{actie}_{model}") for app, model in inhoud for actie in ("view", "add", "change", "delete")}
    redacteur |= {(app, f"view_{model}") for app, model in LEZEN}
    eindredacteur = redacteur | {("uitgave", "publiceren")}
    beheerder = eindredacteur | {("auth", f"{actie}_user") for actie in ("view", "add", "change")}
    beheerder.add(("toegang", "view_gebeurtenis"))
    return {"redacteur": redacteur, "eindredacteur": eindredacteur, "beheerder": beheerder}


def bijwerken(using: str, apps: Apps = apps, **_: Any) -> None:
    """Give every role its permissions, and no others: after each migrate, and after a flush.

    Permissions are made after migrating, so a migration cannot give them. This app is the last of
    INSTALLED_APPS, so by now all of them are there. While auth or an app of content is taken back to
    zero, there is nothing, or less, to give.
    """
    try:
        Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:
        return
    alle = list(Permission.objects.using(using).select_related("content_type"))
    for naam, rechten in rollen().items():
        groep, _nieuw = Group.objects.using(using).get_or_create(name=naam)
        groep.permissions.set([recht for recht in alle if (recht.content_type.app_label, recht.codename) in rechten])
