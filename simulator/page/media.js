// Photos, files and the other things a message may carry.

import { h, icon } from "./dom.js";
import { fileAddress } from "./net.js";
import { size, t } from "./words.js";

/** A photo: its largest size is shown and opens in a tab of its own; its caption tells who does not see it what it shows. */
export function photo(sizes, caption) {
  const largest = sizes.at(-1);
  const address = fileAddress(largest.file_id);
  const { width, height } = largest;
  const image = h("img", { src: address, alt: caption || t("photo"), loading: "lazy", width, height });
  return h("a", { cls: "photo", href: address, target: "_blank", rel: "noopener" }, image);
}

/** A file to save. */
export function document_(file, fallback = t("document")) {
  const name = file.file_name || fallback;
  const label = t("download", { name });
  return h("a", { cls: "file", href: fileAddress(file.file_id), download: name, "aria-label": label },
    h("span", { cls: "file-sign" }, icon("file")),
    h("span", { cls: "file-words" }, h("span", { cls: "file-name" }, name), h("span", { cls: "file-size" }, size(file.file_size))));
}

/** Sound or moving pictures. */
export function player(tag, file) {
  const media = h(tag, { controls: true, preload: "none", src: fileAddress(file.file_id) });
  const name = file.title ?? file.file_name;
  return h("div", { cls: "player" }, name && h("span", { cls: "file-name" }, name), media);
}

const card = (sign, title, note) =>
  h("div", { cls: "card" }, h("span", { cls: "file-sign" }, icon(sign)),
    h("span", { cls: "file-words" }, h("span", { cls: "file-name" }, title), note && h("span", { cls: "file-size" }, note)));

const place = ({ latitude, longitude }) => `${latitude}, ${longitude}`;

const big = (label, words) => h("span", { cls: "big-emoji", role: "img", "aria-label": label }, words);

const person = ({ first_name: first, last_name: last }) => [first, last].filter(Boolean).join(" ");

function sticker(found) {
  const still = !found.is_animated && !found.is_video;
  const emoji = big(t("sticker"), found.emoji ?? "🙂");
  if (!still || !found.file_id) return emoji;
  const image = h("img", { cls: "sticker", src: fileAddress(found.file_id), alt: `${t("sticker")} ${found.emoji ?? ""}` });
  image.addEventListener("error", () => image.replaceWith(emoji));
  return image;
}

function poll(asked) {
  return h("div", { cls: "poll" }, h("strong", {}, asked.question),
    h("ul", {}, asked.options.map((option) => h("li", {}, option.text))));
}

const KINDS = [
  ["photo", (message) => photo(message.photo, message.caption)],
  ["animation", (message) => player("video", message.animation)],
  ["video", (message) => player("video", message.video)],
  ["video_note", (message) => player("video", message.video_note)],
  ["voice", (message) => player("audio", message.voice)],
  ["audio", (message) => player("audio", message.audio)],
  ["document", (message) => document_(message.document)],
  ["sticker", (message) => sticker(message.sticker)],
  ["dice", ({ dice }) => big(t("dice"), `${dice.emoji} ${dice.value}`)],
  ["venue", (message) => card("place", message.venue.title, message.venue.address)],
  ["location", (message) => card("place", t("location"), place(message.location))],
  ["contact", ({ contact }) => card("contact", person(contact), contact.phone_number)],
  ["poll", (message) => poll(message.poll)],
];

/** The thing a message carries beside its text, or null. */
export function media(message) {
  const found = KINDS.find(([kind]) => message[kind]);
  return found ? found[1](message) : null;
}

/** One line about a message, for the list of people and for quotations. */
export function summary(message) {
  if (!message) return "";
  const text = message.text ?? message.caption;
  if (text) return text.replace(/\s+/g, " ").slice(0, 120);
  if (message.rich_message) return firstWords(message.rich_message);
  const found = KINDS.find(([kind]) => message[kind]);
  if (!found) return t("unsupported");
  if (found[0] === "voice") return t("voiceMessage");
  if (found[0] === "document") return message.document.file_name ?? t("document");
  return { animation: t("video"), video_note: t("video") }[found[0]] ?? t(found[0]);
}

function firstWords(message) {
  const letters = (value) => {
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.map(letters).join(" ");
    return value && typeof value === "object" ? letters(value.text ?? value.blocks ?? value.cells ?? "") : "";
  };
  return letters(message.blocks).replace(/\s+/g, " ").trim().slice(0, 120);
}
