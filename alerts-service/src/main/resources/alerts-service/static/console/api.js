// Asks the service. What it answers with an error is thrown as an Error whose message a person can read.

/** The JSON of a path. */
export async function get(path, signal) {
  const response = await fetch(path, {headers: {Accept: "application/json"}, signal});
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response.json();
}

/** The JSON answer to a JSON question. */
export const post = (path, body, signal) => send("POST", path, body, signal);

/** The JSON answer to what is put there. */
export const put = (path, body) => send("PUT", path, body);

/** The JSON answer to its removal. */
export const remove = path => send("DELETE", path);

async function send(method, path, body, signal) {
  const headers = {Accept: "application/json", ...(body ? {"Content-Type": "application/json"} : {})};
  const response = await fetch(path, {method, headers, body: body && JSON.stringify(body), signal});
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response.json();
}

async function reason(response) {
  try {
    const problem = await response.json();
    return [problem.detail ?? problem.title, ...(problem.problems ?? []).map(each => each.detail)].join(" ");
  } catch {
    return `The service answered with status ${response.status}.`;
  }
}
