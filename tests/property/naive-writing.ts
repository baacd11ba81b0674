// Writes an answer. A Map in it is an object whose keys keep their order, whatever they look like.

// Units are integer hundredths inside and plain numbers outside.
export function shown(hundredths: number): number {
  return hundredths / 100;
}

export function written(answer: object): string {
  return objectOf(Object.entries(answer), (inner) => (inner instanceof Map ? objectOf([...inner], JSON.stringify) : JSON.stringify(inner)));
}

function objectOf(entries: [string, unknown][], write: (value: unknown) => string): string {
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${write(inner)}`).join(",")}}`;
}
