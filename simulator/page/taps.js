// Presses that wait for the bot's answer (answerCallbackQuery).

import { act } from "./net.js";
import { alertBox, toast } from "./popup.js";
import { t } from "./words.js";

const PATIENCE = 30000;
const early = new Map(); // answers that came before the id of their press
const open = new Map(); // callback id -> what to do once answered

/** Presses of one chat: who waits, and what was pressed last on each message. */
export class Taps {
  constructor(user, changed, host) {
    this.user = user;
    this.changed = changed;
    this.host = host;
    this.waiting = new Map();
    this.last = new Map();
  }

  /** Whether this button of this message still waits. */
  waits(messageId, data) {
    return (this.waiting.get(`${messageId} ${data}`) ?? 0) > 0;
  }

  /** Press; `forged` when no button of the message has this data any more. */
  async press(messageId, data, words, forged = false) {
    this.last.set(messageId, { data, words });
    this.count(messageId, data, 1);
    const done = () => this.count(messageId, data, -1);
    try {
      const { callback_id: id } = await act(this.user, "tap", { message_id: messageId, data, forged });
      expect(id, done, this.host());
    } catch (refused) {
      done();
      toast(t("failed", { why: refused.message }), "failure");
    }
  }

  count(messageId, data, by) {
    const key = `${messageId} ${data}`;
    this.waiting.set(key, (this.waiting.get(key) ?? 0) + by);
    this.changed(messageId, data);
  }
}

function expect(id, done, host) {
  const timer = setTimeout(() => {
    if (open.delete(id)) {
      done();
      toast(t("tapUnanswered"), "failure", host);
    }
  }, PATIENCE);
  open.set(id, () => {
    clearTimeout(timer);
    done();
    return host;
  });
  if (early.has(id)) answered(id, early.get(id));
}

/** The bot has answered a press of anybody on this page. */
export function answered(id, answer) {
  const done = open.get(id);
  if (!done) {
    early.set(id, answer);
    setTimeout(() => early.delete(id), PATIENCE);
    return;
  }
  early.delete(id);
  open.delete(id);
  const host = done();
  if (answer.text && answer.show_alert) alertBox(answer.text);
  else if (answer.text) toast(answer.text, "toast", host);
}
