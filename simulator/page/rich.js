// Rich messages: blocks and rich texts (sendRichMessage) to elements.

import { h } from "./dom.js";
import { document_, player, photo } from "./media.js";
import { pressable } from "./keyboard.js";
import { folded, link, moment, spoiler } from "./text.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", marked: "mark",
  subscript: "sub", superscript: "sup",
};

/** The blocks of a rich message. */
export function rich(message, press) {
  return h("div", { cls: "rich", dir: message.is_rtl ? "rtl" : "auto" }, message.blocks.map((block) => shown(block, press)));
}

function shown(block, press) {
  const draw = BLOCKS[block.type];
  return draw ? draw(block, press) : h("p", {}, words(block.text ?? "", press));
}

const inside = (block, press) => (block.blocks ?? []).map((inner) => shown(inner, press));
const credit = (block, press) => block.credit && h("cite", {}, words(block.credit, press));

const BLOCKS = {
  paragraph: (block, press) => h("p", {}, words(block.text, press)),
  heading: (block, press) => h("p", { role: "heading", "aria-level": block.size, cls: `heading h${block.size}` }, words(block.text, press)),
  divider: () => h("hr"),
  footer: (block, press) => h("footer", {}, words(block.text, press)),
  pre: (block, press) => h("pre", {}, h("code", {}, words(block.text, press))),
  blockquote: (block, press) => h("blockquote", {}, inside(block, press), credit(block, press)),
  expandable_blockquote: (block, press) => folded([words(block.text, press), credit(block, press)]),
  pullquote: (block, press) => h("blockquote", { cls: "pull" }, words(block.text, press), credit(block, press)),
  list: (block, press) => h("ul", { cls: "rich-list" }, block.items.map((item) => entry(item, press))),
  details: (block, press) =>
    h("details", { open: Boolean(block.is_open) }, h("summary", {}, words(block.summary, press)), inside(block, press)),
  table: (block, press) => table(block, press),
  photo: (block, press) => h("figure", {}, photo(block.photo), caption(block, press)),
  document: (block, press) => h("figure", {}, document_(block.document), caption(block, press)),
  video: (block, press) => h("figure", {}, player("video", block.video), caption(block, press)),
  audio: (block, press) => h("figure", {}, player("audio", block.audio), caption(block, press)),
  buttons: (block, press) => h("div", { cls: `keyboard-row ${block.align ?? ""}` }, block.buttons.map((one) => button(one, press))),
  anchor: () => null,
};

const caption = (block, press) => block.caption && h("figcaption", {}, words(block.caption.text, press));

function entry(item, press) {
  const label = item.has_checkbox ? (item.is_checked ? "☑" : "☐") : item.label;
  return h("li", {}, h("span", { cls: "label" }, label), h("div", {}, item.blocks.map((block) => shown(block, press))));
}

function table(block, press) {
  const cls = `rich-table${block.is_bordered ? " bordered" : ""}${block.is_striped ? " striped" : ""}${block.is_compact ? " compact" : ""}`;
  const rows = block.cells.map((row) => h("tr", {}, row.map((cell) => cellOf(cell, press))));
  const title = block.caption && h("caption", {}, words(block.caption, press));
  return h("div", { cls: "rich-scroll", tabindex: "0" }, h("table", { cls }, title, h("tbody", {}, rows)));
}

function cellOf(cell, press) {
  const props = { colspan: cell.colspan, rowspan: cell.rowspan, cls: `${cell.align ?? "left"} ${cell.valign ?? "top"}` };
  if (cell.is_header) props.scope = "col";
  return h(cell.is_header ? "th" : "td", props, words(cell.text ?? "", press));
}

function button(one, press) {
  return pressable({ ...one, text: plain(one.text) }, press);
}

/** A rich text: a string, a list, or a styled piece. */
function words(text, press) {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map((piece) => words(piece, press));
  if (!text) return "";
  const inner = () => words(text.text ?? text.alternative_text ?? "", press);
  if (TAGS[text.type]) return h(TAGS[text.type], {}, inner());
  if (text.type === "spoiler") return spoiler(inner());
  if (text.type === "date_time") return moment(text, inner());
  if (text.type === "url") return link(text.url, inner(), press);
  if (text.type === "email_address") return link(`mailto:${text.email_address}`, inner(), press);
  if (text.type === "phone_number") return link(`tel:${text.phone_number}`, inner(), press);
  if (text.type === "button") return button(text.button, press);
  if (text.type === "mathematical_expression") return h("code", {}, text.expression ?? "");
  return h("span", {}, inner());
}

/** The letters of a rich text alone. */
export function plain(text) {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  return text ? plain(text.text ?? text.alternative_text ?? "") : "";
}
