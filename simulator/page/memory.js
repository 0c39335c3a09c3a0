// What the browser remembers: which chats are open (in the address), what has been read.

const KEY = "read";

const counts = () => JSON.parse(localStorage.getItem(KEY) ?? "{}");

/** How many messages of the bot this person has not looked at. */
export function unreadOf(person) {
  return Math.max(0, person.incoming - (counts()[person.id] ?? 0));
}

/** All that arrived so far has been seen. */
export function markRead(person) {
  localStorage.setItem(KEY, JSON.stringify({ ...counts(), [person.id]: person.incoming }));
}

/** Other data than last time (fewer messages than were read): count from there. */
export function forget(people) {
  const kept = counts();
  for (const person of people.values()) {
    if ((kept[person.id] ?? 0) > person.incoming) kept[person.id] = person.incoming;
  }
  localStorage.setItem(KEY, JSON.stringify(kept));
}

/** The chats of the address: `#101,102`. */
export const openUsers = () => location.hash.slice(1).split(",").filter(Boolean).map(Number);

/** Put the open chats into the address, so that reload and the back button keep them. */
export function rememberOpen(users) {
  const hash = users.length ? `#${users.join(",")}` : location.pathname;
  if (hash !== (location.hash || location.pathname)) history.pushState(null, "", hash);
}
