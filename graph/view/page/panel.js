// The panel: what is known of a node or an edge, each fact with its sentence and its source.

const panel = document.getElementById("panel");
const FIRST_FACTS = 30;
const ORDER = Object.keys(DATA.links);
/** The order in which the parts of a fact are read: who, whom, to whom, about what, where. */

function show(...children) {
  panel.replaceChildren(...children.flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
}

const chip = (text, name) => el("span", { className: `chip ${name || ""}` }, text);

const nodeLink = (number, text) =>
  link(told(text || NODES[number].label), () => choose({ node: number }), {
    href: `#${new URLSearchParams({ at: keyOf(number) })}`,
  });

/** An event by its word alone, where its parts are told beside it. */
function briefly(number) {
  const { surface, label } = NODES[number];
  return [symbol(NODES[number].kind), nodeLink(number, surface && label.startsWith(`${surface}: `) ? surface : label)];
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
  const entries = [...grouped(list, (n) => sameOffice(n) ?? n).values()].map((same) => entry(same, number));
  const rest = entries.slice(FIRST_FACTS);
  const more = rest.length ? el("details", {}, el("summary", {}, `${rest.length} more`), rest) : "";
  return [el("h3", {}, `${title} (${entries.length})`), entries.slice(0, FIRST_FACTS), more];
}

/** An office at a body, as words: several articles may tell of it, and a reader wants it once. */
function sameOffice(n) {
  const fact = factEnd(EDGES[n]);
  if (fact === null || NODES[fact].kind !== "position") return null;
  const ends = TOUCHING[fact].filter((other) => EDGES[other].from === fact).map((other) => EDGES[other].to);
  return [NODES[fact].label, NODES[fact].status, dateOf(EDGES[n]), EDGES[n].factuality, ...ends.sort()].join("~");
}

/** One fact of a thing: which one, in what part, since when, and its sentences. */
function entry(same, number) {
  const [n] = same;
  const edge = EDGES[n];
  const fact = factEnd(edge);
  const date = dateOf(edge);
  const head =
    fact === null
      ? reading(edge)
      : NODES[fact].kind !== "position"
        ? headOf(fact, number)
        : [nodeLink(fact), el("span", { className: "role" }, inPart(fact, edge))];
  const unsure = edge.factuality === "asserted" ? "" : chip(edge.factuality, "unsure");
  return el(
    "div",
    { className: "fact" },
    el("div", {}, head, date ? chip(date) : "", unsure, wrong(...same), another(n, number)),
    proofs(
      same.flatMap((each) => EDGES[each].evidence),
      1,
    ),
  );
}

/** Who makes a claim, as words. */
function speakerOf(claim) {
  const said = TOUCHING[claim].map((n) => EDGES[n]).find((edge) => edge.from === claim && edge.label === "author");
  return said ? NODES[said.to].label : "somebody not named";
}

/** An event or a claim in one line, told from a thing that has a part in it, or from none. */
function headOf(fact, thing = null) {
  const parts = TOUCHING[fact]
    .filter((n) => EDGES[n].from === fact && !EDGES[n].derived && EDGES[n].label !== "claim")
    .sort((a, b) => ORDER.indexOf(EDGES[a].label) - ORDER.indexOf(EDGES[b].label) || a - b);
  const name = (n) => (EDGES[n].to === thing ? told(NODES[thing].label) : nodeLink(EDGES[n].to));
  const role = (n) =>
    EDGES[n].label === "claimedIn"
      ? [" · told by ", nodeLink(EDGES[n].to, speakerOf(EDGES[n].to))]
      : [` · ${linkWords(EDGES[n].label)} `, name(n)];
  const isSpeaker = (n) => EDGES[n].label === "author";
  const open = (NODES[fact].unstated || []).map((part) => ` · ${linkWords(part)}: not stated`);
  const roles = (list) => el("span", { className: "role" }, list.map(role), open);
  if (NODES[fact].kind !== "claim") return [briefly(fact), roles(parts)];
  const speakers = parts.filter(isSpeaker).map((n, place) => [place ? " and " : "", name(n)]);
  const rest = parts.filter((n) => !isSpeaker(n) && EDGES[n].label !== "claimedIn");
  const said = nodeLink(fact, speakers.length ? "said" : "said by somebody not named");
  return [symbol("claim"), el("span", { className: "role" }, speakers, " ", said), roles(rest)];
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
