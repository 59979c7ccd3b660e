// Calls to the desk: same origin, with the token against forged requests; an answer that is not 2xx is an Answer error.
export class Answer extends Error {
  constructor(status, data) {
    super(data?.said ?? String(status));
    this.status = status;
    this.data = data;
  }
}

async function call(address, options) {
  const response = await fetch(address, { credentials: "same-origin", ...options });
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const body = isJson ? await response.json() : await response.text();
  if (!response.ok || response.redirected) throw new Answer(response.redirected ? 401 : response.status, isJson ? body : null);
  return body;
}

export const get = (address, signal) => call(address, { signal, headers: { "X-Requested-With": "fetch" } });

// Ask until there is an answer: a server that is away or busy is asked again. Null where it refuses.
export async function insist(address, rest = 1000) {
  for (;;) {
    try {
      return await get(address);
    } catch (error) {
      if (error.status < 500) return null;
    }
    await new Promise((done) => setTimeout(done, rest));
  }
}

export function post(address, values = {}) {
  return call(address, {
    method: "POST",
    body: new URLSearchParams(values),
    headers: { "X-CSRFToken": document.body.dataset.csrf },
    keepalive: true, // a decision sent while the tab closes still arrives
  });
}

// Put a row drawn afresh in the place of the old one: who stood in it by the keyboard stands there still.
export function exchange(old, fresh) {
  const places = (row) => [...row.querySelectorAll("a[href], button, summary")];
  const at = places(old).indexOf(document.activeElement);
  old.replaceWith(fresh);
  if (at >= 0) places(fresh)[at]?.focus({ preventScroll: true });
}

// HTML made by our own server, as elements.
export function elements(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}
