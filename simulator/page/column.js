// One person's chat with the bot, as on their phone.

import { arrange, h, iconButton, part } from "./dom.js";
import { bubble, items } from "./bubble.js";
import { Composer } from "./composer.js";
import { waiting } from "./keyboard.js";
import { act, get } from "./net.js";
import { avatar, fullName, line } from "./people.js";
import { menu, toast } from "./popup.js";
import { messageItems } from "./deeds.js";
import { Taps } from "./taps.js";
import { dayName, t } from "./words.js";

const SHOWN = 120;
const TYPING_FOR = 5500;
const ACTIONS = { upload_document: "uploading", upload_photo: "uploading", upload_video: "uploading", record_voice: "recording" };

/** `hub` is {person(user), others(user), bot(), now(), close(user), invite(url)}. */
export class Column {
  constructor(user, hub) {
    this.user = user;
    this.hub = hub;
    this.messages = new Map();
    this.drawn = new Map();
    this.days = new Map();
    this.shown = SHOWN;
    this.name = fullName(hub.person(user));
    this.taps = new Taps(user, (message, data) => this.mark(message, data), () => this.element);
    this.composer = new Composer({
      user, name: this.name, commands: () => get(`/sim/chats/${user}/commands`),
      lastOwn: () => this.sorted().filter((one) => !one.by_bot && one.text).at(-1), ownContact: () => this.ownContact(),
    });
    this.press = {
      of: (message) => this.pressOf(message),
      menu: (message, anchor) => menu(anchor, messageItems(this, message), t("messageMenu")),
    };
    this.element = this.build();
  }

  build() {
    const { name } = this;
    this.list = h("div", { cls: "log-list" });
    const live = { role: "log", "aria-live": "polite", "aria-label": t("log", { name }), tabindex: "0" };
    this.log = h("div", { cls: "log", ...live, data: { role: "log" } }, this.list);
    this.under = h("span", { cls: "column-under", data: { role: "under" }, "aria-live": "polite" });
    this.more = iconButton("more", t("more"), "chat-menu", () => this.chatMenu());
    this.earlier = h("button", { type: "button", cls: "earlier", on: { click: () => this.showEarlier() } }, t("earlier"));
    const back = iconButton("back", t("back"), "back", () => this.hub.close(this.user));
    back.classList.add("back");
    const close = iconButton("close", t("close"), "close", () => this.hub.close(this.user));
    close.classList.add("shut");
    const head = h("header", { cls: "column-head" }, back, avatar(this.hub.person(this.user)),
      h("div", { cls: "column-words" }, h("h2", {}, name), this.under), this.more, close);
    const toasts = h("div", { cls: "toasts", role: "status", "aria-live": "polite", data: { role: "toasts" } });
    this.stayAtEnd();
    const props = { cls: "column", "aria-label": name, data: { person: this.user, role: "column" } };
    return h("section", props, head, this.log, this.composer.element, toasts);
  }

  /** A foot that grows, or a picture that arrives late, must not hide the newest message. */
  stayAtEnd() {
    let end = true;
    let before = 0;
    this.log.addEventListener("scroll", () => {
      const { scrollTop } = this.log;
      if (this.log.scrollHeight - scrollTop - this.log.clientHeight < 40) end = true;
      else if (scrollTop < before) end = false; // only the reader scrolls up
      before = scrollTop;
    });
    const follow = () => end && (this.log.scrollTop = this.log.scrollHeight);
    const watch = new ResizeObserver(follow);
    watch.observe(this.log);
    watch.observe(this.list);
  }

  /** Read the whole chat anew. */
  async load() {
    this.log.setAttribute("aria-busy", "true");
    const { messages } = await get(`/sim/chats/${this.user}`);
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.draw(true);
    this.log.removeAttribute("aria-busy");
  }

  /** A message is new or has changed. */
  put(message) {
    this.messages.set(message.message_id, message);
    if (message.by_bot) this.quiet();
    this.draw(!message.by_bot);
  }

  drop(id) {
    this.messages.delete(id);
    this.draw();
  }

  sorted() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  /** Bring the log in line with the messages; it stays at its end if it was there. */
  draw(toEnd = false) {
    const end = toEnd || this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 90;
    const all = this.sorted();
    const nodes = all.length > this.shown ? [this.earlier] : [];
    let day = null;
    for (const item of items(all.slice(-this.shown))) {
      const caption = dayName(item.messages[0].date, this.hub.now());
      if (caption !== day) nodes.push(this.dayMark(caption));
      day = caption;
      nodes.push(this.itemElement(item));
    }
    if (!all.length) nodes.push(this.welcome());
    arrange(this.list, nodes);
    this.dress(all);
    if (end) this.log.scrollTop = this.log.scrollHeight;
  }

  dress(all) {
    const person = this.hub.person(this.user);
    this.composer.show(person.blocked ? "blocked" : all.length ? "open" : "fresh");
    const last = all.filter((one) => one.keyboard?.keyboard || one.keyboard?.remove_keyboard).at(-1);
    this.composer.keyboard(last?.keyboard.keyboard ? last.keyboard : null);
    if (!this.typing) this.under.textContent = line(person);
  }

  dayMark(caption) {
    if (!this.days.has(caption)) this.days.set(caption, h("div", { cls: "day" }, h("span", {}, caption)));
    return this.days.get(caption);
  }

  itemElement(item) {
    const old = this.drawn.get(item.key);
    if (old && sameList(old.messages, item.messages)) return old.element;
    const element = bubble(item, this.press);
    if (old) handOver(old.element, element);
    this.drawn.set(item.key, { messages: item.messages, element });
    return element;
  }

  welcome() {
    const about = this.hub.bot().description;
    this.hello ??= h("div", { cls: "welcome-chat" }, about ? [h("strong", {}, t("about")), h("p", {}, about)] : h("p", {}, t("startHint")));
    return this.hello;
  }

  showEarlier() {
    this.shown += SHOWN;
    const before = this.log.scrollHeight;
    this.draw();
    this.log.scrollTop += this.log.scrollHeight - before;
  }

  pressOf(message) {
    const id = message.message_id;
    return {
      tap: (data, words) => this.taps.press(id, data, words),
      waits: (data) => this.taps.waits(id, data),
      copy: (text) => this.copy(text),
      command: (text) => act(this.user, "text", { text }),
      link: (url, event) => this.hub.invite(url, event),
    };
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    toast(t("copied"));
  }

  mark(message, data) {
    const found = this.log.querySelectorAll(`[data-message="${message}"] button[data-tap]`);
    for (const button of found) if (button.dataset.tap === data) waiting(button, this.taps.waits(message, data));
  }

  /** The bot is busy: the line under the name says so for a while. */
  busy(action) {
    clearTimeout(this.typing);
    this.under.textContent = t(ACTIONS[action] ?? "typing");
    this.under.classList.add("typing");
    this.typing = setTimeout(() => this.quiet(), TYPING_FOR);
  }

  quiet() {
    clearTimeout(this.typing);
    this.typing = null;
    this.under.classList.remove("typing");
    this.under.textContent = line(this.hub.person(this.user));
  }

  chatMenu() {
    const { blocked } = this.hub.person(this.user);
    const press = () => act(this.user, "block", { blocked: !blocked });
    menu(this.more, [{ sign: "block", words: t(blocked ? "unblock" : "block"), role: "block", danger: !blocked, press }], t("more"));
  }

  ownContact() {
    const person = this.hub.person(this.user);
    const digits = String(person.id).padStart(7, "0").slice(-7);
    return { first_name: person.first_name, phone_number: `+7900${digits}`, user_id: person.id };
  }

  focus() {
    const target = part("start", this.element) ?? part("text", this.element) ?? this.log;
    target.focus();
  }
}

const sameList = (one, other) => one.length === other.length && one.every((message, place) => message === other[place]);

/** A redrawn message keeps the keyboard focus, on the same button if it is still there. */
function handOver(old, fresh) {
  const active = document.activeElement;
  if (!old.contains(active)) return;
  const tap = active.dataset.tap;
  queueMicrotask(() => {
    const buttons = [...fresh.querySelectorAll("button[data-tap]")];
    const same = buttons.find((button) => button.dataset.tap === tap) ?? buttons[0] ?? part("message-menu", fresh);
    same?.focus({ preventScroll: true });
  });
}
