// Chance that a seed repeats.

/** A source of whole numbers in [0, below) and of UUIDs, the same ones for the same seed (xorshift128). */
export function chance(seed) {
  const state = new Uint32Array([seed ^ 0x9e3779b9, seed + 0x7f4a7c15, 0x1234567, ~seed]);
  const next = () => {
    const t = state[0] ^ (state[0] << 11);
    state.copyWithin(0, 1);
    state[3] = state[2] ^ (state[2] >>> 19) ^ t ^ (t >>> 8);
    return state[3];
  };
  for (let i = 0; i < 20; ++i) next();
  const below = (count) => Math.floor((next() / 2 ** 32) * count);
  const hex = (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join("");
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  return { below, one: (list) => list[below(list.length)], often: (percent) => below(100) < percent, uuid };
}
