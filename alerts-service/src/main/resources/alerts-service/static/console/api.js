// Asks the service. What it answers with an error is thrown as an Error whose message a person can read, with its status.

// A connection that died unnoticed must not hold up for ever what is asked for now and then.
const PATIENCE_MS = 20_000;

/** The JSON of a path. */
export const get = (path, signal) => send("GET", path, undefined, signal);

/** The JSON answer to a JSON question. */
export const post = (path, body, signal) => send("POST", path, body, signal);

/** The JSON answer to what is put there. */
export const put = (path, body) => send("PUT", path, body);

/** The JSON answer to its removal. */
export const remove = path => send("DELETE", path);

async function send(method, path, body, signal) {
  const headers = {Accept: "application/json", ...(body ? {"Content-Type": "application/json"} : {})};
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method, headers, body: body && JSON.stringify(body), signal: signal ? AbortSignal.any([signal, patience]) : patience
    });
    if (response.ok) {
      return await response.json();
    }
    throw Object.assign(new Error(await reason(response)), {status: response.status});
  } catch (error) {
    throw patience.aborted || error instanceof TypeError ? new Error("The service cannot be reached.") : error;
  }
}

async function reason(response) {
  try {
    const problem = await response.json();
    return [problem.detail ?? problem.title, ...(problem.problems ?? []).map(each => each.detail)].join(" ");
  } catch {
    return `The service answered with status ${response.status}.`;
  }
}
