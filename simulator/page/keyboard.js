// Buttons under a message, and what becomes of a press.

import { h, icon } from "./dom.js";
import { link } from "./text.js";
import { t } from "./words.js";

/** The rows of an inline keyboard. */
export function keyboard(markup, press) {
  const rows = markup.inline_keyboard.map((row) => h("div", { cls: "keyboard-row" }, row.map((one) => pressable(one, press))));
  return h("div", { cls: "keyboard", data: { role: "keyboard" } }, rows);
}

/** One button: pressed data, a link, a text to copy, or nothing at all. */
export function pressable(one, press) {
  const cls = `key ${one.style ?? ""}`;
  if (one.callback_data !== undefined && one.callback_data !== null && !one.disabled) return tapButton(one, cls, press);
  if (one.url) {
    const found = link(one.url, [one.text, icon("link")], press);
    found.className = cls;
    return found;
  }
  if (one.copy_text) {
    return h("button", { type: "button", cls, on: { click: () => press.copy(one.copy_text.text) } }, one.text, icon("copy"));
  }
  return h("button", { type: "button", cls, disabled: true, title: t("disabled") }, one.text);
}

function tapButton(one, cls, press) {
  const waits = press.waits?.(one.callback_data);
  const button = h("button", { type: "button", cls, data: { tap: one.callback_data }, on: {} },
    h("span", { cls: "key-text" }, one.text), h("span", { cls: "spinner", "aria-hidden": "true" }));
  waiting(button, waits);
  button.addEventListener("click", () => press.tap(one.callback_data, one.text));
  return button;
}

/** Show or hide that a press awaits the bot's answer; a second press stays possible, as in Telegram. */
export function waiting(button, is) {
  if (is) button.setAttribute("aria-busy", "true");
  else button.removeAttribute("aria-busy");
}
