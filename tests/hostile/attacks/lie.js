// A switch that counts how often it is pressed, and by what; and that gives a wrong answer while it is asked.
window.tried = 0;
window.loot = [];
window.presses = [];
addEventListener(
  "click",
  (event) => {
    const target = event.composedPath()[0];
    if (!target.matches?.('[role="switch"]')) return;
    tried += 1;
    presses.push({ trusted: event.isTrusted, key: target.getAttribute("aria-labelledby") });
  },
  true,
);
