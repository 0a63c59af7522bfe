"""Nothing on the way forward: an edition is lifted when it is read. On the way back, an older release must read it."""

from django.db import migrations

from uitgave.migratiehulp import daal_uitgaven
from uitgave.stappen import feiten


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0008_terug_van_gidsen")]

    operations = [migrations.RunPython(migrations.RunPython.noop, daal_uitgaven(7, feiten.daal))]
