// The house as tables: who may see whom, what the engine may not name, how large files may grow.
// architecture.mjs reads the tree and compares. A room is a folder (or file stem); the longest
// match decides. Paths are relative to the repository's root.

const engine = (...rooms) => ['engine/include', ...rooms.map((room) => `engine/src/${room}`)];

// include <- values <- rulebook <- kinds <- assess, seminar, learning <- wire
export const cppRooms = {
  'engine/include': engine(),
  'engine/src/values': engine('values'),
  'engine/src/rulebook': engine('values', 'rulebook'),
  'engine/src/kinds': engine('values', 'rulebook', 'kinds'),
  'engine/src/assess': engine('values', 'rulebook', 'kinds', 'assess'),
  'engine/src/seminar': engine('values', 'rulebook', 'kinds', 'seminar'),
  'engine/src/learning': engine('values', 'rulebook', 'kinds', 'learning'),
  'engine/src/wire': engine(
    'values', 'rulebook', 'kinds', 'assess', 'seminar', 'learning', 'wire'),
  'wasm': ['engine/include', 'wasm'],
  'server/src/store': ['engine/include', 'server/src/store'],
  'server/src/app': ['engine/include', 'server/src/store', 'server/src/app'],
  'server/src/http': ['engine/include', 'server/src/store', 'server/src/app', 'server/src/http'],
  // What the command line asks for: starts the other rooms, and none of them sees it.
  'server/src/commands': ['engine/include', 'server/src/store', 'server/src/app',
    'server/src/http', 'server/src/commands'],
};

// Folders whose own files (not their subfolders') put the rooms together.
export const cppRoots = {
  'server/src': ['engine/include', 'server/src'],
};

export const cppIncludeFolders = ['engine/include', 'engine/src', 'server/src', 'wasm'];

export const externalHeaders = [
  { header: /^nlohmann\//, name: 'nlohmann JSON', rooms: ['engine/src/wire', 'server/src'] },
  { header: /^httplib\.h$/, name: 'cpp-httplib', rooms: ['server/src/http'] },
  { header: /^sqlite3\.h$/, name: 'SQLite', rooms: ['server/src/store'] },
  { header: /^zlib\.h$/, name: 'zlib', rooms: ['server/src/app/photos'] },
  { header: /^emscripten(\/|\.h)/, name: 'Emscripten', rooms: ['wasm'] },
];

const outside = ['www/src/engine', 'www/src/server', 'www/src/storage'];
const app = (...names) => names.map((name) => `www/src/app/${name}`);
const told = app('state', 'actions', 'rules', 'selectors', 'today');
const view = {
  values: ['www/src/screens', 'www/src/parts', 'www/src/text', 'www/src/styles', ...told],
  types: outside,
};
const wiring = {
  values: ['www/src/app', 'www/src/screens', 'www/src/parts', 'www/src/text', 'www/src/styles'],
  types: outside,
};

// The files of app/ that act; all others there are pure (appImpurities).
const [effects, ...wires] = app('effects', 'root', 'main', 'start');

// values: what may be imported at run time, save what `not` names; types: what may besides be
// imported as a type.
export const wwwRooms = {
  'www/src/screens': view,
  'www/src/parts': view,
  'www/src/app': {
    values: ['www/src/app', 'www/src/text'], not: [effects, ...wires], types: outside, pure: true,
  },
  [effects]: { values: ['www/src/app', 'www/src/text', ...outside], types: [] },
  ...Object.fromEntries(wires.map((file) => [file, wiring])),
  'www/src/engine': { values: ['www/src/engine', 'wasm', 'build/wasm'], types: outside },
  'www/src/server': { values: ['www/src/server'], types: outside },
  'www/src/storage': { values: ['www/src/storage'], types: outside },
  'www/src/text': { values: ['www/src/text'], types: [...outside, ...told] },
  'www/src/styles': { values: ['www/src/styles'], types: [] },
};

export const wwwRoots = {
  'www/src': { values: ['www/src/app', 'www/src/text', 'www/src/styles'], types: outside },
};

export const packages = [
  { name: /^@sqlite\.org\//, title: 'SQLite', rooms: ['www/src/storage'] },
  { name: /^workbox-/, title: 'Workbox', rooms: ['www/src'] },
];

// Matched in engine/ after comments and string literals are gone.
export const impurities = [
  { token: /\b(?:system|steady|high_resolution|utc)_clock\b/, why: 'reads a clock' },
  { token: /\b(?:time|clock|gettimeofday|localtime|gmtime|mktime)\s*\(/, why: 'reads a clock' },
  { token: /\bgetenv\b/, why: 'reads the environment' },
  { token: /\b(?:float|double|strtod|strtof|stod|stof|atof)\b/, why: 'is floating point' },
  { token: /\bunordered_\w+/, why: 'has no fixed order' },
  { token: /\b(?:f|s|sn|v)?printf\b|\bfopen\b|\bputs\b/, why: 'is I/O' },
  { token: /\bstd::(?:cout|cerr|cin|clog|i?o?f?stream|filesystem)\b/, why: 'is I/O' },
  { token: /\b(?:s?rand|mt19937(?:_64)?|random_device)\b/, why: 'is random' },
  { token: /\b(?:throw|try|catch)\b/, why: 'is about exceptions' },
  { token: /\b(?:typeid|dynamic_cast)\b/, why: 'needs run-time types' },
  { token: /\bstd::(?:thread|jthread|mutex|shared_mutex|atomic|async|condition_variable)\b/,
    why: 'is about threads' },
];
export const impureHeaders = new RegExp('^(?:' + [
  'iostream', 'fstream', 'ostream', 'istream', 'sstream', 'iomanip', 'cstdio', 'stdio\\.h',
  'filesystem', 'ctime', 'time\\.h', 'random', 'thread', 'mutex', 'shared_mutex', 'atomic',
  'future', 'condition_variable', 'unordered_map', 'unordered_set', 'regex', 'locale', 'clocale',
  'cmath', 'math\\.h', 'cfloat', 'exception', 'stdexcept', 'typeinfo', 'unistd\\.h',
].join('|') + ')$');

// Matched in www/src/, comments gone: the page's security policy allows no inline style or script.
export const unsafeMarkup = [
  { token: /\bstyle=(?:["']|\{\s*["'`])/, why: 'is a style attribute: use a class' },
  { token: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/,
    why: 'writes markup past the view layer' },
  { token: /\bdocument\.write\b|\beval\s*\(|\bnew Function\b/, why: 'runs text as code' },
];

// Matched in the pure files of www/src/app: the clock, chance and the page come in as arguments.
export const appImpurities = [
  { token: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./, why: 'reads a clock' },
  { token: /\bMath\.random\b|\bcrypto\./, why: 'is random' },
  { token: /\bfetch\s*\(|\b(?:localStorage|sessionStorage|indexedDB)\b/, why: 'is I/O' },
  { token: /\b(?:document|navigator|globalThis)\./, why: 'is the page' },
];

export const junkDrawers = /^(?:utils?|common|helpers?|types|misc)$/i;

export const sizes = {
  fileLines: 300,
  // { path, reason }: files that may be longer. An entry that is no longer needed is a finding.
  longFiles: [
    { path: 'www/src/text/ja.ts', reason: 'a language is one table in one file, one sentence a line' },
    { path: 'www/src/text/en.ts', reason: 'a language is one table in one file, one sentence a line' },
  ],
  publicEngineHeaders: 499,
  rootCmake: 60,
  roomCmake: 40,
};
