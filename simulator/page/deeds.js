// What a person can do with one message.

import { act } from "./net.js";
import { toast } from "./popup.js";
import { t } from "./words.js";

/** The entries of a message's menu in this chat. */
export function messageItems(column, message) {
  const { user, composer, taps } = column;
  const id = message.message_id;
  const words = message.text ?? message.caption ?? "";
  const found = [{ sign: "reply", words: t("reply"), role: "reply", press: () => composer.begin("reply", message) }];
  const last = taps.last.get(id);
  if (last) {
    const press = () => taps.press(id, last.data, last.words, !offers(message, last.data));
    found.unshift({ sign: "again", words: t("again", { button: last.words }), role: "tap-again", press });
  }
  if (words) found.push({ sign: "copy", words: t("copy"), role: "copy", press: () => column.copy(words) });
  if (!message.by_bot && words) found.push({ sign: "edit", words: t("edit"), role: "edit", press: () => composer.begin("edit", message) });
  if (words) found.push(...forwards(column, message, words));
  const press = () => tried(() => act(user, "delete", { message_id: id }));
  found.push({ sign: "trash", words: t("delete"), role: "delete", danger: true, press });
  return found;
}

function forwards(column, message, words) {
  return column.hub.others(column.user).map(({ user, name }) => ({
    sign: "forward", words: t("forwardTo", { name }), role: "forward",
    press: () => tried(() => act(user, "text", { text: words, forward_from: author(message) })),
  }));
}

/** Of a forwarded text: a person by id; the bot, or somebody hidden, by name. */
function author(message) {
  const origin = message.forward_origin;
  if (origin?.sender_user_name) return origin.sender_user_name;
  const user = origin?.sender_user ?? message.from;
  return user.is_bot ? user.first_name : user.id;
}

const offers = (message, data) =>
  Boolean(message.reply_markup?.inline_keyboard?.flat().some((one) => one.callback_data === data));

async function tried(work) {
  try {
    await work();
  } catch (refused) {
    toast(t("failed", { why: refused.message }), "failure");
  }
}
