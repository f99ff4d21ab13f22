// One stream of alerts for all tabs of a browser (HTTP/1.1 allows six connections an origin). Tabs that come later are told
// the state so far. EventSource reconnects by itself, with the id of the last event, so that nothing is missed.

const AGAIN_MS = 2_000;

const ports = new Set();
let alerts = new Map();
let building = null;
let lastEventId = null;
let state = {state: "connecting", since: Date.now(), heardAt: null};

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

// Opened anew where the service answered with an error: EventSource gives up then, and just then.
function open() {
  const parameter = lastEventId === null ? "" : `?lastEventId=${encodeURIComponent(lastEventId)}`;
  const source = new EventSource(`/api/alerts/stream${parameter}`);
  // Alerts before the end of a snapshot replace all that was known, and are no news.
  if (lastEventId === null) {
    building = new Map();
  }
  source.addEventListener("open", () => become("live"));
  source.addEventListener("error", () => {
    become("disconnected");
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(open, AGAIN_MS);
    }
  });
  source.addEventListener("reset", () => {
    building = new Map();
  });
  source.addEventListener("snapshot-end", event => {
    alerts = building ?? alerts;
    building = null;
    heard(event);
    tell({type: "snapshot", alerts: [...alerts.values()], heardAt: state.heardAt});
  });
  source.addEventListener("alert", event => {
    const alert = JSON.parse(event.data);
    if (building) {
      building.set(alert.alertId, alert);
      return;
    }
    if (alert.status === "ACTIVE") {
      alerts.set(alert.alertId, alert);
    } else {
      alerts.delete(alert.alertId);
    }
    heard(event);
    tell({type: "alert", alert, heardAt: state.heardAt});
  });
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
    port.postMessage({type: "snapshot", alerts: [...alerts.values()], heardAt: state.heardAt});
  }
  port.postMessage({type: "connection", ...state});
});

open();
