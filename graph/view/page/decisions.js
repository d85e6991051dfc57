// Wrong facts and merges, marked while reading and saved as rows of KG/decisions.csv.

const COLUMNS = ["decision", "left", "left_label", "right", "right_label"];
const decisions = new Map();

const asWords = (edge) => `${NODES[edge.from].label} — ${linkWords(edge.label)} — ${NODES[edge.to].label}`;

/** The switch beside a fact: "wrong" marks each of its statements. */
function wrong(number) {
  const edge = EDGES[number];
  const statements = [...new Set(edge.evidence.map((item) => item[6]).filter(Boolean))];
  if (edge.derived || !statements.length) return "";
  const marks = () => decisions.has(statements[0]);
  const mark = button("wrong?", () => {
    const drop = marks();
    for (const iri of statements)
      if (drop) decisions.delete(iri);
      else decisions.set(iri, { decision: "reject", left: iri, left_label: asWords(edge) });
    paint();
    say(drop ? "No longer marked as wrong." : "Marked as wrong; save it under Decisions.");
  }, { className: "wrong", title: "Mark this fact as wrong" });
  const paint = () => {
    mark.setAttribute("aria-pressed", String(marks()));
    countDecisions();
  };
  paint();
  return mark;
}

let merging = null;

function startMerge(node) {
  merging = node;
  say(`Click or find the node that is the same as ${NODES[node].label} (Escape: leave it)`);
}

/** Takes a chosen node as the other half of a merge; says whether it was one. */
function chosenForMerge(node) {
  if (merging === null) return false;
  const [left, right] = [NODES[merging], NODES[node]];
  if (merging !== node)
    decisions.set(`${left.iri} ${right.iri}`, {
      decision: "same", left: left.iri, left_label: left.label, right: right.iri, right_label: right.label });
  merging = null;
  countDecisions();
  showDecisions();
  return true;
}

function countDecisions() {
  const shown = document.getElementById("decisions");
  if (shown) shown.textContent = decisions.size ? `Decisions (${decisions.size})` : "Decisions";
}

const cell = (text) => `"${(text || "").replace(/"/g, '""').replace(/[\u0000-\u001f]/g, " ")}"`;
const asCsv = () => [COLUMNS.join(","), ...[...decisions.values()].map((row) => COLUMNS.map((name) => cell(row[name])).join(","))].join("\n") + "\n";

function showDecisions() {
  const rows = [...decisions].map(([key, row]) => el("li", { className: "fact" },
    el("strong", {}, row.decision), " ", told(row.left_label), row.right_label ? [" = ", told(row.right_label)] : "", " ",
    button("undo", () => { decisions.delete(key); countDecisions(); showDecisions(); }, { className: "to" })));
  show(el("h2", {}, "Your decisions"),
    el("p", { className: "hint" }, "Mark facts with “wrong?” and nodes with “Same as …”. Add the saved rows to decisions.csv in the graph's folder, and build again."),
    el("ul", { className: "plain" }, rows.length ? rows : el("li", {}, "None yet.")),
    rows.length ? button("Save decisions.csv", () => download("decisions.csv", new Blob([asCsv()], { type: "text/csv" })), { id: "save-decisions" }) : "");
}
