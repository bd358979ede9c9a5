/** Colours as on this device, set before anything is drawn. The style sheets know both sets by Material's attribute. */

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
dark.addEventListener("change", follow);
follow();
