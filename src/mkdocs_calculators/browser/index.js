/** The one script of the site: the custom element and the desk behind it. */

import "./native-worker.js"; // first: it looks at the Worker constructor before any shim can replace it
import "./element.js";
import "./review.js";
import "./skip.js";
import "./keep-panel.js";
import { desk } from "./desk.js";
import { holdTheme } from "./theme-waits.js";

holdTheme(desk);
