// The drawing: vis-network with fixed positions, in the colours of the style sheet.

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function painted(drawn) {
  const node = NODES[drawn.id];
  const own = colour(node.kind);
  const boxed = node.kind === "claim" || node.kind === "position";
  const ground = boxed ? colour("raised") : own;
  return {
    ...drawn,
    color: { background: ground, border: own, highlight: { background: ground, border: colour("ink") } },
    font: { color: colour(node.kind === "topic" ? "topic" : "ink"), size: FACT_KINDS.has(node.kind) ? 12 : 15 },
    shapeProperties: { borderDashes: node.kind === "claim" ? [4, 3] : false },
  };
}

function strung(drawn) {
  const line = { color: colour("link"), highlight: colour("accent") };
  return { ...drawn, color: line, font: { color: colour("faint"), size: 11, strokeColor: colour("ground") } };
}

/** Draws the first view and calls back once it stands. */
function draw(whenDrawn) {
  nodeSet.add(DATA.drawn.nodes.map(painted));
  edgeSet.add(DATA.drawn.edges.map(strung));
  const place = document.getElementById("picture");
  const network = new vis.Network(place, { nodes: nodeSet, edges: edgeSet }, DATA.drawn.options);
  network.once("afterDrawing", whenDrawn);
  network.fit({ animation: false });
  return network;
}
