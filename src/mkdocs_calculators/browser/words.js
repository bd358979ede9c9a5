/** The sentences a reader sees while the calculator starts, and when it cannot. One place, British English. */

export const STAGES = {
  download: "Loading the calculator",
  python: "Starting Python in this browser",
  rules: "Reading the rules",
  ready: "The calculator is ready",
};

/** Every reason for which a calculator can fail: what happened, then what the reader can do. */
export const FAILURES = {
  webassembly:
    "This browser does not allow WebAssembly, which the calculator needs. A setting or a policy of your organisation may block it. " +
    "Another browser or device may work. The criteria table on this page can be read without it.",
  browser:
    "This browser is too old to run the calculator. Chrome, Edge or Firefox from version 112 and Safari from 16.4 can. " +
    "The criteria table on this page can be read without it.",
  memory:
    "This browser ran out of memory while starting the calculator. Close other tabs or programs and try again. " +
    "The criteria table on this page can be read without it.",
  download:
    "A part of the calculator could not be downloaded. Check the connection and try again. If the site has just been updated, reload the page.",
  stalled: "The download of the calculator has stopped. Check the connection and try again.",
  integrity:
    "A part of the calculator arrived changed and was not used. Reload the page; if this happens again, a proxy or filter on the way may be altering files.",
  file:
    "This copy of the page was opened from a folder but was made for a web server. Use the offline edition of the guide, which opens by double click.",
  missing:
    "A file of this offline copy is missing. Unpack the whole archive again and open index.html from the unpacked folder.",
  incomplete: "This copy of the guide is not whole: a part of the file is missing. Get the file again from where you have it.",
  worker:
    "This browser does not allow background scripts (workers), which the calculator needs. A setting or a policy of your organisation may block them. " +
    "Another browser or device may work. The criteria table on this page can be read without it.",
  hung: "The calculator did not answer in time and was started again. Your answers are kept. Try once more, or change an answer.",
  slow: "Python did not start in time in this browser. Try again, or close other tabs and programs first.",
  crashed: "The calculator stopped unexpectedly and was started again. Your answers are kept. Try once more, or change an answer.",
  python: "The calculator could not start in this browser. Reload the page or try another browser. The criteria table on this page can be read without it.",
  cancelled: "Stopped. Your answers are kept.",
};
