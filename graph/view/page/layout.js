// Places for what is brought in later: the first picture's places were computed before.

const STEP = 105;
const REACH = (5 * STEP) ** 2;
/** Beyond this distance, squared, nodes leave one another alone. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** A node's room in the picture, its name included. */
function roomOf(node, degree) {
  const radius = sizeOf(degree);
  const lines = linesOf(shortLabel(NODES[node]));
  const letters = isFact(node) ? 11 : 14;
  return {
    width: Math.max(2 * radius, 0.55 * letters * Math.max(...lines.map((line) => line.length))) + 16,
    height: 2 * radius + letters * 1.15 * lines.length + 18,
  };
}

/** Nodes → places near their neighbours; the same for the same nodes. `pinned` stays in the middle of its part. */
function arrange(nodes, edges, pinned) {
  const degrees = degreesOf(edges);
  const parts = connected(nodes, edges).map(({ ids, links }) => {
    const spots = ids.map((id, order) => ({
      id,
      ...roomOf(id, degrees.get(id) || 0),
      ...firstSpot(order),
      fixed: id === pinned,
    }));
    const rounds = ids.length > 150 ? 60 : 200;
    for (let round = 0; round < rounds; round += 1) pull(spots, links, STEP * 0.6 * (1 - round / rounds) + 1);
    spread(spots);
    return spots;
  });
  pack(parts);
  return new Map(parts.flat().map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]));
}

/** The connected parts, the greatest first: their nodes, and their links as places in them. */
function connected(nodes, edges) {
  const part = new Map([...nodes].map((id) => [id, id]));
  const top = (id) => (part.get(id) === id ? id : top(part.get(id)));
  for (const number of edges) part.set(top(EDGES[number].from), top(EDGES[number].to));
  const groups = new Map();
  for (const id of nodes) groups.set(top(id), [...(groups.get(top(id)) || []), id]);
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((ids) => {
      const place = new Map(ids.map((id, order) => [id, order]));
      const own = edges.filter((number) => place.has(EDGES[number].from));
      return { ids, links: own.map((number) => [place.get(EDGES[number].from), place.get(EDGES[number].to)]) };
    });
}

/** Sets parts side by side in rows as wide as the first. */
function pack(parts) {
  const boxes = parts.map((spots) => ({
    left: Math.min(...spots.map((spot) => spot.x - spot.width / 2)),
    right: Math.max(...spots.map((spot) => spot.x + spot.width / 2)),
    top: Math.min(...spots.map((spot) => spot.y - spot.height / 2)),
    bottom: Math.max(...spots.map((spot) => spot.y + spot.height / 2)),
  }));
  const area = boxes.reduce((sum, box) => sum + (box.right - box.left + 40) * (box.bottom - box.top + 40), 0);
  const widest = Math.max(Math.sqrt(area) * 1.3, ...boxes.map((box) => box.right - box.left));
  let [x, y, tall] = [0, 0, 0];
  parts.forEach((spots, number) => {
    const { left, right, top, bottom } = boxes[number];
    if (x && x + right - left > widest) [x, y, tall] = [0, y + tall + 40, 0];
    for (const spot of spots) [spot.x, spot.y] = [spot.x - left + x, spot.y - top + y];
    x += right - left + 40;
    tall = Math.max(tall, bottom - top);
  });
}

const firstSpot = (order) => ({
  x: Math.cos(order * GOLDEN) * STEP * Math.sqrt(order) * 1.3,
  y: Math.sin(order * GOLDEN) * STEP * Math.sqrt(order),
});

/** One round of Fruchterman and Reingold's forces, with a light pull to the middle. */
function pull(spots, links, most) {
  const force = spots.map(({ x, y }) => ({ x: -x * 0.06, y: -y * 0.09 }));
  for (let a = 0; a < spots.length; a += 1) for (let b = a + 1; b < spots.length; b += 1) repel(spots, force, a, b);
  for (const [a, b] of links) attract(spots, force, a, b);
  spots.forEach((spot, number) => {
    if (spot.fixed) return;
    const length = Math.hypot(force[number].x, force[number].y) || 1;
    spot.x += (force[number].x / length) * Math.min(length, most);
    spot.y += (force[number].y / length) * Math.min(length, most);
  });
}

function repel(spots, force, a, b) {
  const x = spots[a].x - spots[b].x || 0.1;
  const y = spots[a].y - spots[b].y || 0.1;
  const square = x * x + y * y;
  if (square > REACH) return;
  const push = (STEP * STEP) / square;
  force[a].x += x * push;
  force[a].y += y * push;
  force[b].x -= x * push;
  force[b].y -= y * push;
}

function attract(spots, force, a, b) {
  const x = spots[a].x - spots[b].x;
  const y = spots[a].y - spots[b].y;
  const pulling = Math.hypot(x, y) / STEP;
  force[a].x -= x * pulling;
  force[a].y -= y * pulling;
  force[b].x += x * pulling;
  force[b].y += y * pulling;
}

/** Pushes overlapping rooms apart. */
function spread(spots) {
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    const order = [...spots].sort((a, b) => a.x - b.x);
    for (let a = 0; a < order.length; a += 1)
      for (let b = a + 1; b < order.length && order[b].x - order[a].x < 240; b += 1)
        moved = push(order[a], order[b]) || moved;
    if (!moved) return;
  }
}

function push(a, b) {
  const overX = (a.width + b.width) / 2 - Math.abs(b.x - a.x);
  const overY = (a.height + b.height) / 2 - Math.abs(b.y - a.y);
  if (overX <= 0 || overY <= 0) return false;
  const way = overY <= overX ? "y" : "x";
  const step = Math.min(overX, overY) / 2 + 0.5;
  const side = b[way] >= a[way] ? 1 : -1;
  if (!a.fixed) a[way] -= side * step * (b.fixed ? 2 : 1);
  if (!b.fixed) b[way] += side * step * (a.fixed ? 2 : 1);
  return true;
}

/** A path as a line from left to right. */
function line(path) {
  return new Map(path.map((id, order) => [id, { x: order * 190, y: order % 2 ? 40 : -40 }]));
}

/** Places for the overview: those given, and for what came later a place beside its neighbours. */
function atHome(nodes) {
  const places = new Map();
  for (const id of nodes) if (HOME.has(id)) places.set(id, HOME.get(id));
  const late = [...nodes].filter((id) => !places.has(id));
  if (!late.length) return places;
  const taken = [...places].map(([id, spot]) => ({ ...spot, ...roomOf(id, 3), fixed: true }));
  const spots = late.map((id, order) => ({ ...beside(id, places, order), ...roomOf(id, 1), fixed: false }));
  spread([...taken, ...spots]);
  late.forEach((id, order) => places.set(id, { x: Math.round(spots[order].x), y: Math.round(spots[order].y) }));
  return places;
}

function beside(node, places, order) {
  const near = TOUCHING[node].map((n) => places.get(across(EDGES[n], node))).filter(Boolean);
  const middle = (axis) => near.reduce((sum, spot) => sum + spot[axis], 0) / (near.length || 1);
  return { x: middle("x") + Math.cos(order * GOLDEN) * STEP, y: middle("y") + Math.sin(order * GOLDEN) * STEP };
}
