/* What must be read first gets the focus: the browser passes it over when the address names a place */
addEventListener("load", () => {
  if (location.hash) document.querySelector('[autofocus][tabindex="-1"]')?.focus();
});

/* A row that was added: go on in its first field */
document.addEventListener("formset:added", ({ target }) => {
  target.querySelector(".select2-selection, input:not([type=hidden]), textarea")?.focus();
});

/* A link to a place on the page opens what that place is folded in */
const ontvouw = (hash) => {
  const doel = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
  for (let om = doel && doel.closest("details"); om; om = om.parentElement.closest("details")) om.open = true;
};
document.addEventListener("click", ({ target }) => ontvouw(target.closest?.('a[href^="#"]')?.hash ?? ""));
addEventListener("hashchange", () => ontvouw(location.hash));
ontvouw(location.hash);

/* Rows in a table: Django's first heading is empty, and the box to delete a row says nothing */
for (const kop of document.querySelectorAll(".tabular th.original:empty")) {
  kop.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: "Rij" }));
}
for (const vak of document.querySelectorAll(".tabular td.delete input")) vak.setAttribute("aria-label", "Verwijderen");
