// What the page itself says, in Russian and English.

export const RU = {
  title: "локальный Telegram", local: "локальный Telegram",
  help: "Откройте два чата, например учителя и тьютора, и нажмите СТАРТ: шаг одного сразу придёт другому. Дни пролистывают кнопки сверху.",
  helpTitle: "Чаты нескольких людей рядом",
  help1: "Выберите людей в списке: их чаты встанут рядом.",
  help2: "Нажмите СТАРТ и отвечайте боту за каждого.",
  help3: "Кнопки времени наверху пролистывают часы и дни.",
  people: "Люди", addPerson: "Новый человек", nobody: "Пока никого нет. Добавьте первого человека.",
  clock: "Время", hour: "+1 час", day: "+1 день", week: "+7 дней", hourShort: "+1 ч", dayShort: "+1 д", weekShort: "+7 д", moved: "Сейчас {now}",
  language: "EN", languageLabel: "Switch to English",
  offline: "нет связи, подключаюсь…", unread: "непрочитанных: {count}",
  back: "К списку людей", close: "Закрыть чат", more: "Действия с чатом", log: "Сообщения: {name}",
  start: "СТАРТ", startHint: "Здесь ещё нет сообщений", about: "Что умеет этот бот?",
  write: "Сообщение", send: "Отправить", save: "Сохранить", menu: "Меню", attach: "Прикрепить", noCommands: "Команд пока нет",
  photo: "Фото", document: "Файл", voice: "Голосовое (аудиофайл)", voiceMessage: "Голосовое сообщение", video: "Видео", audio: "Аудио",
  sticker: "Стикер", location: "Геопозиция", contact: "Контакт", poll: "Опрос", dice: "Кубик", remove: "Убрать",
  venue: "Место", unsupported: "Сообщение другого вида",
  typing: "печатает…", uploading: "отправляет файл…", recording: "записывает голосовое…",
  edited: "изменено", you: "Вы",
  messageMenu: "Действия с сообщением", edit: "Изменить", delete: "Удалить", reply: "Ответить",
  forwardTo: "Переслать: {name}", again: "Нажать ещё раз: «{button}»", copy: "Копировать текст", copied: "Скопировано",
  forwarded: "Переслано: {name}", editing: "Изменение сообщения", replying: "В ответ", cancel: "Отмена",
  block: "Заблокировать бота", unblock: "Разблокировать бота", blocked: "Бот заблокирован", blockedShort: "заблокировал бота",
  ok: "Понятно", earlier: "Показать раньше",
  spoiler: "Скрытый текст, показать", download: "Скачать: {name}", whole: "Показать целиком", disabled: "недоступно",
  firstName: "Имя", lastName: "Фамилия", username: "Имя пользователя", seat: "Кто это", seatHint: "учитель, школа № 3",
  startPayload: "Код приглашения", languageCode: "Язык", add: "Добавить",
  phone: "Телефон", question: "Вопрос", options: "Варианты, каждый с новой строки",
  latitude: "Широта", longitude: "Долгота",
  invite: "Кто открывает приглашение?", failed: "Не получилось: {why}",
  tapUnanswered: "Бот не ответил на нажатие",
};

export const EN = {
  title: "local Telegram", local: "local Telegram",
  help: "Open two chats, for example the teacher's and the tutor's, and press START: what one does reaches the other at once. The buttons above turn the days.",
  helpTitle: "Several people's chats side by side",
  help1: "Choose people in the list: their chats stand side by side.",
  help2: "Press START and answer the bot for each of them.",
  help3: "The time buttons above turn hours and days.",
  people: "People", addPerson: "New person", nobody: "Nobody is here yet. Add the first person.",
  clock: "Time", hour: "+1 hour", day: "+1 day", week: "+7 days", hourShort: "+1 h", dayShort: "+1 d", weekShort: "+7 d", moved: "It is {now}",
  language: "RU", languageLabel: "Переключить на русский",
  offline: "no connection, trying again…", unread: "unread: {count}",
  back: "Back to people", close: "Close the chat", more: "Chat actions", log: "Messages: {name}",
  start: "START", startHint: "No messages here yet", about: "What can this bot do?",
  write: "Message", send: "Send", save: "Save", menu: "Menu", attach: "Attach", noCommands: "No commands yet",
  photo: "Photo", document: "File", voice: "Voice (audio file)", voiceMessage: "Voice message", video: "Video", audio: "Audio",
  sticker: "Sticker", location: "Location", contact: "Contact", poll: "Poll", dice: "Die", remove: "Remove",
  venue: "Venue", unsupported: "A message of another kind",
  typing: "is typing…", uploading: "is sending a file…", recording: "is recording…",
  edited: "edited", you: "You",
  messageMenu: "Message actions", edit: "Edit", delete: "Delete", reply: "Reply",
  forwardTo: "Forward to {name}", again: "Press again: “{button}”", copy: "Copy the text", copied: "Copied",
  forwarded: "Forwarded from {name}", editing: "Editing a message", replying: "Reply to", cancel: "Cancel",
  block: "Block the bot", unblock: "Unblock the bot", blocked: "The bot is blocked", blockedShort: "blocked the bot",
  ok: "OK", earlier: "Show earlier",
  spoiler: "Hidden text, show", download: "Download {name}", whole: "Show all of it", disabled: "not available",
  firstName: "First name", lastName: "Last name", username: "Username", seat: "Who is it", seatHint: "teacher, school 3",
  startPayload: "Invitation code", languageCode: "Language", add: "Add",
  phone: "Phone", question: "Question", options: "Options, one a line",
  latitude: "Latitude", longitude: "Longitude",
  invite: "Who opens the invitation?", failed: "That did not work: {why}",
  tapUnanswered: "The bot did not answer the tap",
};

const chosen = localStorage.getItem("language") ?? (/^(ru|be|uk|kk)/i.test(navigator.language) ? "ru" : "en");

export const language = chosen === "en" ? "en" : "ru";
const words = language === "en" ? EN : RU;

/** The words of a key, with {facts} filled in. */
export function t(key, facts = {}) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => String(facts[name] ?? ""));
}

/** Switch between the two languages; the page starts anew with its open chats. */
export function switchLanguage() {
  localStorage.setItem("language", language === "ru" ? "en" : "ru");
  location.reload();
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const timeOfDay = new Intl.DateTimeFormat(language, clock);
const dayOnly = new Intl.DateTimeFormat(language, { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" });
const full = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", year: "numeric", ...clock });
const brief = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", ...clock });

/** 14:05 of an epoch second. */
export const hhmm = (seconds) => timeOfDay.format(seconds * 1000);
/** «вт, 25 нояб. 2025 г., 14:05» of an epoch second. */
export const moment = (seconds) => full.format(seconds * 1000);

/** The same without the year, for narrow screens. */
export const shortMoment = (seconds) => brief.format(seconds * 1000);

/** The caption of a day; the year stands there only when it is another one. */
export function dayName(seconds, now) {
  const date = new Date(seconds * 1000);
  return (date.getFullYear() === new Date(now * 1000).getFullYear() ? dayOnly : dayAndYear).format(date);
}

/** File sizes as people read them. */
export function size(bytes) {
  if (!(bytes >= 0)) return "";
  const [amount, unit] = bytes < 1024 ? [bytes, 0] : bytes < 1048576 ? [bytes / 1024, 1] : [bytes / 1048576, 2];
  const names = language === "en" ? ["B", "KB", "MB"] : ["Б", "КБ", "МБ"];
  return `${amount.toLocaleString(language, { maximumFractionDigits: unit ? 1 : 0 })} ${names[unit]}`;
}
