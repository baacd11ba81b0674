// Whether two answers say the same, whatever ground and message they give.

const kIgnored = ["rule", "message"];

function names(value) {
  return Object.keys(value).filter((name) => !kIgnored.includes(name));
}

// The path of the first difference, or null.
export function difference(a, b, path = "") {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b ? null : path || "/";
  if (Array.isArray(a) !== Array.isArray(b)) return path || "/";
  if (Array.isArray(a) && a.length !== b.length) return `${path}/length`;
  for (const name of new Set([...names(a), ...names(b)])) {
    if (!Object.hasOwn(a, name) || !Object.hasOwn(b, name)) return `${path}/${name}`;
    const inside = difference(a[name], b[name], `${path}/${name}`);
    if (inside !== null) return inside;
  }
  return null;
}
