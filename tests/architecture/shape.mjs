// Sizes and names: what keeps a room readable.
import { junkDrawers, sizes } from './rules.mjs';

const isSource = (path) => /\.(?:h|cpp|tsx?|m?js|css|cmake)$/.test(path) || path === 'dev';
const lines = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function* longFiles(tree) {
  const allowed = new Set(sizes.longFiles.map(({ path }) => path));
  for (const file of tree.paths.filter(isSource)) {
    const length = lines(tree.text(file));
    if (length > sizes.fileLines && !allowed.has(file)) {
      yield { file, line: sizes.fileLines + 1, rule: 'length',
        says: `has ${length} lines: split it, or give a reason in sizes.longFiles` };
    }
    if (length <= sizes.fileLines && allowed.has(file)) {
      yield { file, line: 1, rule: 'length', says: 'needs no exception in sizes.longFiles' };
    }
  }
}

function* publicHeaders(tree) {
  const headers = tree.paths.filter((path) => /^engine\/include\/.*\.h$/.test(path));
  const total = headers.reduce((sum, path) => sum + lines(tree.text(path)), 0);
  if (total > sizes.publicEngineHeaders) {
    yield { file: headers.at(-1), line: 1, rule: 'public-headers',
      says: `public headers have ${total} lines together, at most ${sizes.publicEngineHeaders}` };
  }
}

function* buildFiles(tree) {
  for (const file of tree.paths.filter((path) => /(?:^|\/)CMakeLists\.txt$/.test(path))) {
    const text = tree.text(file);
    const limit = file === 'CMakeLists.txt' ? sizes.rootCmake : sizes.roomCmake;
    if (lines(text) > limit) {
      yield { file, line: limit + 1, rule: 'build-file', says: `has more than ${limit} lines` };
    }
    for (const [index, content] of text.split('\n').entries()) {
      if (/\bfile\s*\(\s*GLOB/i.test(content)) {
        yield { file, line: index + 1, rule: 'glob', says: 'sources are listed by name' };
      }
    }
  }
}

function* junk(tree) {
  for (const file of tree.paths) {
    const names = file.split('/');
    const [stem] = names.pop().split('.');
    const drawer = [...names, ...(isSource(file) ? [stem] : [])].find((n) => junkDrawers.test(n));
    if (drawer) {
      yield { file, line: 1, rule: 'junk-drawer', says: `"${drawer}" says nothing: name its duty` };
    }
  }
}

export function* shape(tree) {
  yield* longFiles(tree);
  yield* publicHeaders(tree);
  yield* buildFiles(tree);
  yield* junk(tree);
}
