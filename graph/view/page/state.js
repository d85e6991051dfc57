// What is on screen, and the same in the address, so that a view can be sent.

const FACTUALITIES = ["asserted", "reported", "planned", "possible", "negated"];

/** Everything that changes the picture. `off` holds what the legend hides, as "kind:place". */
const state = {
  view: { name: "overview" },
  off: new Set(),
  confidence: 0,
  from: "",
  to: "",
  undated: true,
  grown: [],
  selected: null,
  tab: "picture",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
};

/** What is shown on request alone: what is not stated as fact, and whom no article names. */
const STARTS_OFF = [...FACTUALITIES.slice(1).map((name) => `factuality:${name}`), "kind:participant"];

function edgeKey(number) {
  const edge = EDGES[number];
  return [keyOf(edge.from), edge.label, keyOf(edge.to), edge.factuality].join("~");
}

function writeHash() {
  const { view, selected } = state;
  const parts = new URLSearchParams();
  const put = (name, value) => value !== "" && value !== undefined && value !== null && parts.set(name, value);
  if (view.name !== "overview") put("view", view.name);
  if (view.node !== undefined) put("node", keyOf(view.node));
  if (view.hops > 1) put("hops", view.hops);
  if (view.target !== undefined) put("to-node", keyOf(view.target));
  put("question", view.question);
  put("off", sameAsStart() ? "" : [...state.off].sort().join("|") || "-");
  put("confidence", state.confidence || "");
  put("from", state.from);
  put("to", state.to);
  put("undated", state.undated ? "" : "no");
  put("grown", state.grown.map(keyOf).join("|"));
  if (selected) put("at", selected.node !== undefined ? keyOf(selected.node) : edgeKey(selected.edge));
  put("tab", state.tab === "table" ? "table" : "");
  put("theme", state.theme === "dark" ? "dark" : "");
  try {
    history.replaceState(null, "", `#${parts}`);
  } catch {
    // Inside a notebook's frame the address cannot be changed: the view is then not kept.
  }
}

const sameAsStart = () => state.off.size === STARTS_OFF.length && STARTS_OFF.every((name) => state.off.has(name));

/** Says whether more or less is let through than at first. */
const isFiltered = () => !sameAsStart() || state.confidence > 0 || state.from !== "" || state.to !== "" || !state.undated;

function readHash() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const off = parts.get("off");
  state.off = new Set(off === null ? STARTS_OFF : off.split("|").filter((name) => name !== "-"));
  state.view = readView(parts);
  state.confidence = Number(parts.get("confidence")) || 0;
  state.from = parts.get("from") || "";
  state.to = parts.get("to") || "";
  state.undated = parts.get("undated") !== "no";
  state.grown = (parts.get("grown") || "")
    .split("|")
    .map((key) => BY_KEY.get(key))
    .filter((n) => n !== undefined);
  state.selected = readSelected(parts.get("at"));
  state.tab = parts.get("tab") === "table" ? "table" : "picture";
  if (parts.has("theme")) state.theme = parts.get("theme") === "dark" ? "dark" : "light";
}

function readView(parts) {
  const node = BY_KEY.get(parts.get("node"));
  const target = BY_KEY.get(parts.get("to-node"));
  const name = parts.get("view");
  if (name === "focus" && node !== undefined) return { name, node, hops: Number(parts.get("hops")) || 1 };
  if (name === "path" && node !== undefined && target !== undefined) return { name, node, target };
  if (name === "question" && QUESTIONS.some((q) => q.id === parts.get("question")))
    return { name, question: parts.get("question") };
  if (name === null && !location.hash && DATA.focus !== null) return { name: "focus", node: DATA.focus, hops: 1 };
  return { name: "overview" };
}

function readSelected(key) {
  if (!key) return null;
  if (BY_KEY.has(key)) return { node: BY_KEY.get(key) };
  const number = EDGES.findIndex((_, place) => edgeKey(place) === key);
  return number < 0 ? null : { edge: number };
}
