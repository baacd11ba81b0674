// A strict JSON reader (RFC 8259) that remembers where each value stands in the text.

export interface Member {
  key: string;
  value: JsonNode;
}

export type JsonNode = { start: number; end: number } & (
  | { type: "null" }
  | { type: "boolean"; value: boolean }
  | { type: "number"; literal: string }
  | { type: "string"; value: string }
  | { type: "array"; items: JsonNode[] }
  | { type: "object"; members: Member[] }
);

export class SyntaxFault extends Error {}

const kNumber = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const kShortEscapes: Record<string, string> = {
  '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t",
};

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  document(): JsonNode {
    const value = this.value();
    this.skipSpace();
    if (this.at !== this.text.length) throw new SyntaxFault();
    return value;
  }

  private skipSpace(): void {
    while (" \t\n\r".includes(this.text[this.at] ?? "x")) this.at++;
  }

  private peek(): string {
    this.skipSpace();
    return this.text[this.at] ?? "";
  }

  private take(expected: string): void {
    if (!this.text.startsWith(expected, this.at)) throw new SyntaxFault();
    this.at += expected.length;
  }

  private value(): JsonNode {
    const first = this.peek();
    const start = this.at;
    switch (first) {
      case "{": return this.object(start);
      case "[": return this.array(start);
      case '"': return { type: "string", value: this.string(), start, end: this.at };
      case "t": this.take("true"); return { type: "boolean", value: true, start, end: this.at };
      case "f": this.take("false"); return { type: "boolean", value: false, start, end: this.at };
      case "n": this.take("null"); return { type: "null", start, end: this.at };
      default: return this.number(start);
    }
  }

  private number(start: number): JsonNode {
    kNumber.lastIndex = start;
    const found = kNumber.exec(this.text);
    if (found === null) throw new SyntaxFault();
    this.at += found[0].length;
    return { type: "number", literal: found[0], start, end: this.at };
  }

  private object(start: number): JsonNode {
    const members: Member[] = [];
    const seen = new Set<string>();
    this.take("{");
    while (this.peek() !== "}") {
      if (members.length > 0) this.take(",");
      this.skipSpace();
      const key = this.string();
      if (seen.has(key)) throw new SyntaxFault(); // a key twice in one object
      seen.add(key);
      this.skipSpace();
      this.take(":");
      members.push({ key, value: this.value() });
    }
    const end = this.at;
    this.take("}");
    return { type: "object", members, start, end };
  }

  private array(start: number): JsonNode {
    const items: JsonNode[] = [];
    this.take("[");
    while (this.peek() !== "]") {
      if (items.length > 0) this.take(",");
      items.push(this.value());
    }
    const end = this.at;
    this.take("]");
    return { type: "array", items, start, end };
  }

  private string(): string {
    let value = "";
    this.take('"');
    for (;;) {
      const c = this.text[this.at++];
      if (c === undefined || c < " ") throw new SyntaxFault();
      if (c === '"') break;
      value += c === "\\" ? this.escape() : c;
    }
    if (hasLoneSurrogate(value)) throw new SyntaxFault();
    return value;
  }

  private escape(): string {
    const c = this.text[this.at++] ?? "";
    if (c !== "u") {
      if (!(c in kShortEscapes)) throw new SyntaxFault();
      return kShortEscapes[c];
    }
    const digits = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new SyntaxFault();
    this.at += 4;
    return String.fromCharCode(parseInt(digits, 16));
  }
}

function hasLoneSurrogate(text: string): boolean {
  for (const point of text) {
    const code = point.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return true;
  }
  return false;
}

export function parseJson(text: string): JsonNode {
  return new Reader(text).document();
}

// RFC 6901
export function pointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
