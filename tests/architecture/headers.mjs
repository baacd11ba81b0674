// usage: node tests/architecture/headers.mjs [ROOT]
// Compiles every header alone: it must bring what it uses.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { filesBelow } from './tree.mjs';

const flags = ['-std=c++20', '-fsyntax-only', '-Wall', '-Wextra', '-Werror', '-x', 'c++'];
const folders = {
  engine: ['engine/include', 'engine/src'],
  server: ['engine/include', 'server/src', 'build/deps/httplib'],
};

// The compiler's complaint, '' where there is none.
function complaint(root, header) {
  const room = header.split('/')[0];
  const includes = folders[room].flatMap((folder) =>
    [folder.startsWith('build/') ? '-isystem' : '-I', folder]);
  // -include: as a main file the header's own `#pragma once` would be a warning.
  const command = [...flags, ...includes, '-include', header, '/dev/null'];
  return new Promise((resolve) => {
    execFile('g++', command, { cwd: root }, (error, _out, text) => resolve(error ? text : ''));
  });
}

export async function headerFindings(root) {
  const queue = Object.keys(folders).filter((room) => existsSync(`${root}/${room}`))
    .flatMap((room) => filesBelow(root, room)).filter((path) => path.endsWith('.h'));
  const found = [];
  const total = queue.length;
  const worker = async () => {
    for (let header = queue.shift(); header; header = queue.shift()) {
      const text = await complaint(root, header);
      if (text) found.push({ header, text });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return { total, found };
}

if (import.meta.url.endsWith(process.argv[1].split('/').at(-1))) {
  const { total, found } = await headerFindings(process.argv[2] ?? '.');
  for (const { header, text } of found) console.log(`${header}: does not compile alone\n${text}`);
  console.log(`${total} headers, ${found.length} do not compile alone`);
  process.exitCode = found.length ? 1 : 0;
}
