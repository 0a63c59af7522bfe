// Mijn lijst: it stands in the address of every page. On this device it stands only when somebody asked for that.
"use strict";

const LIJST = "mijn-lijst"; // on the device: the list as it stands in an address
const LIJSTNAMEN = ["lijst-functie", "lijst-route", "lijst-opleiding"];

/** Return the list in a query string or form, in the order in which the site writes it: by kind, each thing once. */
function alleenLijst(vraag) {
  const alles = new URLSearchParams(vraag);
  const waarden = (naam) => [...new Set(alles.getAll(naam))].filter((slugs) => /^[-\w~]{1,600}$/.test(slugs));
  return new URLSearchParams(LIJSTNAMEN.flatMap((naam) => waarden(naam).map((slugs) => [naam, slugs]))).toString();
}

/** The list on this device: null when none is kept, or when the browser refuses. */
function opApparaat() {
  try {
    const bewaard = localStorage.getItem(LIJST);
    return bewaard === null ? null : alleenLijst(bewaard);
  } catch {
    return null;
  }
}

/** Keep `lijst` on this device, or with null forget it; return false when the browser refuses. */
function zetOpApparaat(lijst) {
  try {
    if (lijst === null) localStorage.removeItem(LIJST);
    else localStorage.setItem(LIJST, lijst);
    return true;
  } catch {
    return false;
  }
}

const hier = () => alleenLijst(location.search);

const verborgenVeld = ([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

/** On a page without a list: what leads to the list, or changes it, begins with the one on this device. */
function gaVerder() {
  const bewaard = opApparaat();
  if (!bewaard || hier()) return;
  for (const link of document.querySelectorAll("[data-mijn-lijst], [data-open-lijst]")) link.search = bewaard;
  for (const vorm of document.querySelectorAll("form[data-lijst-verandert]:not([data-aangevuld])")) {
    vorm.dataset.aangevuld = "";
    vorm.prepend(...[...new URLSearchParams(bewaard)].map(verborgenVeld));
  }
}

function toonLijst() {
  const bewaard = opApparaat();
  const ander = document.querySelector("[data-andere-lijst]");
  const vakje = document.querySelector("[data-bewaar-lijst]");
  if (ander) ander.hidden = !bewaard || bewaard === hier();
  if (vakje) vakje.checked = bewaard !== null && bewaard === hier();
  if (ander && !ander.hidden) ander.querySelector("[data-open-lijst]").search = bewaard;
  gaVerder();
}

// Who changes the list that is kept, changes it on the device too. Another list, of somebody else, leaves it alone.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-lijst-verandert]")) return;
  const bewaard = opApparaat();
  if (bewaard === null || (hier() && hier() !== bewaard)) return;
  zetOpApparaat(alleenLijst(new FormData(event.target, event.submitter)));
});

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-bewaar-lijst]")) return;
  const gelukt = zetOpApparaat(target.checked ? hier() : null);
  const gezegd = target.checked ? "Je lijst staat op dit apparaat." : "Je lijst staat niet meer op dit apparaat.";
  document.querySelector("[data-lijstmelding]").textContent = gelukt ? gezegd : "Je browser wil dit niet bewaren.";
  toonLijst();
});

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-wis-lijst]")) return;
  zetOpApparaat(null);
  toonLijst();
  document.querySelector("main").focus(); // the button that was pressed is gone
});

document.addEventListener("htmx:afterSettle", gaVerder);
addEventListener("storage", toonLijst);
addEventListener("pageshow", toonLijst);
toonLijst();
