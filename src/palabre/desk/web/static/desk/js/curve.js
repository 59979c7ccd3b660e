// <live-curve>: messages a minute. Gaps in collection stay gaps; the minute under way is drawn dashed.
import uPlot from "../../vendor/uplot/uPlot.esm.js";
import { get } from "./net.js";
import { live } from "./live.js";
import { clock, word } from "./words.js";

const EVERY = 30_000;

class LiveCurve extends HTMLElement {
  connectedCallback() {
    this.place = this.querySelector(".curve-place");
    this.data = JSON.parse(this.querySelector("#curve-data").textContent);
    this.build();
    new ResizeObserver(() => this.chart.setSize(this.size())).observe(this.place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.build());
    setInterval(() => document.hidden || this.refresh(), EVERY);
    live.on("messages", ({ count = 0 }) => this.add(count));
  }

  size() {
    return { width: Math.max(200, this.place.clientWidth), height: this.place.clientHeight || 110 };
  }

  colour(name) {
    const probe = Object.assign(document.createElement("i"), { className: `ink-${name}` });
    this.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  series() {
    const { x, y } = this.data;
    const last = y.length - 1;
    const done = y.map((count, n) => (n === last ? null : count));
    const underWay = y.map((count, n) => (n >= last - 1 ? count : null));
    return [x, done, underWay];
  }

  build() {
    this.chart?.destroy();
    const [line, fill, ink, grid] = ["accent", "fill", "ink", "grid"].map((name) => this.colour(name));
    const axis = { stroke: ink, grid: { stroke: grid, width: 1 }, ticks: { show: false }, font: "12px " + getComputedStyle(this).fontFamily };
    const hours = clock();
    this.chart = new uPlot({
      ...this.size(),
      padding: [8, 12, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      legend: { show: false },
      scales: { y: { range: (_, low, high) => [0, Math.max(4, high * 1.1)] } },
      axes: [
        { ...axis, grid: { show: false }, size: 24, values: (_, moments) => moments.map((moment) => hours.format(moment * 1000)) },
        { ...axis, size: 38, space: 34, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] },
      ],
      series: [
        {},
        { stroke: line, width: 1.75, fill, spanGaps: false, points: { show: false }, paths: uPlot.paths.stepped({ align: 1 }) },
        { stroke: line, width: 1.75, dash: [3, 4], spanGaps: false, points: { show: false }, paths: uPlot.paths.stepped({ align: 1 }) },
      ],
      hooks: { setCursor: [(chart) => this.tell(chart.cursor.idx)] },
    }, this.series(), this.place);
  }

  tell(at) {
    this.note ??= this.querySelector(".curve-note") ?? this.querySelector(".curve-title").appendChild(Object.assign(document.createElement("span"), { className: "curve-note small" }));
    if (at === null || at === undefined) return (this.note.textContent = "");
    const moment = clock().format(this.data.x[at] * 1000);
    const count = this.data.y[at] ?? word("no_data");
    this.note.textContent = `${moment} · ${count}${at === this.data.y.length - 1 ? ` (${word("under_way")})` : ""}`;
  }

  add(count) {
    const last = this.data.y.length - 1;
    if (Date.now() / 1000 >= this.data.x[last] + 60) return this.refresh();
    this.data.y[last] = (this.data.y[last] ?? 0) + count;
    this.due ??= setTimeout(() => ((this.due = null), this.chart.setData(this.series())), 500);
  }

  async refresh() {
    if (this.asking) return;
    this.asking = true;
    try {
      this.data = await get(this.dataset.address);
      this.chart.setData(this.series());
    } catch {
      // asked for again in half a minute
    }
    this.asking = false;
  }
}
customElements.define("live-curve", LiveCurve);
