// The time slider: events over the dates that their texts fix, and two thumbs that keep the dates between them.

const DATES = [...new Set(EDGES.map(dateOf).filter(Boolean))].sort();
const MOST_BARS = 40;

function buildTimes() {
  const times = document.getElementById("times");
  if (!DATES.length) {
    times.append(el("p", { className: "hint" }, "No event here has a date that its text fixes."));
    return;
  }
  const undated = el("input", {
    type: "checkbox",
    id: "undated",
    onchange: () => {
      state.undated = undated.checked;
      refresh();
    },
  });
  times.append(
    el("div", { className: "span" }, histogram(), thumb("from", "From"), thumb("to", "To")),
    el(
      "div",
      { className: "ends" },
      el("output", { id: "time-from-out", htmlFor: "time-from" }),
      el("output", { id: "time-to-out", htmlFor: "time-to" }),
    ),
    el("label", {}, undated, el("span", {}, "also what has no date")),
  );
}

function thumb(name, label) {
  const slider = el("input", {
    type: "range",
    id: `time-${name}`,
    "aria-label": `${label} this date`,
    min: "0",
    max: String(DATES.length - 1),
    step: "1",
    oninput: () => {
      setTime(name, Number(slider.value));
      refresh();
    },
  });
  return slider;
}

function setTime(name, place) {
  const end = name === "from" ? 0 : DATES.length - 1;
  state[name] = place === end ? "" : DATES[place];
  if (state.from && state.to && state.from > state.to) state[name === "from" ? "to" : "from"] = state[name];
}

const barOf = (place, bars) => Math.floor((place * bars) / DATES.length);

/** Events over the dates, as bars above the thumbs. */
function histogram() {
  const bars = Math.min(DATES.length, MOST_BARS);
  const places = new Map(DATES.map((date, place) => [date, barOf(place, bars)]));
  const heights = new Array(bars).fill(0);
  NODES.forEach((node) => {
    const bar = node.kind === "event" ? places.get(node.date || node.earliest) : undefined;
    if (bar !== undefined) heights[bar] += 1;
  });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "bars");
  svg.setAttribute("viewBox", `0 0 ${bars} 20`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(...heights, 1);
  heights.forEach((height, at) => {
    const bar = document.createElementNS(SVG, "path");
    bar.setAttribute("d", `M${at + 0.1} 20v${(-18 * height) / most}h.8V20z`);
    svg.append(bar);
  });
  return svg;
}

/** Fades the bars that the thumbs leave out. */
function markTimes() {
  const bars = [...document.querySelectorAll(".bars path")];
  const [from, to] = ["from", "to"].map((name) => DATES.indexOf(state[name]));
  bars.forEach((bar, place) => {
    const before = from >= 0 && place < barOf(from, bars.length);
    const after = to >= 0 && place > barOf(to, bars.length);
    bar.setAttribute("class", before || after ? "out" : "");
  });
  const undated = document.getElementById("undated");
  if (undated) undated.checked = state.undated;
}
