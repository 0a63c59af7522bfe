/* Rows in order, inside a page or of a whole kind: by dragging, or by buttons. Without this script there is the number. */

const RIJ = ".inline-related:not(.tabular, .empty-form), tr.form-row:not(.empty-form), .op-volgorde > li";
const STAP = 10; // between two numbers, where they are all made anew

const nummerVan = (rij) => rij.querySelector('input[name$="-volgorde"]');
const rijenVan = (groep) => [...groep.querySelectorAll(RIJ)].filter(nummerVan);
const naamVan = (rij) => {
  const eerste = rij.querySelector(".naam, .inline_label, .select2-selection__rendered, textarea, input[type=text]");
  return (eerste?.textContent || eerste?.value || "deze rij").trim().slice(0, 60);
};

const meld = document.createElement("p");
meld.className = "visually-hidden";
meld.setAttribute("role", "status");
const zeg = (rijen, rij) => (meld.textContent = `Nu op plek ${rijen.indexOf(rij) + 1} van ${rijen.length}.`);

let zelf = false; // while this script changes a number

/** Give the rows numbers in the order in which they stand: those they have, or new ones where two have the same. */
const nummer = (groep) => {
  const rijen = rijenVan(groep);
  const had = rijen.map((rij) => Number(nummerVan(rij).value)).sort((een, ander) => een - ander);
  const eigen = new Set(had).size === had.length;
  for (const [plek, rij] of rijen.entries()) {
    const veld = nummerVan(rij);
    const nieuw = String(eigen ? had[plek] : (plek + 1) * STAP);
    if (veld.value === nieuw) continue;
    veld.value = nieuw;
    zelf = true;
    for (const soort of ["input", "change"]) veld.dispatchEvent(new Event(soort, { bubbles: true }));
    zelf = false;
  }
};

/** Put the rows in the order of their numbers, after one was typed at `rij`: around the row with the focus, which stays where it is. */
const opNummer = (groep, rij) => {
  const stond = rijenVan(groep);
  const getal = (deze) => (nummerVan(deze).value === "" ? Infinity : Number(nummerVan(deze).value));
  const rijen = [...stond].sort((een, ander) => getal(een) - getal(ander));
  if (rijen.every((deze, plek) => deze === stond[plek])) return;
  const vast = rijen.find((deze) => deze.contains(document.activeElement)) ?? rij;
  const plek = rijen.indexOf(vast);
  vast.before(...rijen.slice(0, plek));
  vast.after(...rijen.slice(plek + 1));
  vast.scrollIntoView({ block: "nearest" });
  zeg(rijen, rij);
};

const zet = (groep, rij, plek) => {
  const rijen = rijenVan(groep);
  const van = rijen.indexOf(rij);
  const naar = Math.max(0, Math.min(plek, rijen.length - 1));
  if (van === naar) return;
  rijen[naar][naar < van ? "before" : "after"](rij);
  nummer(groep);
  zeg(rijenVan(groep), rij);
};

const knop = (teken, naam, klasse, doe) => {
  const nieuw = document.createElement("button");
  nieuw.type = "button";
  nieuw.className = klasse;
  nieuw.textContent = teken;
  nieuw.title = naam;
  nieuw.addEventListener("click", doe);
  return nieuw;
};

const noem = (rij) => {
  for (const deze of rij.querySelectorAll(".verplaats button")) deze.setAttribute("aria-label", `${deze.title}: ${naamVan(rij)}`);
};

const maakSleepbaar = (groep, rij, greep) => {
  greep.addEventListener("pointerdown", () => (rij.draggable = true));
  greep.addEventListener("pointerup", () => (rij.draggable = false));
  rij.addEventListener("dragstart", (event) => {
    if (!rij.draggable || event.target !== rij) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    rij.classList.add("sleept");
    setTimeout(() => groep.classList.add("slepend")); // then the rows are lines, and the whole order is in sight
  });
  rij.addEventListener("dragend", () => {
    rij.draggable = false;
    rij.classList.remove("sleept");
    groep.classList.remove("slepend");
    rij.scrollIntoView({ block: "nearest" });
  });
  rij.addEventListener("dragover", (event) => {
    const sleept = groep.querySelector(".sleept");
    if (!sleept) return;
    event.preventDefault();
    if (sleept === rij) return;
    const rijen = rijenVan(groep);
    const { top, height } = rij.getBoundingClientRect();
    const onder = event.clientY > top + height / 2;
    const plek = rijen.indexOf(rij) + (onder ? 1 : 0);
    zet(groep, sleept, rijen.indexOf(sleept) < plek ? plek - 1 : plek);
  });
};

const begin = (groep) => {
  for (const rij of rijenVan(groep)) {
    if (rij.querySelector(".verplaats")) continue;
    const plek = () => rijenVan(groep).indexOf(rij);
    const knoppen = document.createElement("span");
    knoppen.className = "verplaats";
    // For the mouse alone: the buttons beside it do the same. It is no button: not every browser drags one.
    const greep = Object.assign(document.createElement("span"), { className: "greep", textContent: "⠿", title: "Sleep", ariaHidden: "true" });
    const verschuif = (hoeveel) => ({ currentTarget }) => {
      zet(groep, rij, plek() + hoeveel);
      currentTarget.focus(); // moving a row takes the focus away
    };
    knoppen.append(greep, knop("↑", "Omhoog", "omhoog", verschuif(-1)), knop("↓", "Omlaag", "omlaag", verschuif(1)));
    (rij.querySelector("h3") ?? nummerVan(rij).parentElement).append(knoppen);
    noem(rij);
    maakSleepbaar(groep, rij, greep);
  }
};

const groepen = [...document.querySelectorAll(".js-inline-admin-formset, .op-volgorde")].filter((groep) => groep.querySelector('input[name$="-volgorde"]'));
groepen.forEach(begin);
for (const groep of groepen) {
  groep.addEventListener("change", ({ target }) => {
    if (zelf || !target.matches('input[name$="-volgorde"]')) return;
    setTimeout(() => opNummer(groep, target.closest(RIJ))); // then the focus is where it goes
  });
}
if (groepen.length) document.body.append(meld);
document.addEventListener("formset:added", ({ target }) => {
  const groep = groepen.find((deze) => deze.contains(target));
  if (!groep) return;
  const anderen = rijenVan(groep).filter((rij) => rij !== target);
  nummerVan(target).value = Math.max(0, ...anderen.map((rij) => Number(nummerVan(rij).value))) + STAP;
  begin(groep);
});
