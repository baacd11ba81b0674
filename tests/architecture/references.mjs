// What a source file refers to: includes of C++, imports of TypeScript.
import { posix } from 'node:path';
import { lineAt } from './tree.mjs';

// [{ line, header, path }]: path is the file in the tree, undefined for a header from outside.
export function includesOf(file, text, tree, folders) {
  const found = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]/gm)];
  return found.map((match) => {
    const header = match[1];
    const places = [posix.dirname(file), ...folders].map((folder) => posix.join(folder, header));
    return {
      line: lineAt(text, match.index + match[0].indexOf('#')),
      header,
      quoted: match[0].endsWith('"'),
      path: places.find((place) => tree.has(place)),
    };
  });
}

const clause = String.raw`((?:(?!\b(?:import|export)\b)[\w$*\s{},])*?)`;
const importForms = [
  new RegExp(String.raw`\b(?:import|export)\b\s*${clause}\s*\bfrom\s*["']([^"']+)["']`, 'g'),
  /\bimport\s*()["']([^"']+)["']/g,
  /\bimport\s*\(\s*()["']([^"']+)["']/g,
  /\bnew\s+URL\(\s*()["']([^"']+)["']\s*,\s*import\.meta\.url/g,
];

const typesOnly = (names) => {
  if (/^type\b/.test(names)) return true;
  const inside = /^\{([^}]*)\}$/.exec(names)?.[1];
  const parts = inside?.split(',').map((part) => part.trim()).filter(Boolean) ?? [];
  return parts.length > 0 && parts.every((part) => /^type\s/.test(part));
};

// [{ line, name, type, path }]: path is relative to the root, undefined for a package.
export function importsOf(file, text) {
  return importForms.flatMap((form) => [...text.matchAll(form)].map((match) => ({
    line: lineAt(text, match.index),
    name: match[2],
    type: typesOnly(match[1].trim()),
    path: /^\.{0,2}\//.test(match[2]) ? posix.join(posix.dirname(file), match[2]) : undefined,
  })));
}
