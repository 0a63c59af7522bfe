/* --- Controleronde: by keyboard through the rows ---
 * Down and up go to the next tick and the one before, Enter saves, and a kind can be ticked at once. Without this
 * script Tab and the buttons do the same.
 */
{
  const formulier = document.querySelector("[data-ronde-lijst]");
  const vinkjes = formulier ? [...formulier.querySelectorAll("input[name=rij]")] : [];

  for (const element of formulier?.querySelectorAll("[data-kies-groep], [data-toetsen]") ?? []) element.hidden = false;

  formulier?.addEventListener("keydown", (toets) => {
    const plek = vinkjes.indexOf(toets.target);
    const stap = { ArrowDown: 1, ArrowUp: -1 }[toets.key];
    if (plek < 0 || toets.altKey || toets.ctrlKey || toets.metaKey) return;
    if (stap) {
      toets.preventDefault();
      vinkjes[plek + stap]?.focus();
    } else if (toets.key === "Enter") {
      toets.preventDefault();
      formulier.requestSubmit(formulier.elements.klopt);
    }
  });

  formulier?.addEventListener("click", ({ target }) => {
    if (!target.matches("[data-kies-groep]")) return;
    const groep = [...target.closest("fieldset").querySelectorAll("input[name=rij]")];
    const alle = groep.every((vinkje) => vinkje.checked);
    for (const vinkje of groep) vinkje.checked = !alle;
    groep[0].focus();
  });

  if (document.querySelector(".messagelist .success")) vinkjes[0]?.focus(); // saved: go on with the next
}
