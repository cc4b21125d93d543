"use strict";
// The page is complete without this: it adds playing, pointing from list to picture, and finding a word in both texts.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");

  // Ten seconds
  const player = one("[data-player]");
  if (player) {
    const LENGTH = 10;
    const lights = all(".page [data-at]").map((element) => [element, Number(element.dataset.at)]);
    const rows = all(".timeline > li").map((row) => [row, Number(row.dataset.begin), Number(row.dataset.end)]);
    const stops = all(".overlay rect.w[data-at]").filter((rect) => rect.closest(".spot"))
      .map((rect) => [Number(rect.dataset.at), rect]).sort((a, b) => a[0] - b[0]);
    const gaze = one(".gaze");
    const button = one("[data-play]");
    const scrub = one("[data-scrub]");
    const clock = one("[data-clock]");
    let started = 0;
    let frame = 0;
    let timer = 0;

    const show = (second, playing) => {
      for (const [element, at] of lights) element.classList.toggle("later", at > second + 1e-6);
      for (const [row, begin, end] of rows) {
        row.classList.toggle("later", begin >= second && second < LENGTH);
        row.classList.toggle("now", Boolean(playing) && begin < second && second <= end);
      }
      scrub.value = String(second);
      scrub.setAttribute("aria-valuetext", second.toFixed(1) + " seconds");
      clock.textContent = second.toFixed(1) + " s";
      if (gaze) {
        let at = null;
        for (const stop of stops) if (stop[0] <= second + 0.2) at = stop[1];
        gaze.classList.toggle("on", Boolean(playing) && at !== null && !still.matches);
        if (at) {
          gaze.setAttribute("cx", String(Number(at.getAttribute("x")) + Number(at.getAttribute("width")) / 2));
          gaze.setAttribute("cy", String(Number(at.getAttribute("y")) + Number(at.getAttribute("height")) / 2));
        }
      }
    };
    const label = (playing) => {
      button.setAttribute("aria-pressed", String(playing));
      one("[data-play-sign]").textContent = playing ? "❚❚" : "▶";
      one("[data-play-word]").textContent = playing ? "Stop" : "Play the ten seconds";
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
      frame = timer = 0;
      label(false);
    };
    const elapsed = () => Math.min(LENGTH, (performance.now() - started) / 1000);
    const tick = () => {
      const second = elapsed();
      show(second, second < LENGTH);
      if (second < LENGTH) frame = requestAnimationFrame(tick);
      else stop();
    };
    const play = () => {
      started = performance.now();
      label(true);
      show(0, true);
      if (still.matches) {
        timer = setInterval(() => {
          const second = Math.floor(elapsed() + 0.05);
          show(second, second < LENGTH);
          if (second >= LENGTH) stop();
        }, 1000);
      } else frame = requestAnimationFrame(tick);
    };
    button.addEventListener("click", () => {
      if (frame || timer) {
        stop();
        show(LENGTH, false);
      } else play();
    });
    scrub.addEventListener("input", () => {
      stop();
      show(Number(scrub.value), false);
    });
    player.hidden = false;
  }

  // From the timeline to the page and back
  const point = (glimpse, on) => {
    for (const element of all('[data-g="' + glimpse + '"]')) element.classList.toggle("on", on);
  };
  for (const element of all("[data-g]")) {
    for (const name of ["mouseenter", "focus"]) element.addEventListener(name, () => point(element.dataset.g, true));
    for (const name of ["mouseleave", "blur"]) element.addEventListener(name, () => point(element.dataset.g, false));
  }

  // One word in both texts
  const said = one("[data-said]");
  let chosen = null;
  const has = (element, key) => element.dataset.k.split(" ").includes(key);
  const behavior = () => (still.matches ? "auto" : "smooth");
  const bring = (pane, mark) => {
    const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    pane.scrollTo({ top: Math.max(0, top - pane.clientHeight / 3), behavior: behavior() });
  };
  const tell = (key) => {
    const chip = document.getElementById("k" + key);
    if (!said || !chip) return;
    const times = (number) => (number === 0 ? "nowhere" : number === 1 ? "once" : number + " times");
    said.textContent = "“" + one(".name", chip).textContent + "”: " + times(Number(chip.dataset.posting)) +
      " in the posting, " + times(Number(chip.dataset.resume)) + " in your resume.";
  };
  const choose = (key, from) => {
    chosen = key;
    for (const element of all("[data-k]")) {
      const on = key !== null && has(element, key);
      element.classList.toggle("on", on);
      if (on) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
    if (key === null) {
      if (said) said.textContent = "";
      return;
    }
    tell(key);
    for (const pane of all("[data-pane]")) {
      const mark = one("[data-k].on", pane);
      if (mark && !(from && pane.contains(from))) bring(pane, mark);
    }
    const panes = one(".panes");
    if (panes && from && !panes.contains(from)) {
      panes.scrollIntoView({ block: one("#texts").contains(from) ? "nearest" : "start", behavior: behavior() });
    }
  };
  for (const link of all("a[data-k]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const keys = link.dataset.k.split(" ");
      const next = keys[(keys.indexOf(chosen) + 1) % keys.length];
      choose(keys.length === 1 && chosen === keys[0] && one("#texts").contains(link) ? null : next, link);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen !== null) choose(null, null);
  });
})();
