// A link to the bot with an invitation: who opens it?

import { act, get, post } from "./net.js";
import { askPerson, fullName, line } from "./people.js";
import { choose, toast } from "./popup.js";
import { t } from "./words.js";

/** The payload of a deep link to this bot, or null. */
export function payloadOf(url, username) {
  const address = new URL(url);
  const tg = address.protocol === "tg:" && address.searchParams.get("domain") === username;
  const web = ["t.me", "telegram.me"].includes(address.hostname) && address.pathname.slice(1).toLowerCase() === username?.toLowerCase();
  return tg || web ? address.searchParams.get("start") ?? "" : null;
}

/** A pressed link: an invitation is opened by somebody of this page, any other link by the browser. */
export async function invite(url, event, { bot, people, welcome }) {
  const payload = payloadOf(url, bot.username);
  if (payload === null) return;
  event.preventDefault();
  const known = [...people.values()].map((person) => ({ value: person.id, words: fullName(person), more: line(person) }));
  const user = await choose(t("invite"), [{ value: "new", words: t("addPerson") }, ...known]);
  if (user === null) return;
  try {
    await (user === "new" ? newcomer(payload, welcome) : comeBack(people.get(user), payload, welcome));
  } catch (refused) {
    toast(t("failed", { why: refused.message }), "failure");
  }
}

async function newcomer(payload, welcome) {
  const values = await askPerson(payload);
  if (values) await welcome(await post("/sim/people", values));
}

async function comeBack(person, payload, welcome) {
  const { messages } = await get(`/sim/chats/${person.id}`);
  if (messages.length) await act(person.id, "start", { payload });
  else {
    const { first_name, last_name, username, language_code, id } = person;
    await post("/sim/people", { first_name, last_name, username, language_code, user_id: id, start: payload });
  }
  await welcome(person);
}
