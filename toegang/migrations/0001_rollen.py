from django.db import migrations


def maak(apps, schema_editor):
    """Make the groups. toegang/rollen.py gives them their permissions, which are only there after migrating."""
    Group = apps.get_model("auth", "Group")
    for naam in ("redacteur", "eindredacteur", "beheerder"):
        Group.objects.using(schema_editor.connection.alias).get_or_create(name=naam)


class Migration(migrations.Migration):
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]

    # Back leaves the groups: they say which role each account has.
    operations = [migrations.RunPython(maak, migrations.RunPython.noop)]
