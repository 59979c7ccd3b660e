// The words of the scripts come from the server, in the person's language (palabre/desk/web/words.py).
const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");
const words = read("desk-words");

export const keys = read("desk-keys");

export function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// Moments on a clock of twenty-four hours, in the person's own time zone, as the server writes them.
export function clock(options = {}) {
  const timeZone = document.body.dataset.zone || undefined;
  return new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone, ...options });
}

export const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);
