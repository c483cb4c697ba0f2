// SPDX-License-Identifier: Apache-2.0
//
// Light or dark: what the system prefers, until the reader chooses.  Loaded before the page is
// shown, so that it does not flash.
"use strict";
(() => {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  // A browser may refuse to store anything for files; the choice then lasts for a page.
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const store = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* lasts for a page */ } };

  const show = (theme) => {
    root.dataset.theme = theme;
    document.getElementById("theme")?.setAttribute("aria-pressed", String(theme === "dark"));
  };
  const wanted = () => stored() ?? (system.matches ? "dark" : "light");

  show(wanted());
  system.addEventListener("change", () => show(wanted()));
  document.addEventListener("DOMContentLoaded", () => {
    show(root.dataset.theme);
    document.getElementById("theme").addEventListener("click", () => {
      const theme = root.dataset.theme === "dark" ? "light" : "dark";
      store(theme);
      show(theme);
    });
  });
})();
