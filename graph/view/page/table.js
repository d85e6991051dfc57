// The same as the picture, as a table: for screen readers, for sorting, for copying.

const MOST_ROWS = 500;
const HEADS = ["From", "Link", "To", "Date", "Source", "Sentence"];
let sortedBy = null;

function rowOf(number) {
  const edge = EDGES[number];
  const first = edge.evidence[0];
  return {
    number,
    cells: [
      NODES[edge.from].label,
      linkWords(edge.label),
      NODES[edge.to].label,
      dateOf(edge),
      [...publishersOf(edge.evidence)].join(", "),
      first ? DATA.sentences[first[0]][3] : "",
    ],
  };
}

function showTable(edges) {
  const rows = edges.map(rowOf);
  if (sortedBy !== null) rows.sort((a, b) => a.cells[sortedBy].localeCompare(b.cells[sortedBy]) || a.number - b.number);
  const head = el(
    "tr",
    {},
    HEADS.map((name, place) =>
      el(
        "th",
        { scope: "col", "aria-sort": sortedBy === place ? "ascending" : "none" },
        button(
          name,
          () => {
            sortedBy = place;
            showTable(edges);
          },
          { className: "to" },
        ),
      ),
    ),
  );
  const body = rows.slice(0, MOST_ROWS).map(({ number, cells }) =>
    el(
      "tr",
      {},
      cells.map((text, place) => cellOf(number, text, place)),
    ),
  );
  const left = rows.length - MOST_ROWS;
  document
    .getElementById("table")
    .replaceChildren(
      el(
        "table",
        {},
        el(
          "caption",
          {},
          left > 0 ? `The first ${MOST_ROWS} of ${rows.length} links` : count(rows.length, "link", "links"),
        ),
        el("thead", {}, head),
        el("tbody", {}, body),
      ),
    );
}

function cellOf(number, text, place) {
  const edge = EDGES[number];
  const content =
    place === 0
      ? nodeLink(edge.from)
      : place === 2
        ? nodeLink(edge.to)
        : place === 1
          ? link(text, () => choose({ edge: number }))
          : told(text);
  return el("td", {}, content);
}
