/* Choosing from a list: the field to search in gets the name of what is chosen */

const noem = (zoekveld) => {
  const lijst = zoekveld.closest(".select2") ?? document.querySelector(".select2-container--open");
  const [label] = lijst?.previousElementSibling?.labels ?? [];
  if (label) zoekveld.setAttribute("aria-label", label.textContent);
};

/** What is chosen says by itself not of what it is the choice; and nothing at all when nothing is chosen. */
const benoem = (gekozen) => {
  const [label] = gekozen.closest(".select2").previousElementSibling?.labels ?? [];
  if (!label) return;
  label.id ||= `${label.htmlFor}_label`;
  gekozen.setAttribute("aria-labelledby", label.id);
  gekozen.closest(".select2-selection").setAttribute("aria-labelledby", `${label.id} ${gekozen.id}`);
};

/** The cross that takes away all choices stands in a list, where a reader expects items alone. */
const ruimOp = () => {
  for (const kruis of document.querySelectorAll("ul > .select2-selection__clear")) kruis.setAttribute("role", "listitem");
};
const noemAlle = () => {
  document.querySelectorAll(".select2-search__field").forEach(noem);
  document.querySelectorAll("span.select2-selection__rendered").forEach(benoem);
  ruimOp();
};
if (window.django?.jQuery) window.django.jQuery(noemAlle); // when Django's own scripts have made those fields
for (const soort of ["added", "removed"]) document.addEventListener(`formset:${soort}`, noemAlle);
document.addEventListener("focusin", ({ target }) => {
  if (target.matches(".select2-search__field")) noem(target);
  ruimOp();
});
