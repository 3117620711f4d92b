// Presses without a person: events of every kind, forged, replayed, and trusted ones that a script can cause.
window.tried = 0;
window.loot = [];
addEventListener("load", () => {
  const make = {
    click: MouseEvent,
    dblclick: MouseEvent,
    auxclick: PointerEvent,
    contextmenu: PointerEvent,
    pointerdown: PointerEvent,
    pointerup: PointerEvent,
    mousedown: MouseEvent,
    mouseup: MouseEvent,
    keydown: KeyboardEvent,
    keyup: KeyboardEvent,
    input: InputEvent,
    change: Event,
    submit: SubmitEvent,
    toggle: Event,
  };
  const how = {
    bubbles: true,
    composed: true,
    cancelable: true,
    detail: 1,
    key: "Enter",
    code: "Enter",
    button: 0,
    isTrusted: true,
  };
  const real = [];
  for (const type of Object.keys(make)) {
    addEventListener(type, (event) => event.isTrusted && real.length < 20 && real.push(event), true);
  }
  const box = document.body.appendChild(document.createElement("div"));
  box.innerHTML =
    '<details><summary>More</summary></details><form><input name="q" required value="1">' +
    '<input type="checkbox"></form><p popover>Note</p>';
  box.style.cssText = "position: absolute; inset-inline-start: -999px";
  const [details, form, check, note] = ["details", "form", "[type=checkbox]", "p"].map((one) =>
    box.querySelector(one),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  let at = 0;
  setInterval(() => {
    tried += 1;
    const [host] = [...document.documentElement.children].filter(
      (node) => !["head", "body"].includes(node.localName),
    );
    if (!host) return;
    host.tabIndex = 0;
    host.focus();
    host.click();
    // Trusted, though a script caused them.
    details.open = !details.open;
    check.click();
    form.requestSubmit();
    note.togglePopover();
    // A few points a time, over all of the window.
    for (let step = 0; step < 40; step += 1) {
      at = (at + 37) % 100_000;
      const clientX = (at * 7) % innerWidth;
      const clientY = (at * 13) % innerHeight;
      for (const target of [host, document, window]) {
        for (const [type, Kind] of Object.entries(make))
          target.dispatchEvent(new Kind(type, { ...how, clientX, clientY }));
      }
    }
    for (const event of real) host.dispatchEvent(event);
    host.removeAttribute("tabindex");
  }, 120);
});
