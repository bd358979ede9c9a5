/**
 * A small worker that turns a link into a QR code. It is loaded when somebody asks for one, answers and ends.
 *
 * Message in: the text. Message out: {size, path} (the code as SVG path data, a module being one unit) or {failure}.
 */

import encodeQR from "qr";

/** Each run of dark modules of a row as one rectangle. */
function pathOf(rows) {
  const parts = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const from = x;
      while (row[x]) x += 1;
      if (x > from) parts.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
    }
  });
  return parts.join("");
}

self.onmessage = ({ data }) => {
  try {
    const rows = encodeQR(data, "raw", { ecc: "medium", border: 4 });
    self.postMessage({ size: rows.length, path: pathOf(rows) });
  } catch (error) {
    self.postMessage({ failure: String(error?.message ?? error) });
  }
};
