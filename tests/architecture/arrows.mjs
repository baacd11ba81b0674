// Who includes or imports what they may not see.
import { importsOf, includesOf } from './references.mjs';
import {
  cppIncludeFolders, cppRooms, cppRoots, externalHeaders, packages, wwwRooms, wwwRoots,
} from './rules.mjs';
import { withoutComments } from './source.mjs';
import { isIn, roomOf } from './tree.mjs';

const sees = (rooms, path) => rooms.some((room) => isIn(path, room));

function* cppFile(file, tree) {
  const room = roomOf(file, cppRooms, cppRoots);
  if (!room) {
    yield { file, line: 1, rule: 'room', says: 'is in no room of the house: see cppRooms' };
    return;
  }
  const { text } = withoutComments(tree.text(file), 'cpp');
  for (const { line, header, quoted, path } of includesOf(file, text, tree, cppIncludeFolders)) {
    if (path && !sees(room[1], path)) {
      yield { file, line, rule: 'include', says: `${room[0]} may not see ${path}` };
    }
    if (!path && quoted) {
      yield { file, line, rule: 'include', says: `"${header}" is no file of this house` };
    }
    const owner = externalHeaders.find((external) => !path && external.header.test(header));
    if (owner && !sees(owner.rooms, file)) {
      const where = owner.rooms.join(' and ');
      yield { file, line, rule: 'library', says: `only ${where} may include ${owner.name}` };
    }
  }
}

function* wwwFile(file, tree) {
  const room = roomOf(file, wwwRooms, wwwRoots);
  if (!room) {
    yield { file, line: 1, rule: 'room', says: 'is in no room of the house: see wwwRooms' };
    return;
  }
  const [name, { values, types, not = [] }] = room;
  const { text } = withoutComments(tree.text(file), 'ts');
  for (const { line, name: imported, type, path } of importsOf(file, text)) {
    const open = (rooms) => sees(rooms, path) && !sees(not, path);
    if (path && !open(values) && !(type && open(types))) {
      const only = sees(types, path) ? ' but for its types' : '';
      yield { file, line, rule: 'import', says: `${name} may not import ${path}${only}` };
    }
    const owner = packages.find((known) => !path && known.name.test(imported));
    if (owner && !sees(owner.rooms, file)) {
      const where = owner.rooms.join(' and ');
      yield { file, line, rule: 'library', says: `only ${where} may import ${owner.title}` };
    }
  }
}

export function* arrows(tree) {
  for (const file of tree.paths) {
    if (/^(?:engine|wasm|server)\/.*\.(?:h|cpp)$/.test(file)) yield* cppFile(file, tree);
    if (/^www\/src\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts')) yield* wwwFile(file, tree);
  }
}
