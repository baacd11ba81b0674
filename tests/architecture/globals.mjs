// Variables of a C++ source that outlive a call and can change: at namespace scope, or static.
import { lineAt } from './tree.mjs';

const notVariables = new RegExp('^(?:using|namespace|template|typedef|struct|class|enum|union|' +
  'static_assert|extern|friend|concept|requires|asm|explicit|virtual)\\b');

const withoutTemplateArguments = (text) => {
  const next = text.replace(/<[^<>;{}]*>/g, ' ');
  return next === text ? text : withoutTemplateArguments(next);
};

// Whether the text of a declaration, up to its initialiser's brace or its semicolon, is one.
function isMutableVariable(declaration) {
  const plain = withoutTemplateArguments(declaration.replace(/\[\[[^\]]*\]\]/g, ' ')).trim();
  if (notVariables.test(plain) || /\b(?:const|constexpr|consteval|operator)\b/.test(plain)) {
    return false;
  }
  const named = plain.split('=')[0];
  return !named.includes('(') && /[\w>*&\]]\s+[*&]*[\w:]+\s*(?:\[[^\]]*\]\s*)*$/.test(named);
}

const scopeOpenedBy = (head) => {
  if (/(?:^|\s)namespace\b[^=]*$/.test(head) || /\bextern\s*$/.test(head)) return 'namespace';
  return /\b(?:struct|class|union)\b[^()]*$/.test(head) ? 'type' : 'block';
};

function isMutableStatic(scope, declaration) {
  const [, inside, end] = /^(?:static|thread_local)\b([^;={(]*)(.?)/s.exec(declaration);
  if (/\b(?:const|constexpr|consteval)\b/.test(inside)) return false;
  return scope === 'block' || end !== '(';
}

// Lines of mutable globals; code has neither comments nor literals.
export function mutableGlobals(source) {
  const code = source.replace(/^[ \t]*#(?:\\\n|[^\n])*/gm, (text) => text.replace(/[^\n]/g, ' '));
  const scopes = ['namespace'];
  const places = [];
  let start = 0;
  const report = (end) => {
    const text = code.slice(start, end);
    if (isMutableVariable(text)) places.push(start + text.search(/\S/));
  };
  for (const match of code.matchAll(/[{};]|\b(?:static|thread_local)\b/g)) {
    const scope = scopes.at(-1);
    const { index } = match;
    if (/\w/.test(match[0])) {
      if (scope !== 'namespace' && isMutableStatic(scope, code.slice(index))) places.push(index);
      continue;
    }
    if (match[0] === '{') {
      if (scope === 'namespace') report(index);
      scopes.push(scopeOpenedBy(code.slice(start, index)));
    } else if (match[0] === '}') {
      if (scopes.length > 1) scopes.pop();
    } else if (scope === 'namespace') {
      report(index);
    }
    start = index + 1;
  }
  return [...new Set(places.map((place) => lineAt(code, place)))];
}
