// Moving about in the picture: by hand, by wheel, with two fingers. A picture that takes long to draw is moved as it
// is while the hand moves, and drawn anew when the hand rests.

const HEAVY = 1_500;
/** Nodes and links together beyond which a picture is not drawn anew in every frame. */
const REST = 250;
const HELD = 1_200;
/** Milliseconds without a movement after which it is; longer while a hand holds it. */
const TREMBLE = 4;
const TWICE = 350;
const CLOSEST = 5;
const FARTHEST = 0.02;

/** The view that is wanted ({x, y, scale}), where it is not yet the one that is drawn. */
let aimed = null;
let resting = 0;
let asked = false;
const hands = new Map();
/** Where a hand came down, until it moves. */
let tap = null;
/** The node that was tapped last. */
let before = {};

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
    if (isHeavy()) shift();
    else settle();
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
  resting = setTimeout(settle, hands.size ? HELD : REST);
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

const placeOn = (event) => {
  const { left, top } = document.getElementById("picture").getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
};

const isHeavy = () => nodeSet.length + edgeSet.length > HEAVY;

/** Takes a hand that holds no node: vis-network would look for nodes and links under it at every step. In a heavy
 * picture nodes stay where they are. */
function down(event) {
  const onNode = !isHeavy() && network.getNodeAt(placeOn(event)) !== undefined;
  if (event.button > 0 || event.shiftKey || (onNode && !hands.size)) return;
  event.stopPropagation();
  document.getElementById("picture").focus({ preventScroll: true });
  const start = { x: event.clientX, y: event.clientY };
  hands.set(event.pointerId, start);
  tap = hands.size === 1 ? start : null;
}

/** What a hand does that came and went in one place. */
function tapped(event) {
  const node = network.getNodeAt(placeOn(event));
  const edge = node === undefined ? network.getEdgeAt(placeOn(event)) : undefined;
  const again = node !== undefined && node === before.node && event.timeStamp - before.time < TWICE;
  before = { node, time: event.timeStamp };
  if (again) focusOn(node);
  else choose(node !== undefined ? { node } : edge !== undefined ? { edge } : null);
}

function move(event) {
  const last = hands.get(event.pointerId);
  if (!last) return;
  const now = { x: event.clientX, y: event.clientY };
  const still = [...hands].find(([id]) => id !== event.pointerId)?.[1];
  hands.set(event.pointerId, now);
  if (tap && Math.hypot(now.x - tap.x, now.y - tap.y) < TREMBLE) return;
  tap = null;
  if (!still) {
    aim(panned({ x: now.x - last.x, y: now.y - last.y }));
    return;
  }
  const apart = (hand) => Math.hypot(hand.x - still.x, hand.y - still.y) || 1;
  aim(panned({ x: (now.x - last.x) / 2, y: (now.y - last.y) / 2 }));
  aim(zoomed(apart(now) / apart(last), { x: (now.x + still.x) / 2, y: (now.y + still.y) / 2 }));
}

function up(event) {
  if (!hands.delete(event.pointerId) || hands.size) return;
  if (aimed !== null) settle();
  if (tap && event.type === "pointerup") tapped(event);
  tap = null;
}

function turn(event) {
  event.preventDefault();
  const pixels = event.deltaY * (event.deltaMode ? 16 : 1);
  aim(zoomed(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)), { x: event.clientX, y: event.clientY }));
}

function startMoving() {
  const place = document.getElementById("picture");
  place.addEventListener("pointerdown", down, { capture: true });
  place.addEventListener("wheel", turn, { passive: false });
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", up);
}
