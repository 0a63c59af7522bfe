// The conversations that are kept on this device: told apart, opened, and removed one by one.

import { maak, zoek } from "./dom.js";
import { alleenKeuzes, nummer } from "./nu.js";
import { NOTITIES, apparaat, haal, haalWeg, probeer, sleutels } from "./opslag.js";
import { lees } from "./vorm.js";
import { dagInWoorden } from "./woorden.js";

/** Return the others, the newest first: each with its number. */
const anderen = () =>
  sleutels(apparaat)
    .filter((sleutel) => sleutel !== NOTITIES + nummer)
    .map((sleutel) => [sleutel.slice(NOTITIES.length), probeer(() => lees(haal(apparaat, sleutel)))])
    .filter(([, gesprek]) => gesprek)
    .sort(([, een], [, ander]) => moment(ander).localeCompare(moment(een)));

const moment = ({ begonnen, bewaard }) => begonnen || bewaard;

function inWoorden(gesprek) {
  const [dag, tijd] = moment(gesprek).split("T");
  const wanneer = `${dagInWoorden(dag)}${tijd ? ` om ${tijd.replace(":", ".")} uur` : ""}`;
  return `het gesprek${gesprek.kandidaat && ` met ${gesprek.kandidaat}`}${wanneer && ` van ${wanneer}`}${gesprek.wens && `, naar ${gesprek.wens}`}`;
}

const knop = (klasse, naam, doe) => {
  const element = maak("button", { type: "button", className: klasse, textContent: naam });
  element.addEventListener("click", doe);
  return element;
};

/** List them; `open` gets the number and the conversation of the one that is chosen, `verwijderd` what was removed. */
export function toonBewaard(open, verwijderd) {
  const rijen = anderen();
  zoek("bewaard").open ||= rijen.length > 0;
  zoek("bewaard-lijst").replaceChildren(
    ...rijen.map(([id, gesprek]) => {
      const naam = inWoorden(gesprek);
      const verwijder = () => {
        if (!confirm(`Wil je ${naam} van dit apparaat verwijderen? Je kunt dit niet terughalen.`)) return;
        haalWeg(apparaat, NOTITIES + id);
        toonBewaard(open, verwijderd);
        verwijderd();
      };
      const weg = knop("weghalen", "Verwijder", verwijder);
      weg.setAttribute("aria-label", `Verwijder ${naam}`);
      return maak("li", {}, knop("knop licht", `Open ${naam}`, () => open(id, { ...gesprek, keuzes: alleenKeuzes(gesprek.keuzes) })), weg);
    }),
  );
}
