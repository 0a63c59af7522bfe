from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from redactie.samen.mail import meld_wachtenden


class Command(BaseCommand):
    """Run by a timer. Without mail it does nothing; exit code 1 says that a mail could not be sent."""

    help = "Mail each editor for whom something waits, once a day at most."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMAIL_HOST:
            self.stdout.write("No mail is set up (EMAIL_HOST): nothing was sent.")
            return
        verstuurd, mislukt = meld_wachtenden()
        self.stdout.write(f"Sent: {verstuurd}.")
        if mislukt:
            raise CommandError(f"Could not be sent to: {', '.join(mislukt)}. They get it the next time.")
