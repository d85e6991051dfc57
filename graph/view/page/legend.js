// The legend is the filter: kinds, classes, sources, standing, confidence, and the time slider.

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  dot: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  square: "M3 3h10v10h-10z",
  triangle: "M8 2l6.5 12h-13z",
  hexagon: "M5 2h6l3.5 6l-3.5 6h-6l-3.5-6z",
  diamond: "M8 1l6 7l-6 7l-6-7z",
  triangleDown: "M8 14l-6.5-12h13z",
  ellipse: "M8 4a7 4 0 1 1 0 8a7 4 0 1 1 0-8z",
  tag: "M3 4h10a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2z",
  star: "M8 1l2 5h5l-4 3.5l1.5 5.5l-4.5-3.5l-4.5 3.5l1.5-5.5l-4-3.5h5z",
};

/** The sign of a kind, as the picture draws it. */
function symbol(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `symbol kind-${kind}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[DATA.kinds[kind].shape]);
  svg.append(path);
  return svg;
}

const LEGEND = [
  {
    group: "kind",
    title: "Kinds",
    open: true,
    of: (tally) => NODES.forEach((node) => tally(node.kind)),
    order: Object.keys(DATA.kinds),
    name: (kind) => DATA.kinds[kind].name,
    sign: symbol,
  },
  {
    group: "factuality",
    title: "Standing",
    open: true,
    of: (tally) => EDGES.forEach((edge) => !edge.derived && tally(edge.factuality)),
    order: FACTUALITIES,
    name: (name) => DATA.standings[name] || name,
  },
  {
    group: "link",
    title: "Links",
    open: true,
    of: (tally) => EDGES.forEach((edge) => edge.derived && tally("derived")),
    name: () => "Worked out from events (dashed)",
  },
  {
    group: "type",
    title: "Classes of events",
    of: (tally) => NODES.forEach((node) => node.kind === "event" && tally(node.type)),
    name: plain,
  },
  {
    group: "source",
    title: "Sources",
    of: (tally) => EDGES.forEach((edge) => publishersOf(edge.evidence).forEach(tally)),
    name: (name) => name,
  },
];

function tallied({ of, order }) {
  const counts = new Map();
  of((name) => counts.set(name, (counts.get(name) || 0) + 1));
  const names = order
    ? order.filter((name) => counts.has(name))
    : [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  return names.map((name) => [name, counts.get(name)]);
}

function buildLegend() {
  const legend = document.getElementById("legend");
  for (const part of LEGEND) {
    const rows = tallied(part);
    if (!rows.length) continue;
    const block = el("details", { open: Boolean(part.open) }, el("summary", {}, part.title));
    block.append(
      el(
        "ul",
        { className: "plain" },
        rows.map(([name, number]) => legendRow(part, name, number)),
      ),
    );
    legend.append(block);
  }
  legend.append(confidenceSlider());
  buildTimes();
}

function legendRow(part, name, number) {
  const box = el("input", {
    type: "checkbox",
    value: `${part.group}:${name}`,
    onchange: () => {
      if (box.checked) state.off.delete(box.value);
      else state.off.add(box.value);
      refresh();
    },
  });
  return el(
    "li",
    {},
    el(
      "label",
      {},
      box,
      part.sign ? part.sign(name) : "",
      el("span", {}, told(part.name(name))),
      el("span", { className: "count" }, number.toLocaleString("en")),
    ),
  );
}

function confidenceSlider() {
  const slider = el("input", {
    type: "range",
    id: "confidence",
    min: "0",
    max: "1",
    step: "0.05",
    oninput: () => {
      state.confidence = Number(slider.value);
      refresh();
    },
  });
  return el(
    "label",
    { className: "slider" },
    el("span", {}, "Confidence at least "),
    el("output", { id: "confidence-out" }),
    slider,
  );
}

const DATES = [...new Set(EDGES.map(dateOf).filter(Boolean))].sort();

function buildTimes() {
  const times = document.getElementById("times");
  if (!DATES.length) {
    times.append(el("p", { className: "hint" }, "No event here has a date that its text fixes."));
    return;
  }
  const slide = (name, label) => {
    const slider = el("input", {
      type: "range",
      id: `time-${name}`,
      min: "0",
      max: String(DATES.length - 1),
      step: "1",
      oninput: () => {
        setTime(name, Number(slider.value));
        refresh();
      },
    });
    return el(
      "label",
      { className: "slider" },
      el("span", {}, `${label} `),
      el("output", { id: `time-${name}-out` }),
      slider,
    );
  };
  const undated = el("input", {
    type: "checkbox",
    id: "undated",
    onchange: () => {
      state.undated = undated.checked;
      refresh();
    },
  });
  times.append(
    histogram(),
    slide("from", "From"),
    slide("to", "to"),
    el("label", {}, undated, el("span", {}, "also what has no date")),
  );
}

function setTime(name, place) {
  const end = name === "from" ? 0 : DATES.length - 1;
  state[name] = place === end ? "" : DATES[place];
  if (state.from && state.to && state.from > state.to) state[name === "from" ? "to" : "from"] = state[name];
}

/** Events over the dates, as bars above the sliders. */
function histogram() {
  const bars = Math.min(DATES.length, 40);
  const heights = new Array(bars).fill(0);
  NODES.forEach((node) => {
    const place = node.kind === "event" ? DATES.indexOf(node.date || node.earliest || "") : -1;
    if (place >= 0) heights[Math.floor((place * bars) / DATES.length)] += 1;
  });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "bars");
  svg.setAttribute("viewBox", `0 0 ${bars} 20`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  const most = Math.max(...heights, 1);
  path.setAttribute("d", heights.map((height, at) => `M${at + 0.1} 20v${(-18 * height) / most}h.8V20z`).join(""));
  svg.append(path);
  return svg;
}

/** Sets every control as the state has it. */
function markLegend() {
  document.querySelectorAll("#legend input[type=checkbox]").forEach((box) => {
    box.checked = !state.off.has(box.value);
  });
  const set = (id, value, shown) => {
    const control = document.getElementById(id);
    if (!control) return;
    control.value = value;
    control.setAttribute("aria-valuetext", shown);
    document.getElementById(`${id}-out`).textContent = shown;
  };
  set("confidence", state.confidence, state.confidence.toFixed(2));
  set("time-from", state.from ? Math.max(DATES.indexOf(state.from), 0) : 0, state.from || DATES[0] || "");
  set("time-to", state.to ? DATES.indexOf(state.to) : DATES.length - 1, state.to || DATES.at(-1) || "");
  const undated = document.getElementById("undated");
  if (undated) undated.checked = state.undated;
}
