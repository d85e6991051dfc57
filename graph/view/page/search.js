// Finding a node by a part of any of its names.

const queryBox = document.getElementById("query");
const hitList = document.getElementById("hits");
const MOST_HITS = 12;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const RANK = { event: 1, claim: 3, position: 2, topic: 2, participant: 3 };

let index = null;
let active = -1;

/** Names as they are compared, made once and only when somebody searches. */
function names() {
  index ??= NODES.map((node) => [node.label, ...node.names].map(folded));
  return index;
}

/** The best nodes for some words: a name that starts so first, then things before facts, then the best connected. */
function search(text) {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const found = [];
  names().forEach((all, number) => {
    const starts = all.some((name) => name.startsWith(wanted));
    if (starts || all.some((name) => name.includes(wanted)))
      found.push([starts ? 0 : 1, RANK[NODES[number].kind] || 0, -TOUCHING[number].length, number]);
  });
  return found
    .sort((a, b) => a[1] - b[1] || a[0] - b[0] || a[2] - b[2] || a[3] - b[3])
    .slice(0, MOST_HITS)
    .map((hit) => hit[3]);
}

function complete() {
  const found = search(queryBox.value);
  active = -1;
  hitList.replaceChildren(
    ...found.map((number, place) =>
      el(
        "li",
        { id: `hit-${place}`, role: "option", "aria-selected": "false", onmousedown: () => pick(number) },
        symbol(NODES[number].kind),
        told(NODES[number].label),
        el("span", { className: "count" }, DATA.kinds[NODES[number].kind].one),
      ),
    ),
  );
  if (!found.length && queryBox.value.trim())
    hitList.append(
      el("li", { className: "none", role: "option", "aria-disabled": "true" }, "Nothing here has this in its name."),
    );
  hitList.hidden = !hitList.children.length;
  queryBox.setAttribute("aria-expanded", String(!hitList.hidden));
  queryBox.removeAttribute("aria-activedescendant");
}

function closeHits() {
  hitList.hidden = true;
  queryBox.setAttribute("aria-expanded", "false");
}

function pick(number) {
  closeHits();
  queryBox.value = "";
  if (!chosenForMerge(number) && !chosenForPath(number)) focusOn(number);
}

function moveActive(step) {
  const hits = [...hitList.querySelectorAll("[aria-selected]")];
  if (!hits.length) return;
  active = (active + step + hits.length) % hits.length;
  hits.forEach((hit, place) => hit.setAttribute("aria-selected", String(place === active)));
  queryBox.setAttribute("aria-activedescendant", `hit-${active}`);
}

queryBox.addEventListener("input", complete);
queryBox.addEventListener("blur", closeHits);
queryBox.addEventListener("keydown", (event) => {
  const found = search(queryBox.value);
  if (event.key === "ArrowDown") moveActive(1);
  else if (event.key === "ArrowUp") moveActive(-1);
  else if (event.key === "Enter" && found.length) pick(found[Math.max(active, 0)]);
  else if (event.key === "Escape") closeHits();
  else return;
  event.preventDefault();
  event.stopPropagation();
});
