from typing import Any

from django.db import migrations, models
from django.db.migrations.exceptions import IrreversibleError


def niets(apps: Any, schema_editor: Any) -> None:
    """Editions of before there was a planning are on the site, or were."""


def weiger(apps: Any, schema_editor: Any) -> None:
    """Stop the way back while an edition waits or was stopped: a release without planning would publish it at once."""
    from django.utils import timezone

    uitgaven = apps.get_model("uitgave", "Uitgave").objects.using(schema_editor.connection.alias)
    wacht = uitgaven.filter(models.Q(vanaf__gt=timezone.now()) | ~models.Q(gestopt=""))
    if nummers := list(wacht.values_list("nummer", flat=True)):
        raise IrreversibleError(
            f"Edition {', '.join(nummers)} did not appear yet, and an older release would publish it. "
            "Take it back first, at the list of uitgaven (/beheer/uitgave/uitgave/)."
        )


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0010_bijlagen")]

    operations = [
        migrations.AddField(
            "uitgave",
            "vanaf",
            models.DateTimeField(
                blank=True,
                null=True,
                help_text="Laat dit leeg om nu te publiceren. Of kies een dag en tijd: de uitgave verschijnt dan vanzelf.",
                verbose_name="vanaf",
            ),
        ),
        migrations.AddField(
            "uitgave",
            "gestopt",
            models.TextField(
                blank=True, default="", editable=False, verbose_name="waarom deze uitgave niet verschijnt"
            ),
        ),
        migrations.AddField(
            "uitgave",
            "gekeurd_op",
            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="nog eens gekeurd op"),
        ),
        migrations.RunPython(niets, weiger),
    ]
