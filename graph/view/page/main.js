// Puts the page together and says when it stands.

let network = null;

/** Shows a node or an edge in the panel and in the picture. */
function select({ node, edge }) {
  if (node !== undefined) {
    showNode(node);
    if (nodeSet.get(node)) network.selectNodes([node]);
  } else if (edge !== undefined) {
    showEdge(edge);
    if (edgeSet.get(edge)) network.selectEdges([edge]);
  }
}

function ready() {
  document.body.dataset.nodes = nodeSet.length;
  document.body.dataset.edges = edgeSet.length;
  document.body.dataset.state = "ready";
}

network = draw(ready);
network.on("click", ({ nodes, edges }) => {
  if (nodes.length) select({ node: nodes[0] });
  else if (edges.length) select({ edge: edges[0] });
});
document.getElementById("summary").textContent =
  `${NODES.length} things and facts, ${EDGES.length} links, ${DATA.articles.length} articles`;

/** For tests and for the browser's console: where a drawn thing stands on the screen. */
window.newsgraph = {
  placeOf(label) {
    const found = nodeSet.get().find((node) => node.label === label);
    const { left, top } = document.getElementById("picture").getBoundingClientRect();
    const { x, y } = network.canvasToDOM(network.getPosition(found.id));
    return [left + x, top + y];
  },
};
