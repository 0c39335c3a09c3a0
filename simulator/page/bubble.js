// One message, or one album, as it stands in a chat.

import { h, iconButton } from "./dom.js";
import { keyboard } from "./keyboard.js";
import { document_, media, photo, summary } from "./media.js";
import { rich } from "./rich.js";
import { formatted } from "./text.js";
import { hhmm, moment, t } from "./words.js";

/** Messages of one album become one item; all others stand alone. */
export function items(messages) {
  const found = [];
  for (const message of messages) {
    const last = found.at(-1);
    const group = message.media_group_id;
    if (group && last?.group === group) last.messages.push(message);
    else found.push({ key: group ? `album:${group}` : `message:${message.message_id}`, group, messages: [message] });
  }
  return found;
}

/** The element of an item; `press` hears what happens to it. */
export function bubble(item, press) {
  const [first] = item.messages;
  const side = first.by_bot ? "in" : "out";
  const body = item.messages.length > 1 ? album(item.messages, press) : single(first, press);
  const bare = !first.text && !first.caption && (first.sticker || first.dice) ? " bare" : "";
  const more = iconButton("more", t("messageMenu"), "message-menu", (event) => press.menu(first, event.currentTarget));
  const inner = h("div", { cls: `bubble${bare}${first.rich_message ? " wide" : ""}` }, forwarded(first), replied(first), body);
  const props = { cls: `item ${side}`, data: { message: first.message_id, role: "message", side } };
  const element = h("div", props, h("div", { cls: "bubble-line" }, inner, more));
  if (first.reply_markup?.inline_keyboard) element.append(keyboard(first.reply_markup, press.of(first)));
  element.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, button")) return;
    event.preventDefault();
    press.menu(first, more);
  });
  return element;
}

function single(message, press) {
  const own = press.of(message);
  const words = message.rich_message
    ? rich(message.rich_message, own)
    : worded(message.text ?? message.caption, message.entities ?? message.caption_entities, own);
  const thing = media(message) ?? (words ? null : message.text === undefined && h("em", {}, t("unsupported")));
  return [thing, h("div", { cls: words ? "words" : "words empty" }, words, meta(message))];
}

const worded = (text, entities, press) => (text ? formatted(text, entities, press) : null);

/** Pictures in a grid, files in a column; captions stand together below. */
function album(messages, press) {
  const pictures = messages.every((message) => message.photo || message.video);
  const parts = messages.map((message) =>
    h("div", { cls: "album-part", data: { message: message.message_id } },
      message.photo ? photo(message.photo, message.caption) : message.document ? document_(message.document) : media(message)));
  const captions = messages.filter((message) => message.caption)
    .map((message) => formatted(message.caption, message.caption_entities, press.of(message)))
    .flatMap((caption, place) => (place ? ["\n", ...caption] : caption));
  const grid = h("div", { cls: pictures ? "album pictures" : "album", data: { role: "album" } }, parts);
  return [grid, h("div", { cls: captions.length ? "words" : "words empty" }, captions, meta(messages.at(-1)))];
}

function meta(message) {
  const edited = message.edit_date ? h("span", { data: { role: "edited" } }, t("edited"), " ") : null;
  const iso = new Date(message.date * 1000).toISOString();
  return h("span", { cls: "meta" }, edited, h("time", { datetime: iso, title: moment(message.date) }, hhmm(message.date)));
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const user = origin.sender_user ?? { first_name: origin.sender_user_name };
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return h("div", { cls: "forwarded" }, t("forwarded", { name }));
}

function replied(message) {
  const to = message.reply_to_message;
  return to ? h("div", { cls: "replied" }, summary(to)) : null;
}
