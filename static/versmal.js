"use strict";

/* A long list, narrowed while typing: what has all the words that were typed stays. */
const kaal = (tekst) => tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function versmal(veld) {
  const woorden = kaal(veld.value).split(/\s+/);
  const rijen = [...document.querySelectorAll(veld.dataset.versmal)];
  for (const rij of rijen) rij.hidden = !woorden.every((woord) => kaal(rij.textContent).includes(woord));
  for (const groep of new Set(rijen.map((rij) => rij.closest("section")))) groep.hidden = !groep.querySelector("li:not([hidden])");
  const over = rijen.filter((rij) => !rij.hidden).length;
  const gezegd = `${over || "Geen"} functie${over === 1 ? "" : "s"}`;
  veld.closest("p").querySelector("[role=status]").textContent = veld.value.trim() ? gezegd : "";
}

document.addEventListener("input", ({ target }) => target.matches("[data-versmal]") && versmal(target));
document.addEventListener("keydown", ({ target, key }) => {
  if (key !== "Escape" || !target.matches("[data-versmal]")) return;
  target.value = "";
  versmal(target);
});
