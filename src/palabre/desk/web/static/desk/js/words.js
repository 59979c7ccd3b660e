// The words of the scripts come from the server, in the person's language (palabre/desk/web/words.py).
const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");
const words = read("desk-words");

export const keys = read("desk-keys");

export function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const number = (value) => new Intl.NumberFormat(document.documentElement.lang).format(value);
