"""Parts that pages of an edition have in common are made once."""

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

from uitgave.klok import vandaag
from uitgave.pagina import getoond

register = template.Library()


class Eens(template.Node):
    def __init__(self, hangt_af_van: list[FilterExpression], per_dag: bool, nodelist: NodeList) -> None:
        self.hangt_af_van, self.per_dag, self.nodelist = hangt_af_van, per_dag, nodelist

    def render(self, context: Context) -> SafeString:
        pad = getoond.get()
        if pad is None or settings.DEBUG:
            return self.nodelist.render(context)
        stukken = pad.bladzijden.stukken
        waarden = [waarde.resolve(context, ignore_failures=True) for waarde in self.hangt_af_van]
        sleutel = (self, get_script_prefix(), self.per_dag and vandaag(), *waarden)
        stuk = stukken.haal(sleutel)
        if stuk is None:
            with context.push():
                stuk = self.nodelist.render(context)
            stukken.bewaar(sleutel, stuk, len(stuk))
        return stuk


@register.tag
@register.tag("eens_per_dag")
def eens(parser: Parser, token: Token) -> Eens:
    """Make what stands up to `endeens` once for each edition and path below which the site stands.

    `{% eens functie.slug behoud %}`: also once for each value of these. Name all else that it depends on, by slug or
    word; only what the edition knows, so that nobody can ask for ever more of them. What changes with the day stands
    between `eens_per_dag` and `endeens_per_dag`.
    """
    tag, *namen = token.split_contents()
    nodelist = parser.parse((f"end{tag}",))
    parser.delete_first_token()
    return Eens([parser.compile_filter(naam) for naam in namen], tag == "eens_per_dag", nodelist)
