// Quicker, never needed: every page works without this file.
"use strict";

const typing = (target) => target.matches("input, textarea, select");

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.matches("details")) {
    target.open = true;
    (target.querySelector("textarea, button") || target.querySelector("summary")).focus();
  } else if (target.matches("a")) {
    target.click();
  } else if (key === "n") {
    target.form.requestSubmit(target);
  } else {
    target.focus();                      // a decision takes a second key: Enter
  }
  return true;
}

function step(by) {
  const rows = [...document.querySelectorAll(".list a.pair")];
  const at = rows.indexOf(document.activeElement);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  if (next) next.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "l") location.href = "/drafts";
  else if (event.key.length !== 1 || !press(event.key)) return;
  event.preventDefault();
});

// One press is one request: a second one is not sent.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
  leaving = true;
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach((form) => delete form.dataset.sent);
});

// A draft that is open is held for whoever reads it, and given back when they go.
let leaving = false;
const lease = document.getElementById("lease");

async function send(path, token) {
  const body = new URLSearchParams(token ? { lease: token } : {});
  const answer = await fetch(`/drafts/${lease.dataset.item}/lease${path}`, { method: "POST", body });
  return answer.ok ? answer.json() : null;
}

async function hold() {
  const taken = await send("", "");
  if (!taken) return;
  document.querySelectorAll('input[name="lease"]').forEach((input) => { input.value = taken.token; });
  const renewal = setInterval(async () => {
    if (!await send("/renew", taken.token)) clearInterval(renewal);
  }, (taken.seconds * 1000) / 3);
  window.addEventListener("pagehide", () => {
    if (leaving) return;
    navigator.sendBeacon(`/drafts/${lease.dataset.item}/lease/release`, new URLSearchParams({ lease: taken.token }));
  });
}

if (lease && lease.dataset.open) hold();
