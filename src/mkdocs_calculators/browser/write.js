/** Writes only what differs: an attribute or a text that is written again has the browser style and lay out the page anew. */

export function hide(node, hidden) {
  if (node.hidden !== hidden) node.hidden = hidden;
}

export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
