// Formatted text: message entities (UTF-16 offsets, as in JavaScript strings) to elements.

import { h } from "./dom.js";
import { hhmm, language, t } from "./words.js";

const SAFE = /^(https?|tg|mailto|tel):/i;
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** A text with its entities; `press.link(url, event)` and `press.command(text)` hear clicks. */
export function formatted(text, entities = [], press = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return within(text, 0, text.length, sorted, press);
}

function within(text, from, to, entities, press) {
  const nodes = [];
  let at = from;
  for (let place = 0; place < entities.length; place += 1) {
    const entity = entities[place];
    if (entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    const inner = entities.slice(place + 1).filter((other) => other.offset >= entity.offset && other.offset < end);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    nodes.push(wrap(entity, within(text, entity.offset, end, inner, press), text.slice(entity.offset, end), press));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, inner, plain, press) {
  const { type } = entity;
  if (TAGS[type]) return h(TAGS[type], {}, inner);
  if (type === "pre") return h("pre", {}, h("code", {}, inner));
  if (type === "spoiler") return spoiler(inner);
  if (type === "blockquote") return h("blockquote", {}, inner);
  if (type === "expandable_blockquote") return folded(inner);
  if (type === "date_time") return moment(entity, inner);
  if (type === "bot_command") {
    return h("button", { type: "button", cls: "link", on: { click: () => press.command?.(plain) } }, inner);
  }
  const address = { text_link: entity.url, url: plain, email: `mailto:${plain}`, phone_number: `tel:${plain}` }[type];
  return address ? link(address, inner, press) : h("span", { cls: `entity ${type}` }, inner);
}

/** A link, if its scheme is harmless. */
export function link(address, inner, press = {}) {
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!SAFE.test(full)) return h("span", {}, inner);
  const on = { click: (event) => press.link?.(full, event) };
  return h("a", { href: full, target: "_blank", rel: "noopener noreferrer", title: full, on }, inner);
}

/** Text that shows itself when pressed. */
export function spoiler(inner) {
  const cover = h("span", { cls: "spoiler-text", "aria-hidden": "true" }, inner);
  const button = h("button", { type: "button", cls: "spoiler", "aria-label": t("spoiler") }, cover);
  button.addEventListener("click", () => button.replaceWith(h("span", { cls: "spoiler-shown" }, inner)));
  return button;
}

/** A long quotation that opens when pressed. */
export function folded(inner) {
  const quote = h("blockquote", { cls: "folded" }, inner);
  const more = h("button", { type: "button", cls: "link" }, t("whole"));
  more.addEventListener("click", () => {
    quote.classList.remove("folded");
    more.remove();
  });
  return h("div", {}, quote, more);
}

/** A moment in the reader's own zone: `r`, or `w` with d/D and t/T, as date-time entities are described. */
export function moment(entity, inner) {
  const date = new Date(entity.unix_time * 1000);
  const format = entity.date_time_format ?? "";
  const shown = format ? written(date, format) : inner;
  const title = date.toLocaleString(language, { dateStyle: "full", timeStyle: "short" });
  return h("time", { datetime: date.toISOString(), title }, shown);
}

function written(date, format) {
  if (format.includes("r")) return `${date.toLocaleDateString(language)} ${hhmm(date / 1000)}`;
  const style = {};
  if (format.includes("w")) style.weekday = "long";
  if (format.includes("d")) Object.assign(style, { day: "2-digit", month: "2-digit", year: "numeric" });
  if (format.includes("D")) Object.assign(style, { day: "numeric", month: "long", year: "numeric" });
  if (/t/i.test(format)) Object.assign(style, { hour: "2-digit", minute: "2-digit" });
  if (format.includes("T")) style.second = "2-digit";
  return date.toLocaleString(language, style);
}
