// What the page knows: nodes and edges by number, who touches whom, and texts counted in code points.

const DATA = JSON.parse(document.getElementById("data").textContent);
const NODES = DATA.nodes;
const EDGES = DATA.edges;
const FACT_KINDS = new Set(["event", "claim", "position"]);

/** Node → the numbers of its edges. */
const TOUCHING = NODES.map(() => []);
EDGES.forEach((edge, number) => {
  TOUCHING[edge.from].push(number);
  if (edge.to !== edge.from) TOUCHING[edge.to].push(number);
});

const isFact = (node) => FACT_KINDS.has(NODES[node].kind);

/** The other end of an edge. */
const across = (edge, node) => (edge.from === node ? edge.to : edge.from);

/** The node that an edge belongs to: its event, claim or position; null for a link between things. */
const factEnd = (edge) => (isFact(edge.from) ? edge.from : isFact(edge.to) ? edge.to : null);

/** The days, months or years of an edge: its fact's, or for a derived link those of its events. */
function datesOf(edge) {
  const fact = factEnd(edge);
  return (fact === null ? edge.dates || [] : [NODES[fact].date || NODES[fact].earliest]).filter(Boolean);
}

/** The first of them, or "" where the text fixes none. */
const dateOf = (edge) => datesOf(edge)[0] || "";

/** The publishers that tell something; all articles without one count as one. */
const publishersOf = (evidence) =>
  new Set(evidence.map(([sentence]) => DATA.articles[DATA.sentences[sentence][0]].publisher || "unnamed source"));

/** "coOrganisedWith" → "co organised with". */
const plain = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** The words for an edge's label. */
const linkWords = (label) => (Object.hasOwn(DATA.links, label) ? DATA.links[label] : plain(label));

/** An IRI's last two parts name a node in addresses, whatever the dataset's base. */
const keyOf = (node) => NODES[node].iri.split("/").slice(-2).join("/");
const BY_KEY = new Map(NODES.map((_, number) => [keyOf(number), number]));

const count = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** Things by a key, in the order in which keys come up. */
function grouped(list, key) {
  const groups = new Map();
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) || []), each]);
  return groups;
}

/** An element with attributes and children; texts become text nodes, never markup. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A part of a running text that does something: a link, so that it wraps as words do. */
function link(content, act, attributes) {
  const click = (event) => {
    event.preventDefault();
    act();
  };
  return el("a", { href: "#", onclick: click, ...attributes, className: `to ${attributes?.className || ""}` }, content);
}

/** A text from an article, kept apart from the direction of the text around it. */
const told = (text) => el("bdi", {}, text);

const button = (text, onclick, attributes) => el("button", { type: "button", onclick, ...attributes }, text);
