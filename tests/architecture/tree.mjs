// The repository's files and the rooms they are in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['.git', 'build', 'node_modules', 'fixtures']);

// All files below root, as paths relative to it, sorted.
export function filesBelow(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? [path] : [];
    })
    .sort();
}

export function readTree(root) {
  const paths = filesBelow(root);
  return {
    paths,
    has: (path) => paths.includes(path),
    text: (path) => readFileSync(join(root, path), 'utf8'),
  };
}

// Whether path is the room itself, in it, or the room's name with an extension.
export const isIn = (path, room) =>
  path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`);

// The entry of a table of rooms that a path belongs to, as [name, value], or undefined.
// roots are folders that hold for their direct files alone.
export function roomOf(path, rooms, roots = {}) {
  const names = Object.keys(rooms).filter((room) => isIn(path, room));
  const name = names.sort((a, b) => b.length - a.length)[0];
  if (name) return [name, rooms[name]];
  const folder = path.slice(0, path.lastIndexOf('/'));
  return folder in roots ? [folder, roots[folder]] : undefined;
}

export const lineAt = (text, index) => text.slice(0, index).split('\n').length;
