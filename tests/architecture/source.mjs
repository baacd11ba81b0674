// Source text without its comments, and without the contents of its literals. Lengths and line
// breaks stay, so that a place in the result is the same place in the file.

const blank = (text) => text.replace(/[^\n]/g, ' ');

// Each is tried at the current place; the first that matches is taken whole.
const cppTokens = [
  { kind: 'comment', at: /\/\/(?:\\\n|[^\n])*|\/\*[^]*?(?:\*\/|$)/y },
  { kind: 'include', at: /(?<=^[ \t]*)#[ \t]*include[ \t]*(?:<[^>\n]*>|"[^"\n]*")/my },
  { kind: 'literal', at: /(?:u8|[uUL])?R"([^(\s]*)\([^]*?\)\1"/y },
  { kind: 'literal', at: /"(?:\\[^]|[^"\\\n])*"/y },
  { kind: 'code', at: /\d(?:'?[\w.])*/y }, // 1'000 is no character literal
  { kind: 'literal', at: /'(?:\\[^]|[^'\\\n])*'/y },
  { kind: 'code', at: /[A-Za-z_]\w*/y },
];

// Template literals are taken as text, their ${expressions} too; a regular expression is known by
// what stands before it.
const tsTokens = [
  { kind: 'comment', at: /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y },
  { kind: 'literal', at: /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'/y },
  { kind: 'literal', at: /`(?:\\[^]|[^`\\])*`/y },
  { kind: 'literal',
    at: /(?<=(?:[(,=:[!&|?{;]|\breturn)\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y },
  { kind: 'code', at: /[A-Za-z_$][\w$]*/y },
];

// text: comments blanked.  code: literals blanked too.
export function withoutComments(source, language) {
  const tokens = language === 'cpp' ? cppTokens : tsTokens;
  let text = '';
  let code = '';
  for (let place = 0; place < source.length;) {
    const [kind, piece] = tokenAt(source, place, tokens);
    text += kind === 'comment' ? blank(piece) : piece;
    code += kind === 'comment' || kind === 'literal' ? blank(piece) : piece;
    place += piece.length;
  }
  return { text, code };
}

function tokenAt(source, place, tokens) {
  for (const { kind, at } of tokens) {
    at.lastIndex = place;
    const match = at.exec(source);
    if (match) return [kind, match[0]];
  }
  return ['code', source[place]];
}
