// The panel: what is known of a node or an edge, each fact with its sentence and its source.

const panel = document.getElementById("panel");
const FIRST_FACTS = 30;

function show(...children) {
  panel.replaceChildren(...children.flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
}

const chip = (text, name) => el("span", { className: `chip ${name || ""}` }, text);

const toNode = (number) => button("", () => choose({ node: number }), { className: `to kind-${NODES[number].kind}` });

function nodeLink(number) {
  const link = toNode(number);
  link.append(told(NODES[number].label));
  return link;
}

/** An edge read from left to right: subject, link, object. */
const reading = (edge) => [nodeLink(edge.from), ` ${linkWords(edge.label)} `, nodeLink(edge.to)];

function chipsOf(node, number) {
  const sources = Math.max(node.sources || 0, sourcesOf(number));
  return el(
    "p",
    { className: "chips" },
    chip(DATA.kinds[node.kind].one, `kind-${node.kind}`),
    node.type !== DATA.kinds[node.kind].one && isFact(number) ? chip(plain(node.type)) : "",
    node.date ? chip(node.end_date && node.end_date !== node.date ? `${node.date} – ${node.end_date}` : node.date) : "",
    node.factuality && node.factuality !== "asserted" ? chip(node.factuality, "unsure") : "",
    node.status ? chip(node.status) : "",
    chip(count(sources, "independent source", "independent sources")),
  );
}

const sourcesOf = (number) => {
  const own = NODES[number].facts.flatMap((fact) => fact.evidence);
  return publishersOf([...own, ...TOUCHING[number].flatMap((n) => EDGES[n].evidence)]).size;
};

function showNode(number) {
  const node = NODES[number];
  show(
    el("h2", {}, node.honorific ? [told(node.honorific), " "] : "", told(node.label)),
    chipsOf(node, number),
    node.names.length
      ? el(
          "p",
          { className: "source" },
          "also written: ",
          node.names.map((n, i) => [i ? ", " : "", told(n)]),
        )
      : "",
    node.kind === "claim" && node.text ? el("blockquote", { dir: "auto" }, node.text) : "",
    node.time ? el("p", { className: "source" }, "when, as written: ", told(node.time)) : "",
    nodeActions(number),
    isFact(number) ? factBody(number) : thingBody(number),
  );
}

function nodeActions(number) {
  const focused = state.view.name === "focus" && state.view.node === number;
  return el(
    "div",
    { className: "buttons" },
    focused ? "" : button("Focus", () => focusOn(number)),
    focused ? button("One hop more", () => grow(1)) : button("Show neighbours", () => expand(number)),
    button("Path to …", () => startPath(number)),
    isFact(number) ? "" : button("Same as …", () => startMerge(number)),
  );
}

/** An event, claim or position: its roles, what is left open, and its sentences. */
function factBody(number) {
  const own = TOUCHING[number].filter((n) => EDGES[n].from === number && !EDGES[n].derived);
  const others = TOUCHING[number].filter((n) => EDGES[n].to === number && !EDGES[n].derived);
  const roles = el("dl", { className: "roles" });
  for (const n of own)
    roles.append(el("dt", {}, linkWords(EDGES[n].label)), el("dd", {}, nodeLink(EDGES[n].to), wrong(n)));
  for (const role of NODES[number].unstated || [])
    roles.append(el("dt", {}, linkWords(role)), el("dd", { className: "open" }, "not stated in the text"));
  for (const n of others)
    roles.append(el("dt", {}, linkWords(EDGES[n].label) + " ←"), el("dd", {}, nodeLink(EDGES[n].from)));
  const evidence = [...own.flatMap((n) => EDGES[n].evidence), ...NODES[number].facts.flatMap((fact) => fact.evidence)];
  return [roles, el("h3", {}, "The words"), proofs(evidence, 3)];
}

/** A person, body, place or topic: its facts, newest sections first in reading order. */
function thingBody(number) {
  const groups = new Map(["position", "event", "claim", "links"].map((name) => [name, []]));
  for (const n of TOUCHING[number]) {
    const fact = factEnd(EDGES[n]);
    if (EDGES[n].derived) continue;
    groups.get(fact === null ? "links" : NODES[fact].kind).push(n);
  }
  const titles = { position: "Positions", event: "Events", claim: "Claims", links: "Ties" };
  const sections = [...groups]
    .filter(([, list]) => list.length)
    .map(([name, list]) => section(titles[name], list, number));
  return [
    NODES[number].facts.length && !groups.get("position").length ? NODES[number].facts.map(stated) : "",
    sections,
  ];
}

function section(title, list, number) {
  list.sort((a, b) => dateOf(EDGES[a]).localeCompare(dateOf(EDGES[b])) || a - b);
  const entries = list.map((n) => entry(n, number));
  const rest = entries.slice(FIRST_FACTS);
  const more = rest.length ? el("details", {}, el("summary", {}, `${rest.length} more`), rest) : "";
  return [el("h3", {}, `${title} (${list.length})`), entries.slice(0, FIRST_FACTS), more];
}

/** One fact of a thing: which one, in what part, since when, and its sentence. */
function entry(n, number) {
  const edge = EDGES[n];
  const fact = factEnd(edge);
  const date = dateOf(edge);
  const head = fact === null ? reading(edge) : [nodeLink(fact), el("span", { className: "role" }, inPart(fact, edge))];
  const unsure = edge.factuality === "asserted" ? "" : chip(edge.factuality, "unsure");
  return el(
    "div",
    { className: "fact" },
    el("div", {}, head, date ? chip(date) : "", unsure, wrong(n), another(n, number)),
    proofs(edge.evidence, 1),
  );
}

/** The part that an edge's other end has in a fact; of an office, where it is held. */
function inPart(fact, edge) {
  const body = TOUCHING[fact]
    .map((n) => EDGES[n])
    .find((other) => other.label === "organization" && other.from === fact);
  return edge.label === "member" && body ? [" at ", nodeLink(body.to)] : ` ${linkWords(edge.label)}`;
}

function stated(fact) {
  const name = plain(fact.predicate.split(/[#/]/).pop());
  return el(
    "div",
    { className: "fact" },
    el("div", {}, `${name}: `, told(fact.value.split("#").pop())),
    proofs(fact.evidence, 1),
  );
}

function showEdge(number) {
  const edge = EDGES[number];
  show(
    el("h2", {}, reading(edge)),
    el(
      "p",
      { className: "chips" },
      chip(edge.factuality, edge.factuality === "asserted" ? "" : "unsure"),
      edge.derived ? chip("worked out from events") : "",
      dateOf(edge) ? chip(dateOf(edge)) : "",
      chip(count(publishersOf(edge.evidence).size, "independent source", "independent sources")),
      wrong(number),
    ),
    proofs(edge.evidence, 5),
  );
}
