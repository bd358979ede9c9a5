/**
 * Bundles one script with esbuild.
 * Standard input: {"packages": node_modules, "entry": path, "define": {name: value}}; standard output: the script.
 */

const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const { packages, entry, define } = JSON.parse(readFileSync(0, "utf-8"));
const { buildSync } = createRequire(join(packages, "package.json"))("esbuild");
const { outputFiles } = buildSync({
  entryPoints: [entry],
  nodePaths: [packages],
  define,
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  charset: "utf8",
  legalComments: "inline",
  target: ["chrome112", "edge112", "firefox112", "safari16.4"],
  logLevel: "error",
});
process.stdout.write(outputFiles[0].text);
