// The exact words behind a fact: a sentence with its trigger marked, its source, and its place in the article.

/** The words of a text with stretches marked; offsets are code points, [start, end, element]. */
function marked(letters, stretches) {
  const pieces = [];
  let at = 0;
  for (const [start, end, make] of stretches.filter(
    ([start, end]) => start >= 0 && end <= letters.length && start < end,
  )) {
    if (start < at) continue;
    pieces.push(letters.slice(at, start).join(""), make(letters.slice(start, end).join("")));
    at = end;
  }
  return [...pieces, letters.slice(at).join("")];
}

const markTrigger = (words) => el("mark", { className: "trigger" }, words);

/** Evidence of several edges, each sentence once, with all its triggers. */
function bySentence(evidence) {
  const found = new Map();
  for (const item of evidence) {
    const [sentence, trigger] = item;
    if (!found.has(sentence)) found.set(sentence, { sentence, triggers: [], items: [] });
    const entry = found.get(sentence);
    entry.items.push(item);
    if (trigger && !entry.triggers.some(([start]) => start === trigger[0])) entry.triggers.push(trigger);
  }
  return [...found.values()];
}

/** Sentences as quotations with their sources; more than a few are folded away. */
function proofs(evidence, open = 2) {
  const all = bySentence(evidence).map(proof);
  if (all.length <= open) return all;
  const rest = el("details", {}, el("summary", {}, count(all.length - open, "more sentence", "more sentences")));
  rest.append(...all.slice(open));
  return [...all.slice(0, open), rest];
}

function proof({ sentence, triggers, items }) {
  const [article, start, , text] = DATA.sentences[sentence];
  const letters = Array.from(text);
  const stretches = triggers.map(([from, to]) => [from - start, to - start, markTrigger]).sort((a, b) => a[0] - b[0]);
  return el(
    "div",
    { className: "proof" },
    el("blockquote", { dir: "auto" }, marked(letters, stretches)),
    sourceLine(article),
    detailLine(items, sentence, triggers),
  );
}

function sourceLine(number, titled = true) {
  const article = DATA.articles[number];
  const parts = [article.publisher, article.date, titled && (article.title || article.identifier)].filter(Boolean);
  return el(
    "p",
    { className: "source" },
    parts.map((part, place) => [place ? " · " : "", told(part)]),
  );
}

function detailLine(items, sentence, triggers) {
  const [, , filler, antecedent, rule, confidence] = items[0];
  const line = el("p", { className: "source" });
  if (antecedent && filler) line.append("“", told(filler), "” stands for “", told(antecedent), "” · ");
  if (confidence !== null) line.append(`confidence ${confidence.toFixed(2)} · `);
  if (rule) line.append("rule ", told(rule), " · ");
  line.append(link("in the article", () => showArticle(sentence, triggers), { role: "button" }));
  return line;
}

/** Only addresses of the web become links: "javascript:" and the like stay text. */
function webAddress(text) {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol) ? text : null;
  } catch {
    return null;
  }
}

/** The article's text with the sentence marked in its place. */
function showArticle(sentence, triggers) {
  const [number, start, end, exact] = DATA.sentences[sentence];
  const article = DATA.articles[number];
  const address = article.url && webAddress(article.url);
  const letters = Array.from(article.text || "");
  const inner = () => {
    const own = letters.length ? letters.slice(start, end) : Array.from(exact);
    const stretches = triggers.map(([from, to]) => [from - start, to - start, markTrigger]);
    return el(
      "span",
      { className: "sentence", id: "place" },
      marked(
        own,
        stretches.sort((a, b) => a[0] - b[0]),
      ),
    );
  };
  const text = letters.length ? marked(letters, [[start, end, inner]]) : [inner()];
  show(
    button("← back", () => choose(state.selected), { className: "to back" }),
    el("h2", {}, told(article.title || article.identifier || "Article")),
    sourceLine(number, false),
    address
      ? el(
          "p",
          { className: "source" },
          el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address),
        )
      : "",
    letters.length
      ? ""
      : el("p", { className: "hint" }, "The article's text is not in this page; this is the sentence."),
    el("div", { className: "article", dir: "auto" }, text),
  );
  document.getElementById("place").scrollIntoView({ block: "center" });
}
