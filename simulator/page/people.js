// The list of people on the left.

import { arrange, h, part } from "./dom.js";
import { summary } from "./media.js";
import { ask } from "./popup.js";
import { dayName, hhmm, t } from "./words.js";

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** The line under a name: the seat, else the user name. */
export const line = (person) => (person.blocked ? t("blockedShort") : person.seat || (person.username ? `@${person.username}` : ""));

/** A coloured disc with initials. */
export function avatar(person) {
  const letters = [person.first_name, person.last_name].filter(Boolean).map((name) => [...name][0]).join("");
  return h("span", { cls: `avatar hue-${Math.abs(person.id) % 7}`, "aria-hidden": "true" }, letters.toUpperCase());
}

const rows = new Map();

/** Show everybody; `open` are the users whose chats stand beside. */
export function drawPeople(people, { open, now, press }) {
  const list = part("people-list");
  arrange(list, [...people.values()].map((person) => row(person, open.includes(person.id), now, press)));
  if (!people.size) list.append(h("li", { cls: "nobody" }, t("nobody")));
}

function row(person, isOpen, now, press) {
  const unread = person.unread ?? 0;
  const stamp = JSON.stringify([person, unread, isOpen, dayName(now, 0)]);
  const old = rows.get(person.id);
  if (old?.stamp === stamp) return old.element;
  const fresh = content(person, unread, now);
  const data = { person: person.id, role: "person" };
  const element = old?.element ?? h("li", {}, h("button", { type: "button", cls: "person", data }));
  const button = element.firstChild;
  if (!old) button.addEventListener("click", () => press(person.id));
  button.replaceChildren(...fresh);
  button.setAttribute("aria-pressed", String(isOpen));
  rows.set(person.id, { stamp, element });
  return element;
}

function content(person, unread, now) {
  const { last } = person;
  const sameDay = last && dayName(last.date, now) === dayName(now, now);
  const time = last && (sameDay ? hhmm(last.date) : dayName(last.date, now));
  const label = t("unread", { count: unread });
  const badge = unread > 0 && h("span", { cls: "badge", data: { role: "unread" }, "aria-label": label }, String(unread));
  const words = last ? (last.by_bot ? "" : `${t("you")}: `) + summary(last) : "";
  return [
    avatar(person),
    h("span", { cls: "person-words" },
      h("span", { cls: "person-name" }, fullName(person)),
      h("span", { cls: "person-middle" }, h("span", { cls: "person-seat" }, line(person)),
        time && h("span", { cls: "person-time" }, time)),
      h("span", { cls: "person-bottom" }, h("span", { cls: "person-last" }, words), badge)),
  ];
}

/** The form for somebody new; resolves to the values of POST /sim/people, or null. */
export async function askPerson(start = "") {
  const fields = [
    { name: "first_name", label: t("firstName"), required: true },
    { name: "last_name", label: t("lastName") },
    { name: "seat", label: t("seat"), hint: t("seatHint") },
    { name: "username", label: t("username") },
    { name: "language_code", label: t("languageCode"), value: "ru" },
    { name: "start", label: t("startPayload"), value: start },
  ];
  const values = await ask(t("addPerson"), fields, t("add"));
  return values && Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}
