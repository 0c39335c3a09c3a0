// Small menus, dialogs and toasts.

import { h, icon, part } from "./dom.js";
import { t } from "./words.js";

let shut = null;

/** A menu at a button: `items` are {sign, words, press, role, danger}; arrows move, Escape closes. */
export function menu(anchor, items, label) {
  shut?.();
  const list = h("div", { cls: "popup", role: "menu", "aria-label": label, data: { role: "popup" } }, items.map(entry));
  const close = (back) => {
    list.remove();
    document.removeEventListener("pointerdown", outside, true);
    anchor.setAttribute("aria-expanded", "false");
    shut = null;
    if (back) anchor.focus();
  };
  const outside = (event) => list.contains(event.target) || anchor.contains(event.target) || close(false);
  list.addEventListener("click", (event) => event.target.closest("button") && close(true), true);
  list.addEventListener("keydown", (event) => walk(event, list, close));
  document.addEventListener("pointerdown", outside, true);
  shut = close;
  anchor.setAttribute("aria-expanded", "true");
  document.body.append(list);
  settle(list, anchor);
  list.querySelector("button")?.focus();
}

function entry(item) {
  if (item.note) return h("p", { cls: "popup-note" }, item.note);
  const cls = item.danger ? "popup-item danger" : "popup-item";
  const data = item.role ? { role: item.role } : {};
  return h("button", { type: "button", role: "menuitem", cls, data, on: { click: () => item.press() } },
    item.sign ? icon(item.sign) : null, h("span", {}, item.words, item.more ? h("small", {}, item.more) : null));
}

function walk(event, list, close) {
  const buttons = [...list.querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close(true);
  } else if (step && buttons.length) {
    event.preventDefault();
    buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
  }
}

/** Beside the button, inside the window. */
function settle(list, anchor) {
  const spot = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const left = Math.min(Math.max(8, spot.left), innerWidth - width - 8);
  const below = spot.bottom + 6;
  const top = below + height > innerHeight - 8 ? Math.max(8, spot.top - height - 6) : below;
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
}

/** A line that goes away by itself; of the whole page, or of the chat `host`. */
export function toast(words, role = "toast", host = null) {
  const line = h("div", { cls: "toast", data: { role } }, words);
  (host ? part("toasts", host) : part("page-toasts")).append(line);
  setTimeout(() => line.classList.add("leaving"), 3600);
  setTimeout(() => line.remove(), 4000);
}

/** A dialog; it is gone from the page once closed. */
export function dialog(title, content, role) {
  const box = h("dialog", { "aria-label": title, data: { role } }, title && h("h2", {}, title), content);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("pointerdown", (event) => event.target === box && box.close());
  document.body.append(box);
  box.showModal();
  return box;
}

/** What must be read: the answer to a tap with show_alert. */
export function alertBox(words) {
  const ok = h("button", { type: "button", cls: "primary", data: { role: "alert-ok" } }, t("ok"));
  const box = dialog("", [h("p", { cls: "alert-words" }, words), h("div", { cls: "dialog-end" }, ok)], "alert");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", words);
  ok.addEventListener("click", () => box.close());
  ok.focus();
}

/** A small form: `fields` are {name, label, value, hint, required, lines, type}; resolves to the values or null. */
export function ask(title, fields, accept) {
  return new Promise((resolve) => {
    const inputs = fields.map((field) => input(field));
    const labels = fields.map((field, place) => h("label", {}, h("span", {}, field.label), inputs[place]));
    const cancel = h("button", { type: "button" }, t("cancel"));
    const form = h("form", { method: "dialog", cls: "form" }, labels,
      h("div", { cls: "dialog-end" }, cancel, h("button", { type: "submit", cls: "primary", data: { role: "accept" } }, accept)));
    const box = dialog(title, form, "form");
    let values = null;
    form.addEventListener("submit", () => {
      values = Object.fromEntries(fields.map((field, place) => [field.name, inputs[place].value.trim()]));
    });
    cancel.addEventListener("click", () => box.close());
    box.addEventListener("close", () => resolve(values));
  });
}

function input(field) {
  const props = { name: field.name, value: field.value ?? "", required: field.required, placeholder: field.hint, autocomplete: "off" };
  return field.lines ? h("textarea", { ...props, rows: "3" }) : h("input", { ...props, type: field.type ?? "text", step: "any" });
}

/** One of several: resolves to the value of the chosen option, or null. */
export function choose(title, options) {
  return new Promise((resolve) => {
    let chosen = null;
    const buttons = options.map((option) => {
      const button = h("button", { type: "button", cls: "choice", data: { choice: option.value } },
        option.words, option.more && h("small", {}, option.more));
      button.addEventListener("click", () => {
        chosen = option.value;
        box.close();
      });
      return button;
    });
    const cancel = h("button", { type: "button" }, t("cancel"));
    const box = dialog(title, [h("div", { cls: "choices" }, buttons), h("div", { cls: "dialog-end" }, cancel)], "choice");
    cancel.addEventListener("click", () => box.close());
    box.addEventListener("close", () => resolve(chosen));
  });
}
