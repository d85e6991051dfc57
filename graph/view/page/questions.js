// Questions that most readers ask first; each picks the facts that answer it.

const typed =
  (...types) =>
  (node) =>
    node.kind === "event" && types.includes(node.type);
const hasLink = (number, label) => TOUCHING[number].some((n) => EDGES[n].from === number && EDGES[n].label === label);
const publishersAround = (number) =>
  publishersOf(TOUCHING[number].filter((n) => EDGES[n].from === number).flatMap((n) => EDGES[n].evidence));

const QUESTIONS = [
  { id: "met", text: "Who met whom?", picks: typed("Meeting", "Visit", "Negotiation", "Call", "Interview") },
  { id: "briefed", text: "Who briefed whom?", picks: typed("Briefing") },
  { id: "organised", text: "Who organised what?", picks: (_, number) => hasLink(number, "organizer") },
  { id: "said", text: "Who said what?", picks: (node) => node.kind === "claim" },
  { id: "offices", text: "Who holds which office?", picks: (node) => node.kind === "position" },
  {
    id: "odds",
    text: "Who is at odds with whom?",
    picks: typed("Accusation", "Threat", "Rejection", "Protest", "Sanction", "Attack", "Arrest", "Charge", "Demand"),
  },
  { id: "unstated", text: "What is left unsaid?", picks: (node) => (node.unstated || []).length > 0 },
  {
    id: "several",
    text: "What do several sources tell?",
    picks: (node, number) => node.sources > 1 || publishersAround(number).size > 1,
  },
  {
    id: "unsure",
    text: "What is planned, denied or only said?",
    opens: STARTS_OFF,
    picks: (node) => node.factuality !== undefined && node.factuality !== "asserted",
  },
];

function ask(id) {
  const { opens = [] } = QUESTIONS.find((question) => question.id === id);
  opens.forEach((name) => state.off.delete(name));
  state.view = { name: "question", question: id };
  state.selected = null;
  openSide(false);
  refresh();
}

function buildQuestions() {
  const list = el("ul", { className: "plain" });
  for (const { id, text, picks, opens } of QUESTIONS) {
    const number = NODES.filter(
      (node, place) => isFact(place) && picks(node, place) && (opens || node.factuality === "asserted"),
    ).length;
    const asked = button(text, () => ask(id), { className: "question", disabled: !number, id: `ask-${id}` });
    asked.append(el("span", { className: "count" }, number.toLocaleString("en")));
    list.append(el("li", {}, asked));
  }
  document.getElementById("questions").append(list);
}

function markQuestion() {
  for (const { id } of QUESTIONS)
    document.getElementById(`ask-${id}`).setAttribute("aria-pressed", String(state.view.question === id));
}
