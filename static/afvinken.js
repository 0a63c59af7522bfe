// Checklists: what somebody ticks off stays in this browser tab, and longer only when they ask for it.
// Without this file the boxes still tick and print; they only forget.
"use strict";

const BEGIN = "afvinken:"; // before the name of a list
const BEWAREN = "afvinken-bewaren"; // on the device: somebody asked to keep the ticks there
const lijsten = document.querySelectorAll("[data-afvinken]");
const bewaarvakjes = document.querySelectorAll("[data-bewaar-vinkjes]");

/** Both a list and a box are known by a lasting key: a tick stays where it is when words or the order change. */
const sleutel = (lijst) => BEGIN + lijst.dataset.afvinken;
const vakjes = (lijst) => [...lijst.querySelectorAll("input")];
const schoon = (tekst) => tekst.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();

/** Return what `doe` gives, or null when the browser refuses or what it kept is not what this script wrote. */
function probeer(doe) {
  try {
    return doe();
  } catch {
    return null;
  }
}

const opApparaat = () => probeer(() => localStorage.getItem(BEWAREN)) !== null;
const opslag = () => (opApparaat() ? localStorage : sessionStorage);
const gevinkt = (lijst) => probeer(() => new Set(JSON.parse(opslag().getItem(sleutel(lijst))))) ?? new Set();

function bewaar(lijst) {
  const aan = vakjes(lijst).filter((vakje) => vakje.checked).map((vakje) => vakje.dataset.sleutel);
  probeer(() => (aan.length ? opslag().setItem(sleutel(lijst), JSON.stringify(aan)) : opslag().removeItem(sleutel(lijst))));
}

/** Take over, once, the ticks that release 1.2 kept by the words beside a box. */
function neemOver(lijst) {
  const oud = new Set([...gevinkt(lijst)].map((deel) => schoon(String(deel))));
  const zelfde = vakjes(lijst).filter((vakje) => oud.has(schoon(vakje.closest("label").textContent)));
  for (const vakje of zelfde) vakje.checked = true;
  if (zelfde.length) bewaar(lijst);
}

/** Move the ticks of all lists, those of other pages too, from the tab to the device or back. */
function verhuis(van, naar) {
  for (const naam of Object.keys(van).filter((naam) => naam.startsWith(BEGIN))) {
    naar.setItem(naam, van.getItem(naam));
    van.removeItem(naam);
  }
}

function bewaarOpApparaat(aan) {
  const gelukt = probeer(() => {
    if (aan) localStorage.setItem(BEWAREN, "ja");
    verhuis(aan ? sessionStorage : localStorage, aan ? localStorage : sessionStorage);
    if (!aan) localStorage.removeItem(BEWAREN);
    return true;
  });
  toonBewaren();
  if (!gelukt) meld("Je browser wil dit niet bewaren.");
  else if (aan) meld("Je vinkjes blijven op dit apparaat staan.");
  else meld("Je vinkjes staan niet meer op dit apparaat. In dit tabblad staan ze nog.");
}

function toonBewaren() {
  for (const vakje of bewaarvakjes) vakje.checked = opApparaat();
}

function toonStand(lijst) {
  const alle = vakjes(lijst);
  const stand = lijst.querySelector("[data-vinkstand]");
  stand.textContent = `${alle.filter((vakje) => vakje.checked).length} van ${alle.length} afgevinkt`;
  stand.hidden = false;
}

function meld(tekst) {
  for (const plek of document.querySelectorAll("[data-vinkmelding]")) plek.textContent = tekst;
}

function toon() {
  for (const lijst of lijsten) {
    const aan = gevinkt(lijst);
    for (const vakje of vakjes(lijst)) vakje.checked = aan.has(vakje.dataset.sleutel);
    neemOver(lijst);
    toonStand(lijst);
  }
  toonBewaren();
}

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-bewaar-vinkjes]")) return bewaarOpApparaat(target.checked);
  const lijst = target.closest("[data-afvinken]");
  if (!lijst) return;
  bewaar(lijst);
  toonStand(lijst);
  meld("");
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-wis-vinkjes]")) return;
  if (document.querySelector("[data-afvinken] :checked") && !confirm("Alle vinkjes op deze pagina wissen?")) return;
  for (const lijst of lijsten) {
    for (const vakje of vakjes(lijst)) vakje.checked = false;
    bewaar(lijst);
    toonStand(lijst);
  }
  meld("Je vinkjes zijn gewist.");
});

toon();
// Back can put the boxes back as they were: they then show what is kept now.
addEventListener("pageshow", toon);
