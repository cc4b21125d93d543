"use strict";
// The page is complete without this: it adds sorting, and filters that hide rows.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);
  const table = one("[data-ranked]");
  if (!table) return;
  const body = one("tbody", table);
  const rows = all("tr", body);
  const order = { yes: 0, borderline: 1, no: 2 };
  const falling = new Set(["overall", "required"]); // the most first
  const names = new Map(rows.map((row) => [row, one(".c-name", row).firstElementChild.textContent]));
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
  const value = (row, name) => (name === "verdict" ? order[row.dataset.verdict] : Number(row.dataset[name]));
  const rank = (row) => Number(row.dataset.rank);

  const sort = (name, direction) => {
    const sign = direction === "ascending" ? 1 : -1;
    const by = name === "name" ? (a, b) => compare(names.get(a), names.get(b)) : (a, b) => value(a, name) - value(b, name);
    rows.sort((a, b) => sign * by(a, b) || rank(a) - rank(b));
    body.remove(); // so that the page is laid out once
    body.append(...rows);
    table.append(body);
    for (const head of all("thead th", table)) {
      if (one("[data-sort]", head).dataset.sort === name) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    }
  };
  for (const button of all("[data-sort]", table)) {
    button.addEventListener("click", () => {
      const now = button.closest("th").getAttribute("aria-sort");
      const first = falling.has(button.dataset.sort) ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      sort(button.dataset.sort, now === first ? other : first);
    });
  }

  const sieve = one("[data-sieve]");
  const count = one("[data-count]");
  const free = one("[data-free]", sieve);
  const group = one("[data-group]", sieve);
  const find = one("[data-find]", sieve);
  const number = new Intl.NumberFormat("en");
  const filter = () => {
    const least = Number(one("[name=least]:checked", sieve).value);
    const verdict = one("[name=verdict]:checked", sieve).value;
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = Number(row.dataset.overall) >= least && (verdict === "any" || row.dataset.verdict === verdict) &&
        !(free && free.checked && Number(row.dataset.hurdles) > 0) &&
        !(group && group.value && row.dataset.group !== group.value) &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const of = shown === rows.length ? "" : " of " + number.format(rows.length);
    count.textContent = number.format(shown) + of + (rows.length === 1 ? " posting" : " postings");
  };
  sieve.addEventListener("input", filter);
  sieve.addEventListener("change", filter);
  sieve.addEventListener("submit", (event) => event.preventDefault());
  for (const button of all("[data-only]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      group.value = button.dataset.only;
      filter();
      one("#ranked").scrollIntoView();
      group.focus({ preventScroll: true });
    });
  }
  sieve.hidden = false;
  filter();
})();
