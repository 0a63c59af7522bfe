// The self-check of a profiel: what somebody answers stays in this browser tab, and is never sent.
// Without this file every rol still opens, and the page prints with empty circles.

const BEGIN = "profiel:"; // before the key of a profiel
const ANTWOORDEN = ["kan", "half", "leer", "later"];
const LATER = "later"; // the same as no answer

const zoek = (naam, binnen = document) => binnen.querySelector(`[data-${naam}]`);
const alle = (naam, binnen = document) => [...binnen.querySelectorAll(`[data-${naam}]`)];
const sleutel = () => BEGIN + zoek("profiel").dataset.profiel;
let antwoorden = lees(); // by the lasting key of a competentie

/** Return what this tab keeps: nothing when the browser refuses, or when it is not what this script wrote. */
function lees() {
  try {
    const paren = Object.entries(JSON.parse(sessionStorage.getItem(sleutel())) ?? {});
    return new Map(paren.filter(([, antwoord]) => ANTWOORDEN.includes(antwoord)));
  } catch {
    return new Map();
  }
}

function bewaar() {
  try {
    if (antwoorden.size) sessionStorage.setItem(sleutel(), JSON.stringify(Object.fromEntries(antwoorden)));
    else sessionStorage.removeItem(sleutel());
  } catch {
    // A browser that stores nothing shows the answers as long as this page is open.
  }
}

const antwoord = (vraag) => antwoorden.get(vraag.dataset.vraag) ?? LATER;
const beantwoord = (vragen) => vragen.filter((vraag) => antwoord(vraag) !== LATER).length;

function toonVragen(vragen) {
  for (const vraag of vragen) {
    const gegeven = antwoorden.get(vraag.dataset.vraag);
    for (const keuze of vraag.querySelectorAll("input")) keuze.checked = keuze.value === gegeven;
    zoek(`boog="${CSS.escape(vraag.dataset.vraag)}"`)?.setAttribute("class", antwoord(vraag));
  }
}

function toonRollen() {
  for (const rol of alle("rol")) {
    const vragen = alle("vraag", rol);
    const stand = zoek(`rolstand="${rol.dataset.rol}"`);
    stand.textContent = `${beantwoord(vragen)} van ${vragen.length}`;
    stand.nextElementSibling.textContent = "competenties beantwoord";
    stand.nextElementSibling.className = "voorlezen";
  }
}

/** What goes along: the competenties of the functie that somebody can do. They stand in the address of the link. */
function toonMee(vragen) {
  const mee = vragen.filter((vraag) => vraag.dataset.kan && antwoord(vraag) === "kan");
  const link = zoek("neem-mee");
  if (!link) return;
  const adres = new URL(link.href);
  adres.searchParams.delete("kan");
  for (const vraag of mee) adres.searchParams.append("kan", vraag.dataset.kan);
  link.href = adres.href;
  const namen = mee.map((vraag) => vraag.dataset.naam).join("; ");
  zoek("mee").textContent = namen ? `Dit gaat nu mee: ${namen}.` : zoek("mee").dataset.niets;
}

function toon() {
  const vragen = alle("vraag");
  toonVragen(vragen);
  toonRollen();
  toonMee(vragen);
  zoek("beantwoord").textContent = beantwoord(vragen);
  for (const plek of alle("telling")) {
    plek.textContent = vragen.filter((vraag) => antwoord(vraag) === plek.dataset.telling).length;
  }
}

/** Open the word that the address points at. */
function openWoord() {
  const doel = document.getElementById(location.hash.slice(1));
  if (doel instanceof HTMLDetailsElement) doel.open = true;
}

document.addEventListener("change", ({ target }) => {
  const vraag = target.closest("[data-vraag]");
  if (!vraag) return;
  antwoorden.set(vraag.dataset.vraag, target.value);
  bewaar();
  toon();
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-wis-antwoorden]")) return;
  if (antwoorden.size && !confirm("Al je antwoorden op deze pagina wissen?")) return;
  antwoorden.clear();
  bewaar();
  toon();
});

// Another rol is open: it shows what was answered, and a screen reader reads its heading.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (detail.elt?.id !== "rollen") return;
  toon();
  if (detail.requestConfig) document.querySelector(".rol.open h2").focus({ preventScroll: true });
});
document.addEventListener("htmx:historyRestore", toon);

// Back can put the answers back as they were: they then show what is kept now.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) antwoorden = lees();
  toon();
});
addEventListener("hashchange", openWoord);
toon();
openWoord();
