"""Functies of our own content side by side: also the longest comparison of three stays on one sheet."""

import pytest

pytestmark = pytest.mark.xdist_group("huisartsenzorg")  # one process starts a site with all of our content

# Of all 165 trios these were the tallest on paper.
LANGSTE = [
    ("doktersassistent", "praktijkverpleegkundige-huisartsenzorg", "praktijkmanager"),
    ("doktersassistent", "praktijkverpleegkundige-huisartsenzorg", "locatiemanager"),
    ("leidinggevend-doktersassistent", "praktijkverpleegkundige-huisartsenzorg", "locatiemanager"),
]


@pytest.mark.parametrize("slugs", LANGSTE)
def test_the_longest_comparison_prints_on_one_sheet(pagina, slugs):
    pagina.goto(f"/vergelijken/?{'&'.join(f'functie={slug}' for slug in slugs)}")

    assert pagina.pdf(format="A4").count(b"/Type /Page\n") == 1
