// Moving about in the picture: by hand, by wheel, with two fingers. A picture that takes long to draw is moved as it
// is while the hand moves, and drawn anew when the hand rests.

const HEAVY = 1_500;
/** Nodes and links together beyond which a picture is not drawn anew in every frame. */
const REST = 140;
/** Milliseconds without a movement after which it is. */
const CLOSEST = 5;
const FARTHEST = 0.02;

/** The view that is wanted ({x, y, scale}), where it is not yet the one that is drawn. */
let aimed = null;
let resting = 0;
let asked = false;
const hands = new Map();

const drawnView = () => ({ ...network.getViewPosition(), scale: network.getScale() });
const canvasOf = () => document.querySelector("#picture canvas");

/** Goes from the view that was last aimed at to another; drawn with the next frame. */
function aim(change) {
  aimed = change(aimed || drawnView());
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    if (aimed === null) return;
    if (nodeSet.length + edgeSet.length <= HEAVY) settle();
    else shift();
  });
}

/** Moves what is drawn to where it would stand in the view that is aimed at. */
function shift() {
  const drawn = drawnView();
  const canvas = canvasOf();
  const factor = aimed.scale / drawn.scale;
  const x = (drawn.x - aimed.x) * aimed.scale + (canvas.clientWidth / 2) * (1 - factor);
  const y = (drawn.y - aimed.y) * aimed.scale + (canvas.clientHeight / 2) * (1 - factor);
  canvas.style.transform = `translate(${x}px, ${y}px) scale(${factor})`;
  clearTimeout(resting);
  resting = setTimeout(settle, REST);
}

/** Draws the view that is aimed at. */
function settle() {
  clearTimeout(resting);
  if (aimed === null) return;
  const { x, y, scale } = aimed;
  aimed = null;
  network.moveTo({ position: { x, y }, scale, animation: false });
}

/** What is drawn stands in its place again. */
function arrive() {
  if (aimed === null && canvasOf().style.transform) canvasOf().style.transform = "";
}

const panned = (by) => (view) => ({ ...view, x: view.x - by.x / view.scale, y: view.y - by.y / view.scale });

/** Nearer or farther, the place under the hand staying where it is. */
const zoomed = (factor, at) => (view) => {
  const scale = Math.min(Math.max(view.scale * factor, FARTHEST), CLOSEST);
  const { left, top, width, height } = document.getElementById("picture").getBoundingClientRect();
  const [x, y] = at ? [at.x - left - width / 2, at.y - top - height / 2] : [0, 0];
  const shift = 1 / view.scale - 1 / scale;
  return { x: view.x + x * shift, y: view.y + y * shift, scale };
};

function down(event) {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const onNode = network.getNodeAt({ x: event.clientX - left, y: event.clientY - top }) !== undefined;
  if (event.button > 0 || event.shiftKey || (onNode && !hands.size)) return;
  hands.set(event.pointerId, { x: event.clientX, y: event.clientY });
}

function move(event) {
  const before = hands.get(event.pointerId);
  if (!before) return;
  const now = { x: event.clientX, y: event.clientY };
  const still = [...hands].find(([id]) => id !== event.pointerId)?.[1];
  hands.set(event.pointerId, now);
  if (!still) {
    aim(panned({ x: now.x - before.x, y: now.y - before.y }));
    return;
  }
  const apart = (hand) => Math.hypot(hand.x - still.x, hand.y - still.y) || 1;
  aim(panned({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 }));
  aim(zoomed(apart(now) / apart(before), { x: (now.x + still.x) / 2, y: (now.y + still.y) / 2 }));
}

function up(event) {
  if (hands.delete(event.pointerId) && !hands.size && aimed !== null) settle();
}

function turn(event) {
  event.preventDefault();
  const pixels = event.deltaY * (event.deltaMode ? 16 : 1);
  aim(zoomed(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)), { x: event.clientX, y: event.clientY }));
}

function startMoving() {
  const place = document.getElementById("picture");
  place.addEventListener("pointerdown", down);
  place.addEventListener("wheel", turn, { passive: false });
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", up);
}
