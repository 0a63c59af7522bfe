/* A list on a phone: each row is a card, in which every value says what it is. And of the choices above it one is open. */

const koppen = [...document.querySelectorAll("#result_list thead th")].map((kop) => kop.querySelector(".text")?.textContent.trim() ?? "");
for (const rij of document.querySelectorAll("#result_list tbody tr")) {
  for (const [plek, cel] of [...rij.cells].entries()) if (koppen[plek]) cel.dataset.kop = koppen[plek];
}

const keuzes = [...document.querySelectorAll("#changelist-filter .keuze")];
const sluit = (behalve) => keuzes.forEach((keuze) => keuze !== behalve && (keuze.open = false));
for (const keuze of keuzes) keuze.addEventListener("toggle", () => keuze.open && sluit(keuze));
document.addEventListener("click", ({ target }) => sluit(target.closest?.(".keuze")));
document.addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && keuzes.find((keuze) => keuze.open);
  if (!open) return;
  sluit();
  open.querySelector("summary").focus();
});
