from typing import Any

from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError, CommandParser

from toegang.gebeurtenissen import Soort, noteer
from toegang.inloggen import haal_weg


class Command(BaseCommand):
    """Take away the second step of an account, for who lost both telephone and recovery codes.

    Normally a beheerder does this in the admin. This is for the last one who could: with a few people
    an organisation else locks itself out. Whoever may run it can read the database, so it opens no door.
    """

    help = "Take away the second step of an account; at the next login it is set up anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **opties: Any) -> None:
        try:
            account = User.objects.get(username=username)
        except User.DoesNotExist:
            raise CommandError(f"There is no account {username}.") from None
        haal_weg(account)
        noteer(Soort.TWEEDE_STAP, f"Tweede stap van {username} weggehaald op de server.")
        self.stdout.write(f"{username} has no second step now and can set up a new one.")
