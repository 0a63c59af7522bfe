/* What a screen reader tells with a field: whatever stands below it. Django numbers rows anew, but not these names. */

const DELEN = ["helptext", "error", "opmaakhulp", "teller", "leeshint"];

/** Let a field be described by what is there about it. */
export const beschrijf = (veld) => {
  const namen = DELEN.map((deel) => `${veld.id}_${deel}`).filter((id) => document.getElementById(id));
  veld.setAttribute("aria-describedby", namen.join(" "));
};

const alle = () => document.querySelectorAll("[data-leeshint], [data-hoogstens]").forEach(beschrijf);
document.addEventListener("formset:added", alle);
document.addEventListener("formset:removed", alle);
