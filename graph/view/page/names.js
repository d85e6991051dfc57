// Names in the picture: drawn over it at reading size whatever the zoom, the weightiest first, none over another.

const TYPEFACE = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const MOST_NAMES = 140;
const MOST_TRIED = 360;
const CROWD = 160;
/** With more nodes than this in sight, facts go without a name. */
const WEIGHTY = 45;
/** The weightiest things have a name also where it lies on other nodes. */
const LINE = 19;
/** Letters after which a name takes a second line. */
const CELL = 48;

const widths = new Map();

/** A text's width at a size, measured once. */
function widthOf(pen, text, size, bold) {
  const key = bold ? `b${text}` : text;
  if (!widths.has(key)) {
    pen.font = `${bold ? 600 : 400} 20px ${TYPEFACE}`;
    widths.set(key, pen.measureText(text).width / 20);
  }
  return widths.get(key) * size;
}

/** A name in one line, or in two of about one length. */
function linesOf(text) {
  if (text.length <= LINE || !text.includes(" ")) return [text];
  const middle = text.length / 2;
  let best = -1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1))
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  return [text.slice(0, best), text.slice(best + 1)];
}

/** Where on the screen something stands already, in cells, so that asking is quick. */
class Taken {
  cells = new Map();

  *around({ left, top, right, bottom }) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * 4096 + y;
  }

  add(box) {
    for (const cell of this.around(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  /** Says whether a box lies over something; over its own node it may. */
  has(box) {
    const over = (other) =>
      other.owner !== box.owner &&
      other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom; // prettier-ignore
    for (const cell of this.around(box)) if (this.cells.get(cell)?.some(over)) return true;
    return false;
  }
}

/** The nodes in sight, the weightiest first: what stands out, then things before facts, then the best connected. */
function inSight({ width, height }, finer) {
  const scale = network.getScale() / finer;
  const { x, y } = network.getViewPosition();
  const found = [];
  for (const [id, spot] of spots) {
    const at = { id, x: (spot.x - x) * scale + width / 2, y: (spot.y - y) * scale + height / 2 };
    if (at.x < -40 || at.y < -20 || at.x > width + 40 || at.y > height + 20) continue;
    const degree = spot.degree;
    at.radius = sizeOf(degree) * scale;
    at.first = outstanding.nodes?.has(id) || id === state.selected?.node;
    at.weight = (at.first ? 1e6 : 0) + (isFact(id) ? 0 : NODES[id].kind === "topic" ? 50 : 1e3) + degree;
    found.push(at);
  }
  return found.sort((a, b) => b.weight - a.weight || a.id - b.id);
}

/** How a node's name is written. */
function writing({ id, first }) {
  const fact = isFact(id);
  const size = (fact ? 11 : 13) + (fact ? 0 : Math.min(spots.get(id).degree, 12) / 4);
  const grown = size * Math.min(Math.max(network.getScale() / finer, 1), 1.35);
  return { size: grown, bold: first && !fact, ink: fact || NODES[id].kind === "topic" ? palette.faint : palette.ink };
}

/** The boxes that a name may take: under its node, over it, at its right, at its left. */
function sides(node, width, height) {
  const { x, y, radius, id } = node;
  const box = (left, top) => ({ owner: id, left, top, right: left + width, bottom: top + height });
  const gap = radius + 2;
  return [
    box(x - width / 2, y + gap),
    box(x + gap + 2, y - height / 2),
    box(x - gap - 2 - width, y - height / 2),
    box(x - width / 2, y - gap - height),
  ];
}

function write(pen, lines, { left, right, top }, { size, bold, ink }) {
  pen.font = `${bold ? 600 : 400} ${size}px ${TYPEFACE}`;
  pen.fillStyle = ink;
  lines.forEach((line, place) => {
    const y = top + place * size * 1.12 + size * 0.94;
    pen.strokeText(line, (left + right) / 2, y);
    pen.fillText(line, (left + right) / 2, y);
  });
}

/** Writes names and, where few links are drawn, the links' words. `finer`: for a picture that is so much greater. */
function drawNames(pen, finer) {
  const { width, height } = pen.canvas;
  const ratio = (width / pen.canvas.clientWidth) * finer;
  pen.save();
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(pen, { textAlign: "center", textBaseline: "alphabetic", lineJoin: "round", lineWidth: 3.5 });
  pen.strokeStyle = palette.ground;
  const sheet = { width: width / ratio, height: height / ratio };
  const nodes = inSight(sheet, finer);
  const taken = { names: new Taken(), nodes: new Taken() };
  const open = nodes.length <= CROWD;
  for (const { x, y, radius, id } of nodes)
    taken.nodes.add({ owner: id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  let written = 0;
  for (const [rank, node] of nodes.slice(0, MOST_TRIED).entries()) {
    if (written >= MOST_NAMES) break;
    const fact = isFact(node.id);
    if (!open && !node.first && fact) break;
    if (writeName(pen, { ...node, weighty: node.first || (!fact && rank < WEIGHTY) }, taken, sheet)) written += 1;
  }
  writeLinks(pen, nodes, taken);
  pen.restore();
}

/** Writes a node's name at the first side that is free; says whether one was. */
function writeName(pen, node, taken, sheet) {
  const lines = linesOf(shortLabel(NODES[node.id]));
  const look = writing(node);
  const wide = Math.max(...lines.map((line) => widthOf(pen, line, look.size, look.bold))) + 4;
  const all = sides(node, wide, lines.length * look.size * 1.12 + 2);
  const legible = (box) =>
    box.left >= 0 && box.right <= sheet.width && box.bottom <= sheet.height && !taken.names.has(box);
  const box = all.find((each) => legible(each) && !taken.nodes.has(each)) || (node.weighty && all.find(legible));
  if (!box) return false;
  taken.names.add({ ...box, owner: null });
  pen.globalAlpha = fades(outstanding.nodes, node.id) ? 0.3 : 1;
  write(pen, lines, box, look);
  return true;
}

/** The words of links, each in the middle of its line, where there is room. */
function writeLinks(pen, nodes, taken) {
  const wanted = outstanding.edges || (edgeSet.length <= FEW_LINKS ? edgeSet.getIds() : []);
  const at = new Map(nodes.map((node) => [node.id, node]));
  pen.globalAlpha = 1;
  for (const number of wanted) {
    const [from, to] = [at.get(EDGES[number].from), at.get(EDGES[number].to)];
    if (!from || !to || !edgeSet.get(number)) continue;
    const words = linkWords(EDGES[number].label);
    const wide = widthOf(pen, words, 11, false) + 2;
    if (Math.hypot(to.x - from.x, to.y - from.y) < wide + from.radius + to.radius + 8) continue;
    const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const box = { owner: undefined, left: x - wide / 2, right: x + wide / 2, top: y - 7, bottom: y + 7 };
    if (taken.names.has(box) || taken.nodes.has(box)) continue;
    taken.names.add({ ...box, owner: null });
    write(pen, [words], box, { size: 11, bold: false, ink: palette.faint });
  }
}
