// State → the nodes and edges on screen.

const MOST = 400;
/** More nodes than this are never brought in at once: a bigger picture tells nobody anything. */

const HOME = new Map(DATA.drawn.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));

const off = (group, name) => state.off.has(`${group}:${name}`);

const showsNode = (number) => {
  const node = NODES[number];
  return !off("kind", node.kind) && !(node.kind === "event" && off("type", node.type));
};

/** Says whether an edge passes all filters but those of its ends. */
function showsEdge(edge) {
  if (off("factuality", edge.factuality) || (edge.derived && off("link", "derived"))) return false;
  if (edge.confidence !== null && edge.confidence < state.confidence) return false;
  if (edge.evidence.length && ![...publishersOf(edge.evidence)].some((name) => !off("source", name))) return false;
  const dates = datesOf(edge);
  return dates.length ? dates.some(inTime) : state.undated;
}

const inTime = (date) =>
  (!state.from || date >= state.from) && (!state.to || date.slice(0, state.to.length) <= state.to);

const passing = (number) => {
  const edge = EDGES[number];
  return showsNode(edge.from) && showsNode(edge.to) && showsEdge(edge);
};

/** Nodes up to so many hops from one, nearest first, and whether some were left out. */
function neighbourhood(node, hops) {
  const found = new Map([[node, 0]]);
  for (const at of found.keys()) {
    if (found.get(at) >= hops) continue;
    for (const number of TOUCHING[at]) {
      const next = across(EDGES[number], at);
      if (!found.has(next) && passing(number)) {
        if (found.size >= MOST) return { nodes: new Set(found.keys()), more: true };
        found.set(next, found.get(at) + 1);
      }
    }
  }
  return { nodes: new Set(found.keys()), more: false };
}

/** The nodes of a shortest path by what the filters let through, or null. */
function pathBetween(start, end) {
  const before = new Map([[start, null]]);
  for (const at of before.keys()) {
    if (at === end) break;
    for (const number of TOUCHING[at]) {
      const next = across(EDGES[number], at);
      if (!before.has(next) && passing(number)) before.set(next, at);
    }
  }
  if (!before.has(end)) return null;
  const path = [];
  for (let at = end; at !== null; at = before.get(at)) path.unshift(at);
  return path;
}

const path = ({ node, target }) => ({ nodes: new Set(pathBetween(node, target) || [node, target]) });

/** The overview: what was chosen first, what was asked for since, and facts that the filters let in between them. */
function overview() {
  const nodes = new Set([...HOME.keys(), ...state.grown].filter(showsNode));
  const more = FACTUALITIES.slice(1).some((name) => !off("factuality", name)) ? newlyShown(nodes) : [];
  more.forEach((node) => nodes.add(node));
  const joined = (node) => TOUCHING[node].some((number) => passing(number) && nodes.has(across(EDGES[number], node)));
  const kept = isFiltered() ? [...nodes].filter(joined) : nodes;
  return { nodes: new Set(kept), more: false };
}

function newlyShown(nodes) {
  const found = [];
  for (let node = 0; node < NODES.length && found.length < MOST; node += 1) {
    if (!isFact(node) || NODES[node].factuality === "asserted" || nodes.has(node) || !showsNode(node)) continue;
    if (TOUCHING[node].some((n) => passing(n) && nodes.has(across(EDGES[n], node)))) found.push(node);
  }
  return found;
}

function answer(id) {
  const { picks } = QUESTIONS.find((question) => question.id === id);
  const nodes = new Set();
  const facts = new Set();
  let more = false;
  NODES.forEach((node, number) => {
    if (!isFact(number) || !picks(node, number) || !showsNode(number)) return;
    const links = TOUCHING[number].filter(
      (n) => passing(n) && (EDGES[n].label === "claimedIn" || !isFact(across(EDGES[n], number))),
    );
    const around = links.map((n) => across(EDGES[n], number));
    if (!around.length) return;
    if (nodes.size + around.length >= MOST) more = true;
    else facts.add(number) && [number, ...around].forEach((each) => nodes.add(each));
  });
  return { nodes, more, facts };
}

/** { nodes, edges, more }: what is on screen now. */
function visible() {
  const { view } = state;
  let found;
  if (view.name === "focus") found = neighbourhood(view.node, view.hops);
  else if (view.name === "path") found = path(view);
  else if (view.name === "question") found = answer(view.question);
  else found = overview();
  const { nodes, facts } = found;
  const asked = (edge) => !facts || facts.has(edge.from) || facts.has(edge.to);
  const edges = [];
  for (const node of nodes)
    for (const number of TOUCHING[node]) {
      const edge = EDGES[number];
      if (edge.from === node && nodes.has(edge.to) && passing(number) && asked(edge)) edges.push(number);
    }
  return { nodes, edges: edges.sort((a, b) => a - b), more: Boolean(found.more) };
}
