"use strict";
// The query page: YASGUI on this server's endpoint alone, with the named questions to choose from.
const data = JSON.parse(document.getElementById("data").textContent);
const first = data.questions.find((question) => question.name === "who-briefed-whom") || data.questions[0];

Yasgui.Yasqe.defaults.value = first.sparql;
Yasgui.Yasqe.defaults.autocompleters = [];
Yasgui.Yasqe.defaults.createShareableLink = null;
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: "/sparql", method: "POST" },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [] },
  persistenceId: null,
  yasr: { prefixes: data.prefixes },
});

const choice = document.getElementById("questions");
for (const question of data.questions) {
  choice.add(new Option(question.title, question.name));
}
choice.addEventListener("change", () => {
  const question = data.questions.find((one) => one.name === choice.value);
  if (question) {
    document.getElementById("description").textContent = question.description;
    yasgui.getTab().setQuery(question.sparql);
    yasgui.getTab().query();
  }
});
document.body.dataset.state = "ready";
