/**
 * Shortens one script with esbuild; the names that it gives to other scripts stay.
 * Standard input: {"packages": node_modules, "text": script}; standard output: the shorter script.
 */

const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const { packages, text } = JSON.parse(readFileSync(0, "utf-8"));
const { transformSync } = createRequire(join(packages, "package.json"))("esbuild");
process.stdout.write(transformSync(text, { minify: true, charset: "utf8", legalComments: "inline", logLevel: "error" }).code);
