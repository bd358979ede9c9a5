/**
 * Exact conversion of what somebody typed from one unit into another.
 *
 * Works on integers of any length, so nothing is lost; only what is shown is rounded. It reads plain numbers alone
 * ("88", "1.5", "1,5"): whatever is harder to read is left to Python, which judges it anyway.
 */

const PLAIN = /^(\d+)(?:[.,](\d+))?$/;
const SHORT = 7; // significant digits up to which an exact value is shown whole
const SHOWN = 4; // significant digits otherwise

/** "884/10" -> [884n, 10n] */
export function factor(text) {
  const [numerator, denominator = "1"] = text.split("/");
  return [BigInt(numerator), BigInt(denominator)];
}

/** Returns [numerator, denominator] of a plain number, or null. "1,234" has two readings and is not plain. */
export function plainNumber(text) {
  const match = PLAIN.exec(text.trim());
  if (!match || (text.includes(",") && match[2].length === 3 && match[1] !== "0")) return null;
  const [, whole, fraction = ""] = match;
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
}

/** Converts typed text between two units given by their factors into the common unit; null when it is not plain. */
export function convert(text, from, to) {
  const number = plainNumber(text);
  if (!number) return null;
  const [fromTop, fromBottom] = factor(from);
  const [toTop, toBottom] = factor(to);
  return decimal(number[0] * fromTop * toBottom, number[1] * fromBottom * toTop);
}

/** A fraction as decimal text: exact where that is short, else rounded half up to four significant digits. */
export function decimal(top, bottom) {
  if (top === 0n) return "0";
  for (let places = 0; places <= 12; places += 1) {
    const scaled = top * 10n ** BigInt(places);
    if (scaled % bottom === 0n) {
      const digits = (scaled / bottom).toString();
      if (places === 0 || digits.length <= SHORT) return placed(digits, places);
    }
  }
  const whole = (top / bottom).toString();
  if (whole !== "0" && whole.length >= SHOWN) return rounded(top, bottom, 0);
  let zeros = 0;
  if (whole === "0") while (top * 10n ** BigInt(zeros + 1) < bottom) zeros += 1;
  return rounded(top, bottom, whole === "0" ? zeros + SHOWN : SHOWN - whole.length);
}

function rounded(top, bottom, places) {
  const scaled = (2n * top * 10n ** BigInt(places) + bottom) / (2n * bottom);
  return placed(scaled.toString(), places).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

function placed(digits, places) {
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, "0");
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
