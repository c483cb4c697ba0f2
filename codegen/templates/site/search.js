// SPDX-License-Identifier: Apache-2.0
//
// The search: window.searchIndex holds [kind, name, address, summary] of all that is described.
// `/` goes to the field, the arrows choose, Enter goes there, Escape leaves.
"use strict";
(() => {
  const MOST = 12;
  const input = document.getElementById("search");
  const list = document.getElementById("results");
  let chosen = -1;

  // How badly a word fits an entry; Infinity if it does not.
  function distance(word, name, summary) {
    if (name === word) return 0;
    if (name.startsWith(word)) return 1;
    if (name.split(/[-_.]/).some((part) => part.startsWith(word))) return 2;
    if (name.includes(word)) return 3;
    return summary.includes(word) ? 4 : Infinity;
  }

  function find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return window.searchIndex
      .map((entry, order) => {
        const [, name, , summary] = entry.map((field) => field.toLowerCase());
        const far = words.reduce((sum, word) => sum + distance(word, name, summary), 0);
        return { entry, far, order };
      })
      .filter(({ far }) => far < Infinity)
      .sort((a, b) => a.far - b.far || a.entry[1].length - b.entry[1].length || a.order - b.order)
      .slice(0, MOST)
      .map(({ entry }) => entry);
  }

  function element(tag, text, style) {
    const made = document.createElement(tag);
    made.textContent = text;
    if (style) made.className = style;
    return made;
  }

  function row([kind, name, address, summary], number) {
    const item = document.createElement("li");
    item.id = `result-${number}`;
    item.setAttribute("role", "option");
    const link = document.createElement("a");
    link.href = address;
    link.tabIndex = -1;
    link.append(element("span", kind, "word"), element("code", name), element("span", summary, "summary"));
    // Also when it leads to the page that is shown.
    link.addEventListener("click", close);
    item.append(link);
    return item;
  }

  function choose(number) {
    list.children[chosen]?.removeAttribute("aria-selected");
    chosen = number;
    const item = list.children[chosen];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item ? item.id : "");
  }

  function open() {
    const found = find(input.value);
    list.replaceChildren(...found.map(row));
    if (found.length === 0 && input.value.trim()) list.append(element("li", "Nothing found", "word"));
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(found.length > 0 ? 0 : -1);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  const keys = {
    ArrowDown: () => choose(Math.min(chosen + 1, list.children.length - 1)),
    ArrowUp: () => choose(Math.max(chosen - 1, 0)),
    Enter: () => list.children[chosen]?.querySelector("a")?.click(),
    Escape: () => { close(); input.blur(); },
  };

  input.addEventListener("input", open);
  input.addEventListener("focus", open);
  input.addEventListener("keydown", (event) => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === input) return;
    event.preventDefault();
    input.focus();
  });
})();
