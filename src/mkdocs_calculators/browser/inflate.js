/** base64 of gzip back to bytes, in a page or in a worker. */

function bytesOf(base64) {
  if (typeof Uint8Array.fromBase64 === "function") return Uint8Array.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** An ArrayBuffer. Feeds the decompressor through its writer: WebKit cannot read a Blob inside a blob worker. */
export async function inflate(base64) {
  const decompressor = new DecompressionStream("gzip");
  const writer = decompressor.writable.getWriter();
  const written = writer.write(bytesOf(base64)).then(() => writer.close());
  const buffer = await new Response(decompressor.readable).arrayBuffer();
  await written;
  return buffer;
}
