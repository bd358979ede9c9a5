// The page's script without the custom element: tests drive the desk themselves.
import { Desk, desk, LIMITS } from "../../../../src/mkdocs_calculators/browser/desk.js";

Object.assign(globalThis, { desk, Desk, LIMITS });
