// Decimal numbers by value, without floating point: 1.500 is 1.5 and 1e400 is what it says.

// value = (negative ? -1 : 1) * digits * 10^exponent; digits has no zero at either end, "" is zero.
interface Decimal {
  negative: boolean;
  digits: string;
  exponent: bigint;
}

function decimal(literal: string): Decimal {
  const [mantissa, power = "0"] = literal.toLowerCase().split("e");
  const [whole, fraction = ""] = mantissa.replace("-", "").split(".");
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  const exponent = BigInt(power.replace("+", "")) - BigInt(fraction.length) + BigInt(all.length - digits.length);
  return { negative: literal.startsWith("-"), digits, exponent: digits === "" ? 0n : exponent };
}

// Units: at most two decimals, 0 < u <= 999.99, as integer hundredths; undefined where out of range.
export function hundredths(literal: string): number | undefined {
  const { negative, digits, exponent } = decimal(literal);
  if (negative || digits === "" || exponent < -2n) return undefined;
  if (BigInt(digits.length) + exponent > 3n) return undefined;
  return Number(digits + "0".repeat(Number(exponent) + 2));
}

export function isInteger(literal: string): boolean {
  return decimal(literal).exponent >= 0n;
}

// Numbers from 9e307 on are out of every range.
const kTooLarge = 9e307;

// The integer, where it lies in [least, most]; undefined where out of range.
export function integerWithin(literal: string, least: number, most: number): number | undefined {
  const { negative, digits, exponent } = decimal(literal);
  const size = digits === "" ? 0 : Number(`${digits}e${exponent}`);
  const value = negative ? -size : size;
  return size < kTooLarge && value >= least && value <= most ? value : undefined;
}
