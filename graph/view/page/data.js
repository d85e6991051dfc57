// What the page knows: nodes and edges by number, who touches whom, and texts counted in code points.

const DATA = JSON.parse(document.getElementById("data").textContent);
const NODES = DATA.nodes;
const EDGES = DATA.edges;

/** Node → the numbers of its edges. */
const TOUCHING = NODES.map(() => []);
EDGES.forEach((edge, number) => {
  TOUCHING[edge.from].push(number);
  if (edge.to !== edge.from) TOUCHING[edge.to].push(number);
});

const FACT_KINDS = new Set(["event", "claim", "position"]);

/** The other end of an edge. */
const across = (edge, node) => (edge.from === node ? edge.to : edge.from);

const points = new Map();

/** The code points of an article's text, split once. */
function codePoints(article) {
  if (!points.has(article)) points.set(article, Array.from(DATA.articles[article].text || ""));
  return points.get(article);
}

/** The exact words of a sentence, by its number. */
const exact = (sentence) => DATA.sentences[sentence][3];

/** "coOrganisedWith" → "co organised with". */
const words = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** The words for an edge's label. */
const linkWords = (label) => (Object.hasOwn(DATA.links, label) ? DATA.links[label] : words(label));

/** An element with attributes and children; texts become text nodes, never markup. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && key !== "list") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A text from an article, kept apart from the direction of the text around it. */
const told = (text) => el("bdi", {}, text);
