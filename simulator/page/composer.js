// The foot of a chat: typing, files, other things; START for a fresh chat; the way back for who blocked the bot.

import { arrange, h, icon, iconButton } from "./dom.js";
import { attachItems, picker } from "./attach.js";
import { summary } from "./media.js";
import { act, sendFiles } from "./net.js";
import { menu, toast } from "./popup.js";
import { size, t } from "./words.js";

/** `chat` is {user, name, press, commands(), lastOwn()}. */
export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.files = [];
    this.kind = "document";
    this.mode = null; // {verb: "edit" | "reply", message}
    this.state = "";
    this.element = h("div", { cls: "foot", data: { role: "foot" } });
    this.build();
  }

  build() {
    const { name } = this.chat;
    const label = `${t("write")}: ${name}`;
    this.box = h("textarea", { rows: "1", placeholder: t("write"), "aria-label": label, data: { role: "text" } });
    this.box.addEventListener("input", () => this.fit());
    this.box.addEventListener("keydown", (event) => this.key(event));
    const props = { type: "button", cls: "menu-button", "aria-haspopup": "menu", "aria-label": t("menu") };
    this.menu = h("button", { ...props, data: { role: "commands" } }, icon("menu"), h("span", {}, t("menu")));
    this.menu.addEventListener("click", () => this.commands());
    this.clip = iconButton("clip", t("attach"), "attach", () => menu(this.clip, attachItems(this), t("attach")));
    this.clip.setAttribute("aria-haspopup", "menu");
    this.go = iconButton("send", t("send"), "send", () => this.send());
    this.go.classList.add("send");
    this.strip = h("div", { cls: "strip", hidden: true, data: { role: "strip" } });
    this.tray = h("div", { cls: "tray", hidden: true, data: { role: "tray" } });
    this.keys = h("div", { cls: "reply-keys", hidden: true, data: { role: "reply-keyboard" } });
    this.pickers = ["photo", "document", "voice", "video"].map((kind) => picker(this, kind));
    const typed = h("div", { cls: "foot-line" }, this.menu, this.clip, this.box, this.go);
    this.typing = [this.strip, this.tray, typed, this.keys, ...this.pickers];
    this.start = h("button", { type: "button", cls: "big primary", data: { role: "start" } }, t("start"));
    this.start.addEventListener("click", () => this.tried(() => act(this.chat.user, "start")));
    this.unblock = h("button", { type: "button", cls: "big", data: { role: "unblock" } }, t("unblock"));
    this.unblock.addEventListener("click", () => this.tried(() => act(this.chat.user, "block", { blocked: false })));
  }

  /** `fresh`, `blocked` or `open`. */
  show(state) {
    if (state === this.state) return;
    const focused = this.element.contains(document.activeElement);
    this.state = state;
    const nodes = { fresh: [this.start], blocked: [this.unblock], open: this.typing }[state];
    arrange(this.element, nodes);
    this.fit();
    if (focused) (state === "open" ? this.box : nodes[0]).focus();
  }

  /** The reply keyboard of the newest message that has one; null takes it away. */
  keyboard(markup) {
    this.keys.hidden = !markup;
    const rows = (markup?.keyboard ?? []).map((row) => row.map((one) => this.replyKey(one)));
    this.keys.replaceChildren(...rows.map((row) => h("div", { cls: "keyboard-row" }, row)));
    this.box.placeholder = markup?.input_field_placeholder || t("write");
  }

  replyKey(one) {
    const key = typeof one === "string" ? { text: one } : one;
    const press = key.request_contact
      ? () => act(this.chat.user, "other", { kind: "contact", payload: this.chat.ownContact() })
      : () => act(this.chat.user, "text", { text: key.text });
    const props = { type: "button", cls: `key ${key.style ?? ""}`, data: { reply: key.text } };
    return h("button", { ...props, on: { click: () => this.tried(press) } }, key.text);
  }

  async tried(work) {
    try {
      await work();
      return true;
    } catch (refused) {
      toast(t("failed", { why: refused.message }), "failure");
      return false;
    }
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.mode) this.leave();
    else if (event.key === "ArrowUp" && !this.box.value && !this.mode) {
      const own = this.chat.lastOwn();
      if (own) this.begin("edit", own);
    }
  }

  async send() {
    const text = this.box.value.trim();
    if (!text && !this.files.length) return;
    const { user } = this.chat;
    const { mode, files, kind } = this;
    const id = mode?.message.message_id;
    const work = files.length ? () => sendFiles(user, kind, files, text)
      : mode?.verb === "edit" ? () => act(user, "edit", { message_id: id, text })
        : () => act(user, "text", { text, reply_to: id ?? null });
    this.clear();
    if (!(await this.tried(work))) this.restore(text, files, mode);
  }

  clear() {
    this.box.value = "";
    this.attach([], this.kind);
    this.leave();
  }

  restore(text, files, mode) {
    this.attach(files, this.kind);
    if (mode) this.begin(mode.verb, mode.message);
    this.box.value = text;
    this.fit();
  }

  /** Edit an own message, or answer one. */
  begin(verb, message) {
    this.mode = { verb, message };
    this.strip.hidden = false;
    const title = h("strong", {}, t(verb === "edit" ? "editing" : "replying"));
    const words = h("span", { cls: "strip-words" }, title, h("span", {}, summary(message)));
    this.strip.replaceChildren(icon(verb), words, iconButton("close", t("cancel"), "cancel", () => this.leave()));
    this.go.setAttribute("aria-label", t(verb === "edit" ? "save" : "send"));
    if (verb === "edit") this.box.value = message.text ?? message.caption ?? "";
    this.fit();
    this.box.focus();
  }

  leave() {
    if (this.mode?.verb === "edit") this.box.value = "";
    this.mode = null;
    this.strip.hidden = true;
    this.go.setAttribute("aria-label", t("send"));
    this.fit();
  }

  /** Files that will go with the next press of "send". */
  attach(files, kind) {
    this.files = files;
    this.kind = kind;
    this.tray.hidden = !files.length;
    this.tray.replaceChildren(...files.map((file) => this.chip(file)));
    this.fit();
    if (files.length) this.box.focus();
  }

  chip(file) {
    const remove = () => this.attach(this.files.filter((other) => other !== file), this.kind);
    return h("span", { cls: "chip" }, icon(this.kind === "photo" ? "photo" : "file"),
      h("span", { cls: "chip-name" }, file.name), h("small", {}, size(file.size)),
      iconButton("close", `${t("remove")}: ${file.name}`, "remove", remove));
  }

  fit() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 160)}px`;
    this.go.disabled = !this.box.value.trim() && !this.files.length;
  }

  async commands() {
    const { commands } = await this.chat.commands();
    const items = commands.map(({ command, description }) => ({
      words: `/${command}`, more: description, role: "command",
      press: () => this.tried(() => act(this.chat.user, "text", { text: `/${command}` })),
    }));
    menu(this.menu, items.length ? items : [{ note: t("noCommands") }], t("menu"));
  }
}
