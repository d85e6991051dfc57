// What to do with a view: send it, save it, ask the same in SPARQL.

const MOST_TRIPLES = 400;
const FINER = 2;
const FOOT = 34;
/** The height of the line under a saved picture. */

function download(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What is on screen, in one line. */
const caption = () =>
  [...document.querySelectorAll("#trail p")]
    .map((line) => [...line.childNodes].filter((node) => node.localName !== "button").map((node) => node.textContent))
    .flat()
    .join("")
    .replace(/^[\s·]+/, "");

/** The picture as it is on screen, twice as fine, on its own ground, with a line that says what it shows. */
function savePicture() {
  const { clientWidth: width, clientHeight: height } = canvasOf();
  const canvas = el("canvas", { width: width * FINER, height: (height + FOOT) * FINER });
  const pen = canvas.getContext("2d");
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  drawFiner(FINER, (drawn) => pen.drawImage(drawn, 0, 0));
  pen.scale(FINER, FINER);
  pen.fillStyle = palette.faint;
  pen.font = `12px ${TYPEFACE}`;
  pen.fillText(`${DATA.title} · ${caption()} · newsgraph`, 14, height + FOOT - 12);
  canvas.toBlob((blob) => download("newsgraph.png", blob), "image/png");
}

/** A query for the links on screen with their sentences; IRIs hold nothing that could end their brackets. */
function sparql() {
  const { edges } = visible();
  const iri = (text) => `<${text.replace(/[<>"{}|\\^`\s]/g, encodeURIComponent)}>`;
  const rows = edges.slice(0, MOST_TRIPLES).map((number) => {
    const { from, predicate, to } = EDGES[number];
    return `    (${iri(NODES[from].iri)} ${iri(predicate)} ${iri(NODES[to].iri)})`;
  });
  const left = edges.length > MOST_TRIPLES ? `# the first ${MOST_TRIPLES} of ${edges.length} links on screen\n` : "";
  return `${left}${DATA.prefixes}
SELECT DISTINCT ?subject ?link ?object ?from ?to ?sentence ?article WHERE {
  VALUES (?subject ?link ?object) {
${rows.join("\n")}
  }
  { ?subject ?link ?object } UNION { GRAPH ?claims { ?subject ?link ?object } }
  OPTIONAL { { ?subject rdfs:label|schema:text ?from } UNION { GRAPH ?claims { ?subject rdfs:label|schema:text ?from } } }
  OPTIONAL { { ?object rdfs:label|schema:text ?to } UNION { GRAPH ?claims { ?object rdfs:label|schema:text ?to } } }
  OPTIONAL {
    GRAPH ?article {
      ?statement rdf:subject ?subject ; rdf:predicate ?link ; rdf:object ?object ; ng:evidence ?span .
      ?span oa:hasSelector/oa:exact ?sentence .
    }
  }
}`;
}

async function copySparql() {
  const text = sparql();
  try {
    await navigator.clipboard.writeText(text);
    say("The query is on the clipboard: newsgraph query KG --file …");
  } catch {
    say("The browser allows no clipboard here: the query stands in the panel.");
  }
  show(
    el("h2", {}, "This view as SPARQL"),
    el("p", { className: "hint" }, "For newsgraph query, newsgraph serve or any SPARQL 1.1 endpoint."),
    el("pre", { tabIndex: 0, id: "sparql" }, text),
  );
}

async function copyAddress() {
  writeHash();
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link to this view is on the clipboard.");
  } catch {
    say("The address bar holds this view.");
  }
}

function setTheme(name) {
  state.theme = name;
  document.documentElement.dataset.theme = name;
  document.getElementById("theme").textContent = name === "dark" ? "Light" : "Dark";
  readPalette();
}

function setTab(name) {
  state.tab = name;
  document.getElementById("picture").hidden = name === "table";
  document.getElementById("table").hidden = name !== "table";
  document.getElementById("tab").textContent = name === "table" ? "Picture" : "Table";
}

/** Questions and filters on a small screen, where they lie over the picture. */
function openSide(open) {
  document.body.dataset.side = open ? "open" : "closed";
  document.getElementById("filters").setAttribute("aria-expanded", String(open));
}

function buildActions() {
  document.getElementById("actions").append(
    button("Ask and filter", () => openSide(document.body.dataset.side !== "open"), {
      id: "filters",
      "aria-controls": "side",
      "aria-expanded": "false",
    }),
    button(
      "Table",
      () => {
        setTab(state.tab === "table" ? "picture" : "table");
        refresh();
      },
      { id: "tab", title: "The same as a table (T)" },
    ),
    button("Copy as SPARQL", copySparql, { id: "copy-sparql" }),
    button("Copy link", copyAddress, { id: "copy-address" }),
    button("Save PNG", savePicture, { id: "save-png" }),
    button("Decisions", showDecisions, { id: "decisions", title: "What you marked as wrong or as the same" }),
    button(
      "Dark",
      () => {
        setTheme(state.theme === "dark" ? "light" : "dark");
        refresh();
      },
      { id: "theme" },
    ),
    button("Help", showStart, { id: "help", title: "How to read this (?)" }),
  );
}
