// The drawing: vis-network with fixed places, in the colours of the style sheet.

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const GIVEN = new Map(DATA.drawn.nodes.map((node) => [node.id, node]));
const FEW_LINKS = 70;
/** Up to so many links carry their words in the picture; with more only those of the chosen node do. */

let network = null;
let palette = {};

const sizeOf = (degree) => Math.round(7 + 2.1 * Math.sqrt(Math.min(degree, 100)));

/** The label that fits a picture, as the first view has it. */
function shortLabel(node) {
  const name =
    node.kind === "event" && node.type !== "Event" ? (node.type === "Act" ? node.surface : node.type) : node.label;
  const letters = Array.from((name || node.label).split(/\s+/).join(" ").trim());
  return letters.length <= 28 ? letters.join("") : `${letters.slice(0, 27).join("").trimEnd()}…`;
}

const fontOf = (id, degree) => (isFact(id) ? 11 : 15 + Math.min(degree, 6));

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = [...Object.keys(DATA.kinds), "ink", "faint", "ground", "raised", "link", "accent"];
  palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function nodeLook(id, spot, degree) {
  const node = NODES[id];
  const given = (state.view.name === "overview" && GIVEN.get(id)) || {
    id,
    label: shortLabel(node),
    shape: DATA.kinds[node.kind].shape,
    size: sizeOf(degree),
  };
  const hollow = node.kind === "claim" || node.kind === "position";
  const sure = !isFact(id) || node.factuality === "asserted";
  const own = palette[node.kind];
  const ground = hollow || !sure ? palette.raised : own;
  return {
    ...given,
    ...spot,
    borderWidth: hollow || !sure ? 1.5 : 1,
    color: { background: ground, border: own, highlight: { background: ground, border: palette.ink } },
    font: {
      color: palette[node.kind === "topic" ? "topic" : "ink"],
      size: given.font || fontOf(id, degree),
      strokeColor: palette.ground,
      strokeWidth: 3,
    },
    shapeProperties: { borderDashes: node.kind === "claim" || !sure ? [3, 2] : false },
    opacity: 1,
  };
}

function edgeLook(number, worded) {
  const edge = EDGES[number];
  return {
    id: number,
    from: edge.from,
    to: edge.to,
    arrows: edge.both ? "to, from" : DATA.inward.includes(edge.label) ? "from" : "to",
    dashes: edge.derived ? [7, 5] : edge.factuality === "asserted" ? false : [2, 4],
    label: worded ? linkWords(edge.label) : " ",
    color: { color: palette.link, highlight: palette.accent, opacity: 1 },
    font: { color: palette.faint, size: 11, strokeColor: palette.ground, strokeWidth: 3 },
  };
}

const degreesOf = (edges) => {
  const degrees = new Map();
  for (const number of edges)
    for (const end of [EDGES[number].from, EDGES[number].to]) degrees.set(end, (degrees.get(end) || 0) + 1);
  return degrees;
};

/** Puts nodes and edges on screen at their places, and takes the others off. */
function put({ nodes, edges }, places) {
  const degrees = degreesOf(edges);
  const worded = edges.length <= FEW_LINKS;
  const wanted = new Set(edges);
  nodeSet.remove(nodeSet.getIds().filter((id) => !nodes.has(id)));
  edgeSet.remove(edgeSet.getIds().filter((id) => !wanted.has(id)));
  nodeSet.update([...nodes].map((id) => nodeLook(id, places.get(id), degrees.get(id) || 0)));
  edgeSet.update(edges.map((number) => edgeLook(number, worded)));
  outstanding = { nodes: null, edges: null };
}

/** Edges and nodes that stand out now; null: none does, and nothing fades. */
let outstanding = { nodes: null, edges: null };

/** Brings out a node with its neighbours, or an edge with its ends; all others fade. */
function emphasise(selected) {
  const now = { nodes: null, edges: null };
  if (selected !== null) {
    now.edges = new Set(selected.edge === undefined ? TOUCHING[selected.node] : [selected.edge]);
    now.nodes = new Set(selected.node === undefined ? [] : [selected.node]);
    now.edges.forEach((number) => now.nodes.add(EDGES[number].from).add(EDGES[number].to));
  }
  const before = outstanding;
  outstanding = now;
  const changed = (kind) => (id) =>
    fades(before[kind], id) !== fades(now[kind], id) || before[kind]?.has(id) !== now[kind]?.has(id);
  nodeSet.update(
    nodeSet
      .getIds()
      .filter(changed("nodes"))
      .map((id) => ({ id, opacity: fades(now.nodes, id) ? 0.25 : 1 })),
  );
  edgeSet.update(edgeSet.getIds().filter(changed("edges")).map(strength));
}

const fades = (standing, id) => standing !== null && !standing.has(id);

function strength(id) {
  const worded = edgeSet.length <= FEW_LINKS || outstanding.edges?.has(id);
  return {
    id,
    label: worded ? linkWords(EDGES[id].label) : " ",
    color: { color: palette.link, highlight: palette.accent, opacity: fades(outstanding.edges, id) ? 0.2 : 1 },
  };
}

/** An empty picture that tells what is clicked in it. */
function startPicture() {
  const place = document.getElementById("picture");
  network = new vis.Network(place, { nodes: nodeSet, edges: edgeSet }, DATA.drawn.options);
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) choose({ node: nodes[0] });
    else if (edges.length) choose({ edge: edges[0] });
    else choose(null);
  });
  network.on("doubleClick", ({ nodes }) => nodes.length && focusOn(nodes[0]));
}

/** Fits the view to what is on screen, never closer than reading distance. */
function fit() {
  network.fit({ animation: false, maxZoomLevel: 1.3 });
  network.moveTo({ scale: network.getScale() * 1.06 });
}
