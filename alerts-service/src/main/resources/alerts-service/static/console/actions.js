// What operators do about an active alert: acknowledge, take that back, and note. By whom is asked once.

import {put, remove} from "./api.js";
import {h} from "./dom.js";
import {moment} from "./format.js";
import {learnAction, state, subject} from "./store.js";
import {lapseWord} from "./words.js";

const NAME = "gapwatch-operator";

const path = ({capability, measure}) => `/api/capabilities/${encodeURIComponent(capability)}/actions/${measure}`;

/** 128 bits by chance; crypto.randomUUID is there for pages of https only. */
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(each => each.toString(16).padStart(2, "0")).join("");

/** Where the browser keeps nothing for this page, the name lives as long as the page. */
let name = null;
try {
  name = localStorage.getItem(NAME);
  addEventListener("storage", () => {
    name = localStorage.getItem(NAME);
  });
} catch {
  // Asked again after a reload.
}

/** Who sits here; null before it was said. */
export const operator = () => name;

function keepName(told) {
  name = told;
  try {
    localStorage.setItem(NAME, told);
  } catch {
    // See above.
  }
  dispatchEvent(new Event("operator"));
}

/** Asks who acts where nobody has said so yet; null where that is not told. */
function whoever() {
  if (operator()) {
    return Promise.resolve(operator());
  }
  return askName();
}

/** Asks for the name, with the one given before. */
export function askName() {
  return new Promise(resolve => {
    const field = h("input", {type: "text", maxlength: 80, required: true, pattern: ".*\\S.*", autocomplete: "name", value: operator() ?? ""});
    const dialog = h("dialog", {"aria-labelledby": "who"},
      h("form", {method: "dialog", onsubmit: event => {
        if (!field.value.trim()) {
          event.preventDefault();
          return;
        }
        keepName(field.value.trim());
        dialog.returnValue = "told";
      }},
        h("h2", {id: "who"}, "Who are you?"),
        h("p", {}, "Your name is shown beside what you acknowledge and note, to everyone."),
        h("p", {}, h("label", {}, "Name ", field)),
        h("p", {class: "buttons"}, h("button", {type: "submit", class: "primary"}, "Save"),
          h("button", {type: "button", onclick: () => dialog.close("")}, "Cancel"))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "" ? null : operator());
    });
    document.body.append(dialog);
    dialog.returnValue = "";
    dialog.showModal();
  });
}

/** What was done about an alert, in a few words; null where nothing was. */
export function acknowledgedMark(alert) {
  const acknowledgement = state.action(alert.capability, alert.measure)?.acknowledgement;
  return acknowledgement && h("span", {class: "acknowledged"}, h("span", {"aria-hidden": "true"}, "✓ "),
    h("span", {class: "visually-hidden"}, "acknowledged by "), acknowledgement.by);
}

const spoken = h("p", {class: "visually-hidden", role: "status"});
document.body.append(spoken);

/** What somebody was about to note, by capability and measure: it outlives the panel that it is written in. */
const drafts = new Map();

/** What was done about an active alert, with the means to do more. Its elements stay; what they say changes. */
export function actionPanel(alert, severity) {
  const key = subject(alert);
  const held = h("p", {class: "acknowledged", hidden: true});
  const lapsed = h("p", {hidden: true});
  const notes = h("ul", {class: "notes", hidden: true});
  const failure = h("p", {class: "failure", role: "alert", hidden: true});
  const acknowledge = button("Acknowledge", () =>
    act("Acknowledged", by => put(`${path(alert)}/acknowledgement`, {by, severity})));
  const takeBack = button("Take back", () =>
    act("Taken back", by => remove(`${path(alert)}/acknowledgement?by=${encodeURIComponent(by)}`)));
  const begin = button("Add note", () => {
    drafts.set(key, {id: newId(), text: "", sent: null});
    draw();
    text.focus();
  });
  const text = h("textarea", {rows: 2, maxlength: 2000, "aria-label": "Note", oninput: () => {
    drafts.get(key).text = text.value;
  }, onkeydown: event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      form.requestSubmit();
    }
  }});
  const form = h("form", {class: "note-form", hidden: true, onsubmit: addNote}, text,
    h("p", {class: "buttons"}, h("button", {type: "submit", class: "primary", "aria-keyshortcuts": "Control+Enter Meta+Enter"}, "Save note"), button("Cancel", () => {
      drafts.delete(key);
      fail(null);
      draw();
    }), h("span", {class: "hint"}, "Ctrl+Enter saves")));
  const buttons = h("p", {class: "buttons"}, acknowledge, takeBack, begin);
  const element = h("div", {class: "actions"}, held, lapsed, notes, failure, buttons, form);
  let busy = false;

  function button(name, pressed) {
    return h("button", {type: "button", onclick: pressed}, name);
  }

  function fail(message) {
    failure.textContent = message ?? "";
    failure.hidden = !message;
  }

  /** Does it once at a time; whether it was done. */
  async function act(done, request) {
    const by = busy ? null : await whoever();
    if (!by) {
      return false;
    }
    busy = true;
    element.setAttribute("aria-busy", "true");
    fail(null);
    try {
      learnAction(await request(by));
      spoken.textContent = done;
      return true;
    } catch (error) {
      fail(error.message);
      return false;
    } finally {
      busy = false;
      element.removeAttribute("aria-busy");
      draw();
    }
  }

  async function addNote(event) {
    event.preventDefault();
    const draft = drafts.get(key);
    const sent = draft.text;
    if (!sent.trim()) {
      fail("Write something first.");
      return;
    }
    // The same text may be sent again under its id; another one is another note.
    if (draft.sent !== null && draft.sent !== sent) {
      draft.id = newId();
    }
    draft.sent = sent;
    if (await act("Note saved", by => put(`${path(alert)}/notes/${draft.id}`, {by, text: sent}))
      && drafts.get(key) === draft && draft.text === sent) {
      drafts.delete(key);
      draw();
    }
  }

  function draw() {
    const focused = document.activeElement;
    const inside = element.contains(focused);
    const action = state.action(alert.capability, alert.measure);
    const acknowledgement = action?.acknowledgement;
    const lapse = acknowledgement || action?.lapsed?.because === "TAKEN_BACK" ? null : action?.lapsed;
    held.textContent = acknowledgement ? `✓ Acknowledged by ${acknowledgement.by}, ${moment(acknowledgement.at)}` : "";
    held.hidden = !acknowledgement;
    lapsed.textContent = lapse
      ? `${lapse.acknowledgement.by} acknowledged it on ${moment(lapse.acknowledgement.at)}: ${lapseWord(lapse.because)}.` : "";
    lapsed.hidden = !lapse;
    const told = action?.notes ?? [];
    notes.hidden = told.length === 0;
    if (notes.childElementCount !== told.length) {
      notes.replaceChildren(...told.map(note => h("li", {},
        h("p", {class: "what"}, `${note.by}, ${moment(note.at)}`), h("p", {class: "note"}, note.text))));
    }
    const draft = drafts.get(key);
    if (draft && text.value !== draft.text) {
      text.value = draft.text;
    }
    form.hidden = !draft;
    acknowledge.hidden = Boolean(acknowledgement);
    takeBack.hidden = acknowledgement?.by !== operator();
    begin.hidden = Boolean(draft);
    // What had the focus may be hidden now: it goes to what can be done next.
    if (inside && (focused.hidden || focused.closest("[hidden]"))) {
      buttons.querySelector("button:not([hidden])")?.focus();
    }
  }

  draw();
  return {
    element,
    redraw: draw,
    /** The alert as it is now, and how severe it is shown to be. */
    become(now, shown) {
      alert = now;
      severity = shown;
      draw();
    }
  };
}
