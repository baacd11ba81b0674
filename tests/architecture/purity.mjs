// What the engine may not name, and what the page may not write.
import { mutableGlobals } from './globals.mjs';
import { includesOf } from './references.mjs';
import {
  appImpurities, cppIncludeFolders, impureHeaders, impurities, unsafeMarkup, wwwRooms,
} from './rules.mjs';
import { withoutComments } from './source.mjs';
import { roomOf } from './tree.mjs';

function* tokens(file, text, table, rule) {
  for (const [index, content] of text.split('\n').entries()) {
    for (const { token, why } of table) {
      const match = token.exec(content);
      if (match) yield { file, line: index + 1, rule, says: `${match[0].trim()} ${why}` };
    }
  }
}

function* engineFile(file, tree) {
  const source = tree.text(file);
  const { text, code } = withoutComments(source, 'cpp');
  yield* tokens(file, code, impurities, 'impure');
  for (const { line, header } of includesOf(file, text, tree, cppIncludeFolders)) {
    if (impureHeaders.test(header)) {
      yield { file, line, rule: 'impure-header', says: `the engine does not need <${header}>` };
    }
  }
  for (const line of mutableGlobals(code)) {
    yield { file, line, rule: 'global', says: 'is a variable that outlives the call' };
  }
  for (const [index, content] of source.split('\n').entries()) {
    if (/[^\x00-\x7f]/.test(content)) {
      yield { file, line: index + 1, rule: 'ascii', says: 'the engine\'s sources are ASCII' };
    }
  }
}

export function* purity(tree) {
  for (const file of tree.paths) {
    if (/^engine\/.*\.(?:h|cpp)$/.test(file)) yield* engineFile(file, tree);
    if (/^www\/src\/.*\.tsx?$/.test(file)) {
      const { text } = withoutComments(tree.text(file), 'ts');
      yield* tokens(file, text, unsafeMarkup, 'markup');
      if (roomOf(file, wwwRooms)?.[1].pure) yield* tokens(file, text, appImpurities, 'app-impure');
    }
  }
}
