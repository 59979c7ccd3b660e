// Messages that a page heard of and has no row of yet. Where the gate pushes rows, they are waited for a little before
// they are asked for; where one was waited for in vain, the next ones are asked for at once, until rows come again.
export class News {
  heard = new Map(); // id: when it was heard of (ms)
  altered = new Set(); // ids that changed since
  pushed = false; // whether rows come by themselves
  patience = 400; // ms in which one does

  get size() {
    return this.heard.size;
  }

  hear(ids) {
    const now = performance.now();
    for (const id of ids.map(String)) if (!this.heard.has(id)) this.heard.set(id, now);
  }

  // They may have been drawn before they changed: a row that comes by itself does not count.
  change(ids) {
    for (const id of ids) if (this.heard.has(id)) this.altered.add(id);
  }

  // Rows of these came by themselves. Returns whether a row is to be shown.
  come(ids) {
    this.pushed = true;
    for (const id of ids.map(String)) if (!this.altered.has(id)) this.heard.delete(id);
    return (row) => !this.altered.has(row.dataset.id);
  }

  // ms until the first of them is to be asked for.
  wait() {
    if (!this.pushed || !this.size) return 0;
    const [first] = this.heard.values(); // a Map keeps the order in which they were heard of
    return first + this.patience - performance.now();
  }

  // Takes those to ask for now, newest first, `asked` at most; of what is left, the newest `most` are kept.
  take(asked, most) {
    const heard = performance.now() - (this.pushed ? this.patience - 5 : 0); // timers may fire a moment early
    const due = [...this.heard.keys()].filter((id) => this.heard.get(id) <= heard).sort((a, b) => b - a);
    const ids = due.slice(0, asked);
    const again = ids.some((id) => this.altered.has(id));
    if (ids.some((id) => !this.altered.has(id))) this.pushed = false;
    for (const id of [...ids, ...due.slice(most)]) {
      this.heard.delete(id);
      this.altered.delete(id);
    }
    return { ids, again };
  }
}
