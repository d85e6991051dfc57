// The panel: the facts of a node or an edge, each with its exact sentence and its source.

const panel = document.getElementById("panel");

function show(...children) {
  panel.replaceChildren(...children.flat());
  panel.scrollTop = 0;
}

/** The words of a text with one stretch marked; offsets are code points. */
function marked(letters, from, to) {
  const cut = (start, end) => letters.slice(start, end).join("");
  return [cut(0, from), el("mark", {}, cut(from, to)), cut(to)];
}

/** One sentence with its trigger marked, and where it stands. */
function proof([sentence, trigger, filler, antecedent, rule, confidence]) {
  const [article, start, , text] = DATA.sentences[sentence];
  const letters = Array.from(text);
  const body = trigger ? marked(letters, trigger[0] - start, trigger[1] - start) : [text];
  return el("div", {}, el("p", { className: "quote" }, body), sourceLine(article, rule, confidence));
}

function sourceLine(number, rule, confidence) {
  const article = DATA.articles[number];
  const parts = [article.publisher, article.date, article.title || article.identifier].filter(Boolean);
  const line = el("p", { className: "source" });
  parts.forEach((part, place) => line.append(...(place ? [" · "] : []), told(part)));
  if (confidence !== null) line.append(` · confidence ${confidence.toFixed(2)}`);
  if (rule) line.append(" · rule ", told(rule));
  return line;
}

const toNode = (number) =>
  el("button", { className: "to", type: "button", onclick: () => select({ node: number }) }, told(NODES[number].label));

/** An edge as a sentence of its own: subject, link, object. */
function reading(edge) {
  return [toNode(edge.from), ` ${linkWords(edge.label)} `, toNode(edge.to)];
}

function factOf(number) {
  const edge = EDGES[number];
  return el("div", { className: "fact" }, el("div", {}, reading(edge)), edge.evidence.map(proof));
}

function stated(fact) {
  const name = words(fact.predicate.split(/[#/]/).pop());
  const value = fact.value.split("#").pop();
  return el("div", { className: "fact" }, el("div", {}, `${name}: `, told(value)), fact.evidence.map(proof));
}

function showNode(number) {
  const node = NODES[number];
  show(
    el("h2", {}, told(node.label)),
    el("p", {}, el("span", { className: "chip" }, DATA.kinds[node.kind].name), " ",
      el("span", { className: "chip" }, node.type)),
    node.names.length ? el("p", { className: "source" }, "also written: ", told(node.names.join(", "))) : "",
    node.facts.map(stated),
    TOUCHING[number].map(factOf),
  );
}

function showEdge(number) {
  const edge = EDGES[number];
  show(el("h2", {}, reading(edge)), el("p", {}, el("span", { className: "chip" }, edge.factuality)),
    edge.evidence.map(proof));
}
