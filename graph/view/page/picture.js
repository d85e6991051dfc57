// The drawing: vis-network with fixed places, in the colours of the style sheet.

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const GIVEN = new Map(DATA.drawn.nodes.map((node) => [node.id, node]));
const FEW_LINKS = 70;
/** Up to so many links carry their words in the picture; with more only those of the chosen node do. */
const MOST_LETTERS = 40;

/** Node → where it stands in the picture, and how many links it has there. */
const spots = new Map();

let network = null;
let palette = {};
/** How much greater than on screen the picture is drawn now. */
let finer = 1;
/** The palette that the drawn links have. */
let coloured = null;

const sizeOf = (degree) => Math.round(7 + 2.1 * Math.sqrt(Math.min(degree, 100)));

/** The label that fits a picture, as the first view has it. */
function shortLabel(node) {
  const name =
    node.kind === "event" && node.type !== "Event" ? (node.type === "Act" ? node.surface : node.type) : node.label;
  const letters = Array.from((name || node.label).split(/\s+/).join(" ").trim());
  return letters.length <= MOST_LETTERS ? letters.join("") : `${letters.slice(0, MOST_LETTERS - 1).join("").trimEnd()}…`;
}

/** Shapes that vis-network has only with a text inside. */
const DRAWN = {
  ellipse: (pen, x, y, size) => pen.ellipse(x, y, size * 1.2, size * 0.7, 0, 0, 2 * Math.PI),
  tag: (pen, x, y, size) => pen.roundRect(x - size, y - size * 0.6, size * 2, size * 1.2, size * 0.4),
};

/** What makes vis-network draw one of them. */
const renderer =
  (outline) =>
  ({ ctx, x, y, style }) => ({
    drawNode() {
      ctx.globalAlpha = style.opacity ?? 1;
      ctx.beginPath();
      outline(ctx, x, y, style.size);
      Object.assign(ctx, { fillStyle: style.color, strokeStyle: style.borderColor, lineWidth: style.borderWidth });
      ctx.fill();
      ctx.stroke();
    },
    nodeDimensions: { width: style.size * 2.4, height: style.size * 1.4 },
  });

const shapeOf = (kind) => {
  const { shape } = DATA.kinds[kind];
  return Object.hasOwn(DRAWN, shape) ? { shape: "custom", ctxRenderer: renderer(DRAWN[shape]) } : { shape };
};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = [...Object.keys(DATA.kinds), "ink", "faint", "ground", "raised", "link", "accent"];
  palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function nodeLook(id, spot, degree) {
  const node = NODES[id];
  const dashed = node.kind === "claim" || (isFact(id) && node.factuality !== "asserted");
  const hollow = dashed || node.kind === "position";
  const own = palette[node.kind];
  const ground = hollow ? palette.raised : own;
  return {
    id,
    size: (state.view.name === "overview" && GIVEN.get(id)?.size) || sizeOf(degree),
    ...shapeOf(node.kind),
    ...spot,
    color: { background: ground, border: own, highlight: { background: ground, border: palette.ink } },
    ...(hollow ? { borderWidth: 1.5 } : {}),
    ...(dashed ? { shapeProperties: { borderDashes: [3, 2] } } : {}),
  };
}

function edgeLook(number) {
  const edge = EDGES[number];
  const arrows = edge.both ? "to, from" : DATA.inward.includes(edge.label) ? "from" : "to";
  const dashes = edge.derived ? [7, 5] : edge.factuality === "asserted" ? null : [2, 4];
  return { id: number, from: edge.from, to: edge.to, arrows, ...(dashes ? { dashes } : {}) };
}

/** Links of a heavy picture have no heads: nobody could tell them apart, and they take longest to draw. */
const headless = (look) => ({ ...look, arrows: "" });

const degreesOf = (edges) => {
  const degrees = new Map();
  for (const number of edges)
    for (const end of [EDGES[number].from, EDGES[number].to]) degrees.set(end, (degrees.get(end) || 0) + 1);
  return degrees;
};

/** Puts nodes and edges on screen at their places, and takes the others off. */
function put({ nodes, edges }, places) {
  emphasise(null);
  const degrees = degreesOf(edges);
  const kept = new Set(edges);
  const looks = edges.map(edgeLook).map(nodes.size + edges.length > HEAVY ? headless : (look) => look);
  nodeSet.remove(nodeSet.getIds().filter((id) => !nodes.has(id)));
  edgeSet.remove(edgeSet.getIds().filter((id) => !kept.has(id)));
  nodeSet.update([...nodes].map((id) => nodeLook(id, places.get(id), degrees.get(id) || 0)));
  edgeSet.update(looks);
  spots.clear();
  for (const id of nodes) spots.set(id, { ...places.get(id), degree: degrees.get(id) || 0 });
  if (network === null) startPicture();
  else if (coloured !== palette) edgeSet.update(edges.map(strength));
  coloured = palette;
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
  if (!before.nodes && !now.nodes) return;
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

const linkColour = (opacity) => ({ color: palette.link, highlight: palette.accent, opacity });
const strength = (id) => ({ id, color: linkColour(fades(outstanding.edges, id) ? 0.2 : 1) });

/** The picture of what was put, which tells what is clicked in it. */
function startPicture() {
  const place = document.getElementById("picture");
  const { edges, ...options } = DATA.drawn.options;
  const data = { nodes: nodeSet, edges: edgeSet };
  network = new vis.Network(place, data, { ...options, edges: { ...edges, color: linkColour(1) } });
  network.on("click", ({ nodes }) => nodes.length && choose({ node: nodes[0] }));
  network.on("dragging", ({ nodes }) => nodes.forEach((id) => Object.assign(spots.get(id), network.getPosition(id))));
  network.on("afterDrawing", (pen) => {
    drawNames(pen, finer);
    arrive();
  });
  startMoving();
  network.on("doubleClick", ({ nodes }) => nodes.length && focusOn(nodes[0]));
}

/** Fits the view to what is on screen, never closer than reading distance. */
function fit() {
  aimed = null;
  network.fit({ animation: false, maxZoomLevel: 1.3 });
  network.moveTo({ scale: network.getScale() * 0.97 });
}

/** Draws what is on screen finer, hands it over, and draws it as it was. */
function drawFiner(times, use) {
  const { clientWidth: width, clientHeight: height } = canvasOf();
  const { scale, ...position } = drawnView();
  finer = times;
  network.setSize(`${width * times}px`, `${height * times}px`);
  network.moveTo({ position, scale: scale * times, animation: false });
  network.redraw();
  use(canvasOf());
  finer = 1;
  network.setSize("100%", "100%");
  network.moveTo({ position, scale, animation: false });
  network.redraw();
}
