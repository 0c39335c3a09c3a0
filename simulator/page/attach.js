// What can be sent beside text: files from this computer, and the small things of Telegram's own menu.

import { h } from "./dom.js";
import { act } from "./net.js";
import { ask } from "./popup.js";
import { t } from "./words.js";

const ACCEPT = { photo: "image/*", voice: "audio/*", video: "video/*" };

/** The hidden file input of a kind; several photos or files are an album. */
export function picker(composer, kind) {
  const many = kind === "photo" || kind === "document";
  const props = { type: "file", hidden: true, multiple: many, accept: ACCEPT[kind], "aria-label": t(kind) };
  const input = h("input", { ...props, data: { role: `pick-${kind}` } });
  input.addEventListener("change", () => {
    composer.attach([...input.files], kind);
    input.value = "";
  });
  return input;
}

/** The menu of the paper clip. */
export function attachItems(composer) {
  const pick = (kind) => () => composer.pickers.find((input) => input.dataset.role === `pick-${kind}`).click();
  const other = (kind) => () => sendOther(composer, kind);
  return [
    { sign: "photo", words: t("photo"), role: "attach-photo", press: pick("photo") },
    { sign: "file", words: t("document"), role: "attach-document", press: pick("document") },
    { sign: "voice", words: t("voice"), role: "attach-voice", press: pick("voice") },
    { sign: "video", words: t("video"), role: "attach-video", press: pick("video") },
    { sign: "sticker", words: t("sticker"), role: "attach-sticker", press: other("sticker") },
    { sign: "place", words: t("location"), role: "attach-location", press: other("location") },
    { sign: "contact", words: t("contact"), role: "attach-contact", press: other("contact") },
    { sign: "poll", words: t("poll"), role: "attach-poll", press: other("poll") },
    { sign: "dice", words: t("dice"), role: "attach-dice", press: other("dice") },
  ];
}

async function sendOther(composer, kind) {
  const payload = await PAYLOADS[kind](composer.chat);
  if (payload) await composer.tried(() => act(composer.chat.user, "other", { kind, payload }));
}

const PAYLOADS = {
  sticker: async () => ({ emoji: "👍" }),
  dice: async () => ({ emoji: "🎲" }),
  location: async () => {
    const fields = [
      { name: "latitude", label: t("latitude"), value: "54.7348", type: "number", required: true },
      { name: "longitude", label: t("longitude"), value: "55.9579", type: "number", required: true },
    ];
    const place = await ask(t("location"), fields, t("send"));
    return place && { latitude: Number(place.latitude), longitude: Number(place.longitude) };
  },
  contact: (chat) => {
    const own = chat.ownContact();
    const fields = [
      { name: "first_name", label: t("firstName"), value: own.first_name, required: true },
      { name: "phone_number", label: t("phone"), value: own.phone_number, required: true },
    ];
    return ask(t("contact"), fields, t("send"));
  },
  poll: async () => {
    const fields = [
      { name: "question", label: t("question"), required: true },
      { name: "options", label: t("options"), lines: true, required: true },
    ];
    const poll = await ask(t("poll"), fields, t("send"));
    return poll && { question: poll.question, options: poll.options.split("\n").map((line) => line.trim()).filter(Boolean) };
  },
};
