// Builds elements. Texts become text nodes and nothing else: what comes from events is never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children; null and false children and attributes are left out, "on..." are listeners. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Makes these the children, in that order. Those that were there before stay untouched, so that none loses the focus. */
export function place(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let at = parent.firstChild;
  for (const element of elements) {
    if (element === at) {
      at = at.nextSibling;
    } else {
      parent.insertBefore(element, at);
    }
  }
}

/**
 * Puts an element where another one was that told the same differently. Details that were open there, by their data-part,
 * are open again, and what had the focus in them gives it to their summary.
 */
export function replace(before, element) {
  const parts = [...before.querySelectorAll("details")];
  const focused = parts.find(each => each.contains(document.activeElement));
  before.replaceWith(element);
  for (const details of element.querySelectorAll("details")) {
    const same = parts.find(each => each.dataset.part === details.dataset.part);
    details.open = Boolean(same?.open);
    if (same && same === focused) {
      details.querySelector("summary").focus({preventScroll: true});
    }
  }
}

/** A function that has the work done once before the next frame is drawn, however often it is called until then. */
export function onceAFrame(work) {
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        work();
      });
    }
  };
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}
