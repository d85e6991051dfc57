// Wrong facts and merges, marked while reading and saved as rows of KG/decisions.csv.

const COLUMNS = ["decision", "left", "left_label", "right", "right_label", "who", "when"];
const decisions = new Map();

const asWords = (edge) => `${NODES[edge.from].label} — ${linkWords(edge.label)} — ${NODES[edge.to].label}`;

/** The switch beside a fact: "wrong" marks each of its statements. */
function wrong(...numbers) {
  const edge = EDGES[numbers[0]];
  const evidence = numbers.flatMap((number) => EDGES[number].evidence);
  const statements = [...new Set(evidence.map((item) => item[6]).filter(Boolean))];
  if (edge.derived || !statements.length) return "";
  const marks = () => decisions.has(statements[0]);
  const mark = button(
    "wrong?",
    () => {
      const drop = marks();
      for (const iri of statements)
        if (drop) decisions.delete(iri);
        else decisions.set(iri, { decision: "reject", left: iri, left_label: asWords(edge) });
      paint();
      say(drop ? "No longer marked as wrong." : "Marked as wrong; save it under Decisions.");
    },
    { className: "wrong", title: "Mark this fact as wrong" },
  );
  const paint = () => {
    mark.setAttribute("aria-pressed", String(marks()));
    countDecisions();
  };
  paint();
  return mark;
}

/** The article's own IRI of a thing in a piece of evidence for an edge: what was merged into the thing. */
function memberOf(node, edge, item) {
  return (edge.from === node ? item[7] : edge.to === node ? item[8] : null) || NODES[node].iri;
}

/** All of them; the evidence of a derived link is about its events and names none. */
const membersOf = (node) => {
  const own = TOUCHING[node].filter((n) => !EDGES[n].derived);
  return [...new Set(own.flatMap((n) => EDGES[n].evidence.map((item) => memberOf(node, EDGES[n], item))))];
};

/** The switch beside a fact of a merged thing: "another?" says that this article means somebody else. */
function another(number, node) {
  const edge = EDGES[number];
  const all = membersOf(node);
  if (edge.derived || !edge.evidence.length || all.length < 2) return "";
  const own = memberOf(node, edge, edge.evidence[0]);
  const { label } = NODES[node];
  return button(
    "another?",
    () => {
      for (const other of all.filter((iri) => iri !== own))
        decisions.set(`${own} ${other}`, {
          decision: "not the same",
          left: own,
          left_label: label,
          right: other,
          right_label: label,
        });
      countDecisions();
      say(`Marked: this article means another ${label}; save it under Decisions.`);
    },
    { className: "wrong", title: `This article means another ${label}: a wrong merge` },
  );
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
      decision: "same",
      left: left.iri,
      left_label: left.label,
      right: right.iri,
      right_label: right.label,
    });
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
const dated = (row) => ({ ...row, when: new Date().toISOString().slice(0, 10) });
const asCsv = () =>
  [
    COLUMNS.join(","),
    ...[...decisions.values()].map(dated).map((row) => COLUMNS.map((name) => cell(row[name])).join(",")),
  ].join("\n") + "\n";

/** A decision as a reader sees it, with all its rows. */
function decided(rows) {
  const [, row] = rows[0];
  const undo = () => {
    rows.forEach(([key]) => decisions.delete(key));
    countDecisions();
    showDecisions();
  };
  const other = row.right_label ? [row.decision === "same" ? " = " : " ≠ ", told(row.right_label)] : "";
  const times = rows.length > 1 ? ` (${count(rows.length, "row", "rows")}) ` : " ";
  const words = [el("strong", {}, row.decision), " ", told(row.left_label), other, times];
  return el("li", { className: "fact" }, words, button("undo", undo, { className: "to" }));
}

function showDecisions() {
  const alike = grouped([...decisions], ([, row]) => [row.decision, row.left_label, row.right_label].join("~"));
  const rows = [...alike.values()].map(decided);
  show(
    el("h2", {}, "Your decisions"),
    el(
      "p",
      { className: "hint" },
      "Mark facts with “wrong?”, wrong merges with “another?”, and two nodes for one thing with " +
        "“Same as …”. " +
        "Add the saved rows to decisions.csv in the graph's folder; the next newsgraph build follows them.",
    ),
    el("ul", { className: "plain" }, rows.length ? rows : el("li", {}, "None yet.")),
    rows.length
      ? button("Save decisions.csv", () => download("decisions.csv", new Blob([asCsv()], { type: "text/csv" })), {
          id: "save-decisions",
        })
      : "",
  );
}
