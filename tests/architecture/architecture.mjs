// usage: node tests/architecture/architecture.mjs [ROOT]
// Reads every include and import and says where the house's rules (rules.mjs) are broken.
import { pathToFileURL } from 'node:url';
import { arrows } from './arrows.mjs';
import { purity } from './purity.mjs';
import { shape } from './shape.mjs';
import { readTree } from './tree.mjs';

// [{ file, line, rule, says }], in the order of files and lines.
export function findings(root) {
  const tree = readTree(root);
  const found = [...arrows(tree), ...purity(tree), ...shape(tree)];
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

function main(root) {
  const found = findings(root);
  for (const { file, line, rule, says } of found) console.log(`${file}:${line}: ${says} [${rule}]`);
  const files = readTree(root).paths.length;
  console.log(found.length ? `${found.length} findings` : `${files} files, no finding`);
  process.exitCode = found.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2] ?? '.');
