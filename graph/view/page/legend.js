// The legend is the filter: kinds, classes, sources, standing and confidence.

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
  markTimes();
}
