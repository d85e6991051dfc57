// The first thing that a reader sees: what this is, how to read it, where to begin.

const BEGINNERS = 10;

function showSummary() {
  const { nodes, edges, articles } = DATA.counts;
  const whole = nodes === NODES.length;
  const things = NODES.filter((_, number) => !isFact(number)).length;
  const parts = [
    count(articles, "article", "articles"),
    count(things, "person, body or thing", "people, bodies and things"),
    count(NODES.length - things, "fact", "facts"),
    count(whole ? EDGES.length : edges, "link", "links"),
  ];
  if (!whole) {
    const [here, all] = [NODES.length, nodes].map((number) => number.toLocaleString("en"));
    parts.push(`this page holds the best connected ${here} of ${all} nodes; newsgraph serve has all`);
  }
  document.getElementById("summary").textContent = parts.join(" · ");
}

/** The panel when nothing is chosen: about the view itself. */
function showIntroduction() {
  const { view } = state;
  if (view.name === "question" || view.name === "path") showFactsOnScreen();
  else showStart();
}

function showFactsOnScreen() {
  const { nodes, edges } = visible();
  const facts = [...nodes].filter(isFact).map(factOf);
  const ties = edges.filter((number) => factEnd(EDGES[number]) === null).map(tieOf);
  const told = [...facts, ...ties];
  const title =
    state.view.name === "path" ? "The facts on this path" : QUESTIONS.find((q) => q.id === state.view.question).text;
  show(
    el("h2", {}, title),
    told.length ? told : el("p", {}, "Nothing here states that. Other standings can be switched on under Show."),
  );
}

/** A link between two things with its words. */
function tieOf(number) {
  const edge = EDGES[number];
  return el("div", { className: "fact" }, el("div", {}, reading(edge)), proofs(edge.evidence, 1));
}

/** A fact in one line with its words. */
function factOf(number) {
  const own = TOUCHING[number].filter((n) => EDGES[n].from === number && !EDGES[n].derived);
  const evidence = own.flatMap((n) => EDGES[n].evidence);
  const { factuality } = NODES[number];
  const unsure = factuality && factuality !== "asserted" ? chip(factuality, "unsure") : "";
  return el(
    "div",
    { className: "fact" },
    el("div", {}, headOf(number), unsure),
    proofs(evidence, 1),
  );
}

function showStart() {
  const best = NODES.map((_, number) => number)
    .filter((number) => !isFact(number) && !["topic", "participant"].includes(NODES[number].kind))
    .sort((a, b) => TOUCHING[b].length - TOUCHING[a].length || a - b)
    .slice(0, BEGINNERS);
  show(
    el("h2", {}, "How to read this"),
    el(
      "p",
      {},
      "Every line is something that an article states. Click a node or a line: you see the exact sentence, " +
        "with the word that says it marked, and its source.",
    ),
    el(
      "ul",
      { className: "key" },
      el(
        "li",
        {},
        symbol("person"),
        symbol("organization"),
        symbol("place"),
        " people, bodies and places; the bigger, the more facts",
      ),
      el("li", {}, symbol("event"), " an event: arrows run from who acts to whom it touches"),
      el("li", {}, symbol("claim"), " a claim, hollow and dashed: that somebody said it is the fact"),
      el("li", {}, el("span", { className: "dash" }), " worked out from events, to see ties at one glance"),
    ),
    el("h3", {}, "Best connected"),
    el(
      "ul",
      { className: "plain" },
      best.map((number) => el("li", {}, symbol(NODES[number].kind), nodeLink(number))),
    ),
    el("h3", {}, "Keys"),
    el(
      "p",
      { className: "hint" },
      "/ find · T table · Escape overview · + − zoom · arrows walk along links from the chosen node · " +
        "Enter focus · ? this page",
    ),
  );
}
