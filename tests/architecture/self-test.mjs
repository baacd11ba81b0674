// usage: node tests/architecture/self-test.mjs
// Every rule can fail: each folder in fixtures/ is a small wrong house, and its EXPECTED lists
// "file:line rule". The folder `clean` has none.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { findings } from './architecture.mjs';
import { headerFindings } from './headers.mjs';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const rules = ['room', 'include', 'library', 'import', 'impure', 'impure-header', 'global', 'ascii',
  'markup', 'app-impure', 'length', 'public-headers', 'build-file', 'glob', 'junk-drawer'];
const seen = new Set();

for (const name of readdirSync(fixtures)) {
  test(name, () => {
    const found = findings(fixtures + name);
    found.forEach(({ rule }) => seen.add(rule));
    const expected = readFileSync(`${fixtures}${name}/EXPECTED`, 'utf8');
    const lines = found.map(({ file, line, rule }) => `${file}:${line} ${rule}\n`);
    assert.deepEqual([...new Set(lines)], expected.match(/.+\n/g) ?? []);
  });
}

test('a header that needs another before it', async () => {
  const { found } = await headerFindings(`${fixtures}header-alone`);
  assert.deepEqual(found.map(({ header }) => header), ['engine/include/kensan/lonely.h']);
});

test('each rule has failed somewhere', () => assert.deepEqual([...seen].sort(), rules.sort()));
