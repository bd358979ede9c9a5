/**
 * A link with a case in the part after #, which never leaves the browser. Python writes and reads it
 * (presentation/links.py); here it is only known by its beginning, in today's form or the first one, however often a
 * program on its way has percent-encoded it.
 */

const LINK = /^#?c(?:[0-9]+(?:~|%(?:25)*7E|$)|(?:=|%(?:25)*3D))([\w-]*)/i;

/** The calculator that a link with a case names; "" for one that is cut before it, null for any other address. */
export const linkedCalculator = (hash) => LINK.exec(hash)?.[1] ?? null;
