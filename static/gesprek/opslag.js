// What this browser keeps: in this tab, or on this device. It can refuse; then the notes live on the page only.

export const NOTITIES = "gesprek:"; // before the number: the notes of one conversation
export const NU = "gesprek-nu"; // the conversation that this tab shows
export const VORIG = "gesprek-vorig"; // the one that was in this tab when somebody came back, while we ask about it
export const GEOPEND = "gesprek-geopend"; // the one that the next page opens
export const BERICHT = "gesprek-bericht"; // what the next page has to say
export const AFSPRAAK = "gesprek-afspraak"; // the agreement that the next page shows first
export const GEDEELD = "gesprek-gedeeld"; // the conversation that began with a shared link
export const NIET_ONTHOUDEN = "Je browser kan dit niet onthouden. Print deze pagina, of bewaar een document.";

/** Return what `doe` gives, or null when the browser refuses or the text is not what we wrote. */
export function probeer(doe) {
  try {
    return doe();
  } catch {
    return null;
  }
}

function opslag(naam) {
  return probeer(() => {
    const gevonden = window[naam];
    gevonden.setItem(NU + "-proef", "");
    gevonden.removeItem(NU + "-proef");
    return gevonden;
  });
}

export const tab = opslag("sessionStorage");
export const apparaat = opslag("localStorage");
export const haal = (waar, sleutel) => probeer(() => waar.getItem(sleutel));
export const zet = (waar, sleutel, waarde) => probeer(() => (waar.setItem(sleutel, waarde), true)) ?? false;
export const haalWeg = (waar, sleutel) => probeer(() => waar.removeItem(sleutel));
export const sleutels = (waar) => (waar ? Object.keys(waar).filter((sleutel) => sleutel.startsWith(NOTITIES)) : []);

/** Return what is kept under `sleutel`, and forget it. */
export function neem(sleutel) {
  const waarde = haal(tab, sleutel);
  haalWeg(tab, sleutel);
  return waarde;
}
