"""Nothing on the way forward: an edition is lifted when it is read. On the way back, an older release must read it."""

from django.db import migrations

from uitgave.migratiehulp import daal_uitgaven
from uitgave.stappen import paginas


class Migration(migrations.Migration):
    dependencies = [("uitgave", "0012_beeldbestand")]

    operations = [migrations.RunPython(migrations.RunPython.noop, daal_uitgaven(8, paginas.daal))]
