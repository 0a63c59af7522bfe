"""Where the long words of our content may break: judged one by one, by somebody who knows Dutch."""

import pytest

from ontwikkelpad.breken import breekwoorden, teksten
from ontwikkelpad.woorddelen import LANG, WOORD

pytestmark = pytest.mark.een_database

# Each long word of the content with a | between its parts. A word that is no compound has none.
LANGE_WOORDEN = """
    contact|persoon telefoon|nummer
    aanspreek|punt aantrekkelijk aanvraag|formulier administratie administratief argumenten|fabriek balie|assistente
    balie|medewerker belangrijkste beroeps|begeleidende beroeps|kracht beroeps|opleidende beroeps|opleiding
    beroeps|praktijk|vorming beroeps|voorbereidende betrokkenheid carrière|switch
    diploma|waardering internationale
    certificering competentie|profiel computer|kennis
    contact|momenten dienst|verlenende dokters|assistent dokters|assistenten dokters|dienst functie|beschrijving
    functie|beschrijvingen beschrijvingen weekend|dienst
    gecontroleerd gehandicapten|zorg gezondheids|bevorderaar gezondheids|zorg hoofd|assistente huisarts|assistente
    huisartsen|assistente huisartsen|dag huisartsen|organisatie huisartsen|post huisartsen|praktijk
    huisartsen|spoed|post huisartsen|zorg informatie|bijeenkomst instroom|eisen inwerk|programma
    kwalificatie|dossier kwaliteits|bevorderaar leer|arbeids|overeenkomst leer|bedrijven leerlingen|salaris
    leer|overzicht leer|werk|overeenkomst leer|werk|plekken leiding|gevend leiding|gevende levens|ervaring
    locatie|manager maatschappelijk mantel|zorgers onafhankelijke ondersteunings|organisatie onderwijs|tijd
    onderwijs|traject onregelmatige ontwikkel|paden patiënt|gericht praktijk|assistente praktijk|manager
    praktijk|ondersteuner
    praktijk|ondersteuners praktijk|plekken praktijk|verpleeg|kundige praktijk|verpleeg|kundigen
    praktijk|verpleegster praktijk|verpleger praktijk|zuster psycho|sociaal psycho|somatisch raam|overeenkomst
    samenwerkings|partner samenwerkings|verbanden scholings|subsidie school|artsen|dienst school|vakanties
    specialistische spreekuur|assistent staats|courant studie|loopbaan|begeleider studie|materiaal subsidie|wijzer
    tegemoetkoming terecht|kunnen triage|verpleeg|kundige uitgangs|punten verantwoordelijkheid vernieuwingen
    verpleeg|huizen verpleeg|kunde verpleeg|kundig verpleeg|kundige verpleeg|kundigen verschillende verstandelijk
    verstandelijke voorbeeld|brief voorbeeld|brieven voorbereiding voorlees|programma voorzieningen vrijstellingen
    capaciteits|orgaan eerste|lijns|zorg genees|kundige huisarts|opleiding huisartsen|opleiding huisartsen|praktijken
    huisartsen|tekort inkijk|exemplaar opleidings|instituten opleidings|instituut opleidings|plekken patiënten|stop
    praktijk|houder praktijk|management registratie|commissie revalidatie|centra verzekerings|artsen zorg|verzekeraars
    avond|diensten contact|punten leer|werk|loket loopbaan|advies loopbaan|adviseur loopbaan|coach nacht|diensten
    salaris|schaal sollicitatie|brief start|kwalificatie voor|schrijven weekend|diensten
    expatcentremaastrichtregion fullofenglish netherlandsworldwide samenvoordeklant sgeinternational understanding
    visionaryecho wynagrodzenie ziekenhuisamstelland
    antidepressant bedavainternet businessinsider dutchembassyuk ebrdbusinesslens eniyimeslekler gözyaşlarında
    howtosayguide huisartsenpostendelimes huisartsenspoedpostnoordlimburg learndutchfree medikalakademi
    mojalimburgia najlepszebankowe nationalcareersservice niekaralności norfolkandwaveneypartnership nostryfikacja
    nostryfikacji pflegepersonal prawnikarslan prescriptions profilpelajar rialtotenders sehirhastanesi
    togetherabroad ukrlawcouncil vluchtelingen|werk welcometonijmegen wikiprocedure wordsonrepeat zaawansowanej
    zainwestujwprzyszlosc zaświadczenie нострифікація працевлаштування підтвердження
    werkgevers|service|punt werk|zoekenden wijk|zorg|centrum zorg|programma zorg|verleners
    basis|opleiding beroeps|geheim besluit|vorming cardiovasculair deskundigheids|bevordering eind|verantwoordelijk
    functie|waardering gespreks|technieken gespreks|voering gezondheids|bevordering gezondheids|problemen
    glucose|monitoring kern|begrippen kwaliteits|systemen opleidings|eisen patiënt|veiligheid piramide|model
    preventie|gericht professioneel professionele risico|management risico|profielen specialiseren vak|literatuur
    verantwoordelijk zelf|management zorg|technologie
    achtergrond|studie artsen|praktijken basis|training beroeps|geheim beroeps|praktijk groeps|opdrachten herdoordenken
    hoofd|assistent inkijk|exemplaar kantoor|tijden leer|omgevingen mogelijkheden nauwkeurigheid netwerk|kompas
    netwerk|strategieën omstandigheden opleidings|behoefte praktijk|leren productie|proces professionals
    taak|verrijking team|ontwikkeling terug|koppeling
    arbeids|overeenkomst bedrijfs|leven beroeps|onderwijs branche|waardering branche|waarderingen competentie|gebieden
    competentie|profielen coördinatie|punt deeltijd|opleiding dossier|voering entree|opleiding entree|opleidingen
    geregistreerd huisartsen|posten huisartsen|spoed|posten kennis|centrum kwalificatie|dossiers multi|morbiditeit
    ondersteunings|structuren ondersteunings|structuur opleidings|code overheids|erkend overheids|erkende
    overheids|erkenning patiënten|dossier praktijk|opleider praktijk|opleiders psycho|sociale psycho|somatische
    rijks|overheid salaris|schalen samenwerkings|organisatie toegankelijkheid toelatings|eis toelatings|eisen
    toelatings|toets     tweede|lijns|zorg universiteiten voltijd|opleiding wetenschappelijk
    duidelijkheid scholings|pakket stage|plaatsen subsidie|regeling terug|luisteren
"""
DELEN = {woord.replace("|", ""): tuple(woord.split("|")) for woord in LANGE_WOORDEN.split()}


def test_every_long_word_of_our_content_was_judged(inhoud):
    lang = {woord for tekst in teksten(inhoud) for woord in WOORD.findall(tekst.lower()) if len(woord) >= LANG}

    assert lang - set(DELEN) == set(), "Put them in LANGE_WOORDEN, with a | between the parts of a compound."


def test_every_word_of_our_content_breaks_between_its_parts_and_nowhere_else(inhoud):
    breekt = breekwoorden(inhoud)

    assert {woord: breekt.get(woord, (woord,)) for woord in DELEN} == DELEN
    assert set(breekt) <= set(DELEN)
