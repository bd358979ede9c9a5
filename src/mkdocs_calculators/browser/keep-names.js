/**
 * Where a kept guide lies in this browser's Cache Storage; page and service worker share these names.
 *
 *   "open-net-guide/1 <scope>"             one entry: the note (keep.json) of the version that is kept whole
 *   "open-net-guide/1 <scope> <version>"   the files of a version, whole or on their way
 *
 * The scope, the address of the guide's home page, keeps two guides of one host apart. Answers are never in it.
 */

export const NOTE = "keep.json";
export const homeOf = (scope) => `open-net-guide/1 ${scope}`;
export const storeOf = (scope, version) => `${homeOf(scope)} ${version}`;

/** The note of the version that is kept, or null. Looks without making anything. */
export async function keptNote(scope) {
  if (!(await caches.has(homeOf(scope)))) return null;
  const note = await (await caches.open(homeOf(scope))).match(new URL(NOTE, scope));
  return note ? note.json() : null;
}
