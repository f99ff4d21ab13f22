// One stream of alerts, and of what operators do about them, for all tabs of a browser (HTTP/1.1 allows six connections an
// origin). Tabs that come later are told the state so far. EventSource reconnects by itself, with the id of the last event,
// so that nothing is missed.

const AGAIN_MS = 2_000;
// The service says at least every 15 seconds that it is there; a connection that died unnoticed says nothing.
const SILENCE_MS = 35_000;

const ports = new Set();
let known = nothing();
let building = null;
let lastEventId = null;
let silence = null;
let state = {state: "connecting", since: Date.now(), heardAt: null};

/** Active alerts by id, and what was done about them by capability and measure. */
function nothing() {
  return {alerts: new Map(), actions: new Map()};
}

function snapshot() {
  return {type: "snapshot", alerts: [...known.alerts.values()], actions: [...known.actions.values()], heardAt: state.heardAt};
}

function tell(message) {
  for (const port of ports) {
    port.postMessage(message);
  }
}

function become(name) {
  if (state.state !== name) {
    state = {...state, state: name, since: Date.now()};
    tell({type: "connection", ...state});
  }
}

function open() {
  const source = subscribe();
  const again = () => {
    clearTimeout(silence);
    source.close();
    become("disconnected");
    setTimeout(open, AGAIN_MS);
  };
  const sign = () => {
    clearTimeout(silence);
    silence = setTimeout(again, SILENCE_MS);
  };
  for (const type of ["open", "reset", "snapshot-end", "alert", "action", "heartbeat"]) {
    source.addEventListener(type, sign);
  }
  source.addEventListener("error", () => {
    become("disconnected");
    // It goes on by itself unless the service answered with an error.
    if (source.readyState === EventSource.CLOSED) {
      again();
    }
  });
  sign();
}

function subscribe() {
  const parameter = lastEventId === null ? "" : `?lastEventId=${encodeURIComponent(lastEventId)}`;
  const source = new EventSource(`/api/alerts/stream${parameter}`);
  source.addEventListener("open", () => {
    // What comes before the end of a snapshot replaces all that was known, and is no news. Half a snapshot is void.
    building = lastEventId === null ? nothing() : null;
    become("live");
  });
  source.addEventListener("heartbeat", () => {
    state.heardAt = Date.now();
  });
  source.addEventListener("reset", () => {
    building = nothing();
  });
  source.addEventListener("snapshot-end", event => {
    known = building ?? known;
    building = null;
    heard(event);
    tell(snapshot());
  });
  source.addEventListener("alert", event => {
    const alert = JSON.parse(event.data);
    keep("alerts", alert.alertId, alert.status === "ACTIVE", alert);
    if (!building) {
      heard(event);
      tell({type: "alert", alert, heardAt: state.heardAt});
    }
  });
  source.addEventListener("action", event => {
    const action = JSON.parse(event.data);
    keep("actions", `${action.capability} ${action.measure}`, action.endedAt === null, action);
    if (!building) {
      heard(event);
      tell({type: "action", action, heardAt: state.heardAt});
    }
  });
  return source;
}

function keep(what, key, current, value) {
  const kept = (building ?? known)[what];
  if (current) {
    kept.set(key, value);
  } else {
    kept.delete(key);
  }
}

function heard(event) {
  lastEventId = event.lastEventId;
  state.heardAt = Date.now();
}

self.addEventListener("connect", event => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = message => {
    if (message.data === "close") {
      ports.delete(port);
    }
  };
  if (!building && state.heardAt) {
    port.postMessage(snapshot());
  }
  port.postMessage({type: "connection", ...state});
});

open();
