// Puts the page together: the state changes, the picture, the panel and the address follow.

const trail = document.getElementById("trail");

/** A short message above the picture. */
function say(text) {
  document.getElementById("said").textContent = text;
}

/** Shows what the state asks for. */
function refresh(fitted = true) {
  const now = visible();
  const { view } = state;
  const own =
    view.name === "overview"
      ? null
      : view.name === "path"
        ? line([...now.nodes])
        : arrange(now.nodes, now.edges, view.node);
  put(now, own || atHome(now.nodes));
  if (fitted) fit();
  markQuestion();
  markLegend();
  showTrail(now);
  if (state.tab === "table") showTable(now.edges);
  choose(state.selected || (view.name === "focus" ? { node: view.node } : null), true);
}

/** Shows a node, an edge or nothing in the panel, and brings it out in the picture. */
function choose(selected, quiet = false) {
  if (!quiet && selected?.node !== undefined && (chosenForMerge(selected.node) || chosenForPath(selected.node))) return;
  state.selected = selected;
  if (selected === null) showIntroduction();
  else if (selected.node !== undefined) showNode(selected.node);
  else showEdge(selected.edge);
  if (selected !== null) openSide(false);
  if (state.tab === "picture") pointOut(selected);
  writeHash();
}

/** Brings the choice out in the picture; the middle of a focus stands out by itself. */
function pointOut(selected) {
  const middle = state.view.name === "focus" && selected?.node === state.view.node;
  const drawn =
    selected !== null && (selected.node !== undefined ? nodeSet.get(selected.node) : edgeSet.get(selected.edge));
  emphasise(drawn && !middle ? selected : null);
  if (network.getSelectedNodes().length + network.getSelectedEdges().length) network.unselectAll();
  if (drawn && !middle)
    network.setSelection(selected.node !== undefined ? { nodes: [selected.node] } : { edges: [selected.edge] });
}

function focusOn(node, hops = 1) {
  state.view = { name: "focus", node, hops };
  state.selected = { node };
  refresh();
}

function grow(step) {
  state.view = { ...state.view, hops: Math.max(1, state.view.hops + step) };
  refresh();
}

/** Brings a node's neighbours into the overview. */
function expand(node) {
  const around = [...neighbourhood(node, 1).nodes];
  state.grown = [...new Set([...state.grown, ...around])];
  if (state.view.name !== "overview") state.view = { name: "overview" };
  state.selected = { node };
  refresh(false);
}

let pathFrom = null;

function startPath(node) {
  pathFrom = node;
  say(`Click or find the other end of the path from ${NODES[node].label} (Escape: leave it)`);
}

/** Takes a chosen node as the other end of a path; says whether it was one. */
function chosenForPath(node) {
  if (pathFrom === null) return false;
  state.view = { name: "path", node: pathFrom, target: node };
  state.selected = null;
  pathFrom = null;
  refresh();
  return true;
}

function undoFilters() {
  Object.assign(state, { off: new Set(STARTS_OFF), confidence: 0, from: "", to: "", undated: true });
  refresh();
}

function goBack() {
  pathFrom = merging = null;
  state.view = { name: "overview" };
  state.selected = null;
  refresh();
}

/** One line on what is shown and how to go on. */
function showTrail(now) {
  const { view } = state;
  const parts = [];
  if (view.name === "focus")
    parts.push(
      "Around ",
      told(NODES[view.node].label),
      `, ${count(view.hops, "hop", "hops")} `,
      button("−", () => grow(-1), { "aria-label": "One hop less", disabled: view.hops < 2 }),
      button("+", () => grow(1), { "aria-label": "One hop more" }),
    );
  if (view.name === "path")
    parts.push(
      now.edges.length ? "Path from " : "No path from ",
      told(NODES[view.node].label),
      " to ",
      told(NODES[view.target].label),
    );
  if (view.name === "question") parts.push(QUESTIONS.find((question) => question.id === view.question).text);
  if (view.name !== "overview") parts.push(button("← overview", goBack, { id: "overview" }));
  if (isFiltered()) parts.push(button("Undo filters", undoFilters, { id: "unfilter" }));
  document.getElementById("empty").hidden = now.nodes.size > 0;
  const shown = `${count(now.nodes.size, "node", "nodes")}, ${count(now.edges.length, "link", "links")} shown`;
  const rest = now.more ? "; there are more: filter, or ask newsgraph serve" : "";
  trail.replaceChildren(el("p", {}, parts.length ? [...parts, " · "] : "", shown + rest), el("p", { id: "said" }));
}

function ready() {
  document.body.dataset.nodes = nodeSet.length;
  document.body.dataset.edges = edgeSet.length;
  document.body.dataset.state = "ready";
}

function start() {
  readHash();
  buildActions();
  setTheme(state.theme);
  buildQuestions();
  buildLegend();
  showSummary();
  setTab(state.tab);
  refresh();
  if (state.tab === "table") ready();
  else network.once("afterDrawing", ready);
  addEventListener("hashchange", () => {
    readHash();
    setTheme(state.theme);
    setTab(state.tab);
    refresh();
  });
}

start();

/** Where a drawn node stands on the screen, by its label: for those who drive the page by program. */
window.newsgraph = {
  placeOf(label) {
    const found = nodeSet.get().find((node) => [NODES[node.id].label, shortLabel(NODES[node.id])].includes(label));
    const { left, top } = document.getElementById("picture").getBoundingClientRect();
    const { x, y } = network.canvasToDOM(network.getPosition(found.id));
    return [left + x, top + y];
  },
};
