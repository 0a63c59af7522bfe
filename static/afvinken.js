// Checklists: what somebody ticks off stays in this browser tab, and goes when the tab closes.
// Without this file the boxes still tick and print; they only forget.
"use strict";

const lijsten = document.querySelectorAll("[data-afvinken]");

/** One key per checklist; what is ticked is known by its words, so a new edition never ticks something else. */
const sleutel = (lijst) => `afvinken:${lijst.dataset.afvinken}`;
const vakjes = (lijst) => [...lijst.querySelectorAll("input")];
const woorden = (vakje) => vakje.closest("label").textContent.replace(/\s+/g, " ").trim();

function gevinkt(lijst) {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(sleutel(lijst))));
  } catch {
    return new Set(); // no storage, or not what this script wrote
  }
}

function bewaar(lijst) {
  const aan = vakjes(lijst).filter((vakje) => vakje.checked).map(woorden);
  try {
    if (aan.length) sessionStorage.setItem(sleutel(lijst), JSON.stringify(aan));
    else sessionStorage.removeItem(sleutel(lijst));
  } catch {
    // No room or no storage: the boxes still tick.
  }
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

function herstel() {
  for (const lijst of lijsten) {
    const aan = gevinkt(lijst);
    for (const vakje of vakjes(lijst)) vakje.checked = aan.has(woorden(vakje));
    toonStand(lijst);
  }
}

document.addEventListener("change", (event) => {
  const lijst = event.target.closest("[data-afvinken]");
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

herstel();
