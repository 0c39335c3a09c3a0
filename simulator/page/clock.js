// The bar at the top: what time it is in the story, and moving it on.

import { h, part } from "./dom.js";
import { post } from "./net.js";
import { toast } from "./popup.js";
import { moment, shortMoment, t } from "./words.js";

const MOVES = [["hour", 3600], ["day", 86400], ["week", 7 * 86400]];
let ahead = 0;

/** Simulated seconds of the epoch. */
export const now = () => Date.now() / 1000 + ahead;

/** The server's clock: `{now}`. */
export function setClock(clock) {
  ahead = clock.now - Date.now() / 1000;
  show();
}

function show() {
  const time = part("now");
  time.replaceChildren(...twice(moment(now()), shortMoment(now())));
  time.dateTime = new Date(now() * 1000).toISOString();
}

/** The same for wide and for narrow screens. */
const twice = (long, short) => [h("span", { cls: "long" }, long), h("span", { cls: "short" }, short)];

/** Build the buttons and keep the time running. */
export function startClock() {
  part("clock").setAttribute("aria-label", t("clock"));
  part("clock-moves").append(...MOVES.map(([word, seconds]) => {
    const props = { type: "button", data: { role: `add-${word}` }, "aria-label": t(word) };
    return h("button", { ...props, on: { click: () => add(seconds) } }, twice(t(word), t(`${word}Short`)));
  }));
  setInterval(show, 5000);
}

async function add(seconds) {
  try {
    setClock(await post("/sim/clock", { add_seconds: seconds }));
    toast(t("moved", { now: moment(now()) }));
  } catch (refused) {
    toast(t("failed", { why: refused.message }), "failure");
  }
}
