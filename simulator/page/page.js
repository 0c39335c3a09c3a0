// The page: people on the left, their chats side by side, news as they happen.

import { h, arrange, icon, part } from "./dom.js";
import { now, setClock, startClock } from "./clock.js";
import { Column } from "./column.js";
import { invite } from "./invite.js";
import { get, listen, post } from "./net.js";
import { askPerson, drawPeople, fullName } from "./people.js";
import { toast } from "./popup.js";
import { forget, markRead, openUsers, rememberOpen, unreadOf } from "./memory.js";
import { answered } from "./taps.js";
import { language, switchLanguage, t } from "./words.js";

const people = new Map();
const columns = new Map();
let open = [];
let bot = {};
let run = null;

const hub = {
  person: (user) => people.get(user),
  others: (user) => open.filter((other) => other !== user).map((other) => ({ user: other, name: fullName(people.get(other)) })),
  bot: () => bot,
  now,
  close: (user) => show(open.filter((other) => other !== user)),
  invite: (url, event) => invite(url, event, { bot, people, welcome: (person) => refresh().then(() => show([...open, person.id])) }),
};

/** Read everybody anew. */
async function refresh() {
  const found = await get("/sim/people");
  bot = found.bot;
  people.clear();
  for (const person of found.people) people.set(person.id, { ...person, unread: unreadOf(person) });
  part("bot-name").textContent = bot.first_name;
  for (const column of columns.values()) column.draw();
  drawList();
  return found.events;
}

/** These chats stand side by side; on a phone the last of them fills the screen. */
function show(users, { remember = true } = {}) {
  const fresh = users.filter((user) => !open.includes(user));
  open = [...new Set(users)].filter((user) => people.has(user));
  for (const user of [...columns.keys()]) if (!open.includes(user)) columns.delete(user);
  for (const user of open) if (!columns.has(user)) begin(user);
  arrange(part("columns"), open.length ? open.map((user) => columns.get(user).element) : [welcome()]);
  document.body.dataset.view = open.length ? "chat" : "list";
  if (remember) rememberOpen(open);
  if (fresh.length) columns.get(fresh.at(-1))?.element.scrollIntoView({ inline: "nearest", block: "nearest" });
  drawList();
}

async function begin(user) {
  const column = new Column(user, hub);
  columns.set(user, column);
  try {
    await column.load();
    read(user);
    if (!phone() && open.at(-1) === user) column.focus();
  } catch (refused) {
    toast(t("failed", { why: refused.message }), "failure");
  }
}

function read(user) {
  const person = people.get(user);
  markRead(person);
  person.unread = 0;
  drawList();
}

function press(user) {
  const beside = open.filter((other) => other !== user);
  show(open.includes(user) && document.body.dataset.view === "chat" && !phone() ? beside : [...beside, user]);
}

const phone = () => matchMedia("(max-width: 720px)").matches;
const drawList = () => drawPeople(people, { open, now: now(), press });

function welcome() {
  const steps = ["help1", "help2", "help3"].map((word) => h("li", {}, t(word)));
  return h("section", { cls: "welcome", data: { role: "welcome" } }, icon("route"), h("h1", {}, t("helpTitle")), h("ol", {}, steps));
}

const NEWS = {
  message: ({ chat_id: user, message }) => {
    const person = people.get(user);
    if (!person) return;
    person.last = message;
    if (message.by_bot) person.incoming += 1;
    columns.get(user)?.put(message);
    if (open.includes(user)) read(user);
    else if (message.by_bot) person.unread += 1;
    drawList();
  },
  edited: ({ chat_id: user, message }) => {
    columns.get(user)?.put(message);
    const person = people.get(user);
    if (person?.last?.message_id === message.message_id) person.last = message;
    drawList();
  },
  deleted: ({ chat_id: user, message_id: id }) => {
    columns.get(user)?.drop(id);
    refresh();
  },
  callback_answer: (event) => answered(event.callback_id, event),
  chat_action: ({ chat_id: user, action }) => columns.get(user)?.busy(action),
  person: refresh,
  blocked: refresh,
  lost: () => refresh().then(() => Promise.all([...columns.values()].map((column) => column.load()))),
};

/** Another server, or this one after a restart: what was known may be gone. */
function hello(found) {
  setClock(found.clock);
  if (run && run !== found.run) NEWS.lost();
  run = found.run;
}

function clock(found) {
  setClock(found);
  drawList();
}

function dress() {
  document.documentElement.lang = language;
  document.title = `Маршрут: ${t("title")}`;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = t(element.dataset.word);
  part("help").textContent = t("help");
  part("people").setAttribute("aria-label", t("people"));
  const other = part("language");
  other.textContent = t("language");
  other.setAttribute("aria-label", t("languageLabel"));
  other.addEventListener("click", switchLanguage);
  part("add-person").addEventListener("click", addPerson);
  addEventListener("popstate", () => show(openUsers(), { remember: false }));
}

async function addPerson() {
  const values = await askPerson();
  if (!values) return;
  try {
    const person = await post("/sim/people", values);
    await refresh();
    show([...open, person.id]);
  } catch (refused) {
    toast(t("failed", { why: refused.message }), "failure");
  }
}

async function begun() {
  dress();
  startClock();
  setClock(await get("/sim/clock"));
  const events = await refresh();
  forget(people);
  show(openUsers(), { remember: false });
  const state = (works) => (part("link").textContent = works ? "" : t("offline"));
  listen(events, { hello, clock, state, news: (event) => NEWS[event.kind]?.(event) });
}

begun();
