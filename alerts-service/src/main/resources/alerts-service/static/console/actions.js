// What operators do about an active alert: acknowledge, take that back, and note. By whom is asked once.

import {put, remove} from "./api.js";
import {h} from "./dom.js";
import {moment} from "./format.js";
import {learnAction, state} from "./store.js";
import {lapseWord} from "./words.js";

const NAME = "gapwatch-operator";

const path = ({capability, measure}) => `/api/capabilities/${encodeURIComponent(capability)}/actions/${measure}`;

/** 128 bits by chance; crypto.randomUUID is there for pages of https only. */
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(each => each.toString(16).padStart(2, "0")).join("");

/** Who sits here; null before it was said. */
export const operator = () => localStorage.getItem(NAME);

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
    const name = h("input", {type: "text", maxlength: 80, required: true, autocomplete: "name", value: operator() ?? ""});
    const dialog = h("dialog", {"aria-labelledby": "who"},
      h("form", {method: "dialog", onsubmit: event => {
        if (!name.value.trim()) {
          event.preventDefault();
          return;
        }
        localStorage.setItem(NAME, name.value.trim());
        dispatchEvent(new Event("operator"));
        dialog.returnValue = "told";
      }},
        h("h2", {id: "who"}, "Who are you?"),
        h("p", {}, "Your name is shown beside what you acknowledge and note, to everyone."),
        h("label", {}, "Name ", name),
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
  return acknowledgement && h("span", {class: "acknowledged"}, h("span", {"aria-hidden": "true"}, "✓"), ` ${acknowledgement.by}`);
}

/** What was done about an active alert, with the means to do more; redrawn where that changes. */
export function actionPanel(alert) {
  const element = h("div", {class: "actions"});
  let draft = null;
  let failure = null;
  let busy = false;

  async function act(request) {
    const by = await whoever();
    if (!by) {
      return false;
    }
    busy = true;
    failure = null;
    draw();
    try {
      learnAction(await request(by));
      return true;
    } catch (error) {
      failure = error.message;
      return false;
    } finally {
      busy = false;
      draw();
    }
  }

  const acknowledge = () => act(by => put(`${path(alert)}/acknowledgement`, {by, severity: alert.severity}));
  const takeBack = () => act(by => remove(`${path(alert)}/acknowledgement?by=${encodeURIComponent(by)}`));

  async function addNote(event) {
    event.preventDefault();
    const {id, text} = draft;
    if (text.trim() && await act(by => put(`${path(alert)}/notes/${id}`, {by, text}))) {
      draft = null;
      draw();
      element.querySelector("button")?.focus();
    }
  }

  function noteForm() {
    const text = h("textarea", {rows: 2, maxlength: 2000, required: true, "aria-label": "Note",
      oninput: event => {
        draft.text = event.target.value;
      }}, draft.text);
    return h("form", {class: "note-form", onsubmit: addNote}, text,
      h("p", {class: "buttons"}, h("button", {type: "submit", class: "primary", disabled: busy}, "Save note"),
        h("button", {type: "button", onclick: () => {
          draft = null;
          failure = null;
          draw();
          element.querySelector("button")?.focus();
        }}, "Cancel")));
  }

  function draw() {
    // What is being written stays as it is, with the cursor in it.
    if (draft && element.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA" && !failure) {
      return;
    }
    const action = state.action(alert.capability, alert.measure);
    const held = action?.acknowledgement;
    const lapsed = action?.lapsed;
    element.replaceChildren(...[
      held ? h("p", {class: "acknowledged"}, h("span", {"aria-hidden": "true"}, "✓ "), `Acknowledged by ${held.by}, ${moment(held.at)}`)
        : lapsed && lapsed.because !== "TAKEN_BACK" && h("p", {}, `${lapsed.acknowledgement.by} acknowledged it on ${moment(lapsed.acknowledgement.at)}: ${lapseWord(lapsed.because)}.`),
      action?.notes.length && h("ul", {class: "notes"}, action.notes.map(note => h("li", {},
        h("p", {class: "what"}, `${note.by}, ${moment(note.at)}`), h("p", {class: "note"}, note.text)))),
      failure && h("p", {class: "failure", role: "alert"}, failure),
      draft ? noteForm() : h("p", {class: "buttons"},
        !held && h("button", {type: "button", disabled: busy, onclick: acknowledge}, "Acknowledge"),
        held?.by === operator() && h("button", {type: "button", disabled: busy, onclick: takeBack}, "Take back"),
        h("button", {type: "button", onclick: () => {
          draft = {id: newId(), text: ""};
          draw();
          element.querySelector("textarea").focus();
        }}, "Add note"))
    ].filter(Boolean));
  }

  draw();
  return {
    element,
    /** Something was done about the alert. */
    redraw: draw,
    alert: () => alert,
    /** The alert as it is now. */
    become(now) {
      if (now !== alert) {
        alert = now;
        draw();
      }
    }
  };
}
