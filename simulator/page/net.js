// The people API of the local Telegram, over HTTP and server-sent events.

/** The server said no; `message` is its sentence. */
export class Refused extends Error {}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refused("no connection");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(body.error ?? answer.statusText);
  return body;
}

export const get = (path) => call(path);

export const post = (path, body = {}) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** What the person of this chat does: `act(7, "text", {text: "..."})`. */
export const act = (user, verb, body) => post(`/sim/chats/${user}/${verb}`, body);

/** Send files; several are an album. */
export function sendFiles(user, kind, files, caption) {
  const form = new FormData();
  form.append("kind", kind);
  if (caption) form.append("caption", caption);
  for (const file of files) form.append("file", file, file.name);
  return call(`/sim/chats/${user}/files`, { method: "POST", body: form });
}

/** Where a file may be looked at. */
export const fileAddress = (id) => `/sim/files/${encodeURIComponent(id)}`;

/** Hear all news from event number `after` on; reconnects by itself.
 *  A hidden tab lets go of its stream, for a browser opens only six connections to one server. */
export function listen(after, { hello, news, clock, state }) {
  let last = after;
  let pause = 500;
  let source = null;
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/sim/events/stream?after=${last}`);
    source.addEventListener("hello", (event) => {
      pause = 500;
      state(true);
      hello(JSON.parse(event.data));
    });
    source.addEventListener("news", (event) => {
      if (event.lastEventId) last = Number(event.lastEventId);
      news(JSON.parse(event.data));
    });
    source.addEventListener("clock", (event) => clock(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      close();
      state(false);
      setTimeout(open, pause);
      pause = Math.min(pause * 2, 8000);
    });
  };
  const close = () => {
    source?.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  open();
}
