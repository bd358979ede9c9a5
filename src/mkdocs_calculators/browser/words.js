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
  altered:
    "A file of this offline copy is not as it was made, so it was not used. Unpack the whole archive again; until then do not rely on this copy.",
  changed:
    "A part of this file is not as it was made, so it was not used. Get the file again from where you have it; until then do not rely on this copy.",
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

/** Keeping the guide for reading without a network. */
export const KEEP = {
  offer: "Keep for offline reading",
  offer_note:
    "Keeps every page, the search and the calculators in this browser: {size} MB on this device, less to download. " +
    "Only files of this site are kept, never what you enter. Nothing is kept unless you ask.",
  begun: "An earlier attempt was interrupted; what it brought is used.",
  progress: "Keeping: {bytes} of {size} MB, {files} of {of} files",
  stop: "Stop",
  kept: "The guide is kept in this browser and opens here without a network. Evidence last confirmed on {confirmed}, version {version}, {size} MB.",
  kept_just_now: "Done.",
  remove: "Remove from this browser",
  removed: "Removed. Nothing of the guide is kept in this browser any more.",
  news: "A new version of this guide is there. You are reading the one kept in this browser, with evidence last confirmed on {confirmed}.",
  switch: "Keep the new version instead",
  later: "Not now",
  switched: "The new version is kept. Reload the page to read it; what is entered on this page is then gone.",
  reload: "Reload",
  again: "Try again",
  failures: {
    file: "This is an offline copy already: it opens from its folder without a network.",
    insecure: "A browser keeps pages only from an https address. Get the offline copy above instead.",
    not_offered: "This address does not offer the guide for keeping. Get the offline copy above instead.",
    blocked:
      "This browser does not allow a page to keep anything: a private window, a setting or a policy of your organisation may be the reason. " +
      "Get the offline copy above instead.",
    full: "There is not enough room for the guide in this browser. Nothing that was kept before is lost. Free some space and try again.",
    download: "The connection was lost. What has arrived is not thrown away: try again to go on.",
    changing: "A file is not what this version of the guide should hold. The site may be being renewed at this moment: try again in some minutes.",
    unknown: "The guide could not be kept in this browser. Get the offline copy above instead.",
  },
};
