// Which view is shown is told by the part of the address after "#", so that a view can be sent to a colleague.

import {askName, operator} from "./actions.js";
import {alertsView} from "./alerts.js";
import {boardView} from "./board.js";
import {capabilityView} from "./capability.js";
import {h} from "./dom.js";
import {time} from "./format.js";
import {sourcesView} from "./sources.js";
import {listen, start, state} from "./store.js";

const views = {board: boardView, alerts: alertsView, capability: capabilityView, sources: sourcesView};

const main = document.getElementById("main");
const connection = document.getElementById("connection");
let shown = null;

/** The address as a view, what follows it, and its parameters. */
function route() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [view, ...rest] = path.split("/").map(decodeURIComponent);
  return {view: Object.hasOwn(views, view) ? view : "board", rest, parameters: new URLSearchParams(query)};
}

/** Changes the parameters of the address without a step in the browser's history; the view shows them already. */
function remember(parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
  const {view, rest} = route();
  const path = [view, ...rest.map(encodeURIComponent)].join("/");
  history.replaceState(null, "", `#/${path}${query ? `?${query}` : ""}`);
}

function show() {
  const to = route();
  shown?.close?.();
  for (const link of document.querySelectorAll("nav a[data-view]")) {
    if (link.dataset.view === to.view) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
  shown = views[to.view]({...to, remember});
  main.replaceChildren(shown.element);
  document.title = `${shown.title} · Gapwatch`;
}

function showConnection() {
  const {state: name, since, heardAt} = state.connection;
  connection.dataset.state = name;
  connection.replaceChildren(...{
    live: () => ["Live"],
    connecting: () => ["Connecting …"],
    disconnected: () => [h("strong", {}, "Disconnected"), ` since ${time(since)}. `,
      heardAt ? `What is shown is of ${time(heardAt)}. ` : "", "Trying again …"]
  }[name]());
}

const who = document.getElementById("operator");

function showOperator() {
  who.textContent = operator() ? `You are ${operator()}` : "Say who you are";
}

who.addEventListener("click", askName);
for (const told of ["operator", "storage"]) {
  addEventListener(told, () => {
    showOperator();
    shown?.update?.({type: "all"});
  });
}
showOperator();

listen(change => {
  if (change.type === "connection") {
    showConnection();
  } else {
    shown?.update?.(change);
  }
});
addEventListener("hashchange", () => {
  show();
  // As after any navigation, a screen reader goes on at the new content.
  main.focus({preventScroll: true});
  scrollTo(0, 0);
});
show();
start();
