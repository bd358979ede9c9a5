/**
 * Takes out of pyodide.asm.js what nothing can reach: Emscripten writes down whole libraries for screens, sound and games, and
 * thousands of exports, whether anybody calls them or not.
 *
 * The script is one function with thousands of declarations side by side. Of what the interpreter may ask for
 * (`wasmImports`) only that stays which its file does ask for. Then a declaration stays, with what is added to it, whose name
 * stands, as a name or as a whole string, in something that stays; and whatever does more than to declare always stays.
 *
 * Standard input: {"packages": node_modules, "text": script, "imports": [name], "others": [scripts that may name something]}
 * Standard output: the shorter script.
 */

const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const { packages, text, imports, others } = JSON.parse(readFileSync(0, "utf-8"));
const { parse } = createRequire(join(packages, "package.json"))("acorn");
const IMPORTS = "wasmImports";
const A_NAME = /^[A-Za-z_$][\w$]*$/;

/** A script as a tree, and the names in it, each with its place, in order. */
function read(script) {
  const names = [];
  const onToken = ({ type, value, start }) => {
    if (type.label === "name" || (type.label === "string" && A_NAME.test(value))) names.push({ name: value, start });
  };
  return { tree: parse(script, { ecmaVersion: "latest", onToken }), names };
}

/** The function with the most statements. */
function largestFunction(tree) {
  let largest = { body: { body: [] } };
  const look = (node) => {
    if (typeof node?.type !== "string") return;
    if (node.type.includes("Function") && node.body.body?.length > largest.body.body.length) largest = node;
    for (const value of Object.values(node)) [value].flat().forEach(look);
  };
  look(tree);
  return largest;
}

const isOnModule = ({ type, left }) => type === "AssignmentExpression" && left.object?.name === "Module";

/** Whether working an expression out does nothing else. */
function isPure(node) {
  switch (node?.type) {
    case undefined:
    case "Literal":
    case "Identifier":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    case "UnaryExpression":
      return isPure(node.argument);
    case "MemberExpression": // wasmExports["malloc"], Browser.createContext
      return node.object.type === "Identifier";
    case "ObjectExpression":
      return node.properties.every((each) => each.type === "Property" && isPure(each.value));
    case "ArrayExpression":
      return node.elements.every(isPure);
    default: // Module["_malloc"]=wasmExports["malloc"]
      return isOnModule(node) && isPure(node.right);
  }
}

/** The name that a statement declares and does nothing else; undefined for another statement. */
function declaredBy({ type, id, declarations, expression }) {
  if (type === "FunctionDeclaration") return id.name;
  if (type === "VariableDeclaration") return declarations.length === 1 && isPure(declarations[0].init) ? declarations[0].id.name : undefined;
  return expression && isOnModule(expression) && isPure(expression.right) ? expression.left.property.value : undefined; // Module["FS"]=FS
}

/** The name of what a statement adds to and does nothing else: _exit.sig="vi". */
function addedTo({ expression }) {
  if (expression?.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return undefined;
  return isPure(expression.right) ? expression.left.object.name : undefined;
}

/** The statement of what the interpreter may ask for, as the places of those that it does ask for. */
function asked({ declarations: [{ init }] }) {
  const wanted = new Set(imports);
  return init.properties.filter(({ key }) => wanted.has(key.name ?? key.value));
}

/** The first place in a sorted list whose `start` is not before a number. */
function placeOf(list, number) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].start < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shorter() {
  const { tree, names } = read(text);
  const { body } = largestFunction(tree);
  const namesIn = ({ start, end }) => names.slice(placeOf(names, start), placeOf(names, end)).map(({ name }) => name);
  const declared = new Map(); // name -> what declares it, until it is reached
  const stays = new Map(); // what stays -> its text
  const waiting = others.flatMap((script) => read(script).names.map(({ name }) => name));
  const keep = (part) => {
    stays.set(part, text.slice(part.start, part.end));
    waiting.push(...namesIn(part));
  };

  [{ start: 0, end: body.start + 1 }, { start: body.end - 1, end: text.length }].forEach(keep);
  const known = new Set(body.body.map(declaredBy));
  for (const statement of body.body) {
    const name = [declaredBy(statement), addedTo(statement)].find((each) => each !== undefined && known.has(each));
    if (name === undefined) keep(statement);
    else if (name === IMPORTS && statement.type === "VariableDeclaration") {
      const properties = asked(statement);
      waiting.push(...properties.flatMap(namesIn));
      stays.set(statement, `var ${IMPORTS}={${properties.map(({ start, end }) => text.slice(start, end))}};`);
    } else declared.set(name, [...(declared.get(name) ?? []), statement]);
  }
  while (waiting.length) {
    const name = waiting.pop();
    const reached = declared.get(name) ?? [];
    declared.delete(name);
    reached.forEach(keep);
  }
  return [...stays.keys()].sort((one, other) => one.start - other.start).map((part) => stays.get(part)).join("\n");
}

process.stdout.write(shorter());
