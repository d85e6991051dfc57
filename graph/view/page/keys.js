// Everything by keyboard.

let walked = 0;

/** Moves the choice to the next neighbour on screen. */
function walk(step) {
  const from = state.selected?.node ?? nodeSet.getIds()[0];
  if (state.selected?.node === undefined) {
    choose({ node: from }, true);
    return;
  }
  const anchor = walk.anchor ?? from;
  const around = [...new Set(TOUCHING[anchor].filter((n) => edgeSet.get(n)).map((n) => across(EDGES[n], anchor)))];
  if (!around.length) return;
  walk.anchor = anchor;
  walked = (walked + step + around.length) % around.length;
  choose({ node: around[walked] }, true);
}

const zoom = (factor) => aim(zoomed(factor));

const KEYS = {
  "/": () => queryBox.focus(),
  "?": showStart,
  t: () => document.getElementById("tab").click(),
  Escape: goBack,
};

const PICTURE_KEYS = {
  ArrowRight: () => walk(1),
  ArrowDown: () => walk(1),
  ArrowLeft: () => walk(-1),
  ArrowUp: () => walk(-1),
  "+": () => zoom(1.25),
  "-": () => zoom(0.8),
  Enter: () => {
    walk.anchor = undefined;
    walked = 0;
    if (state.selected?.node !== undefined) focusOn(state.selected.node);
  },
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === queryBox) return;
  const inPicture = document.getElementById("picture").contains(event.target);
  const act = (inPicture && PICTURE_KEYS[event.key]) || KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
