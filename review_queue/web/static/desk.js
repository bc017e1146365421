// Quicker, never needed: every page works without this file.
"use strict";

const typing = (target) => target.matches("input, textarea, select");

function press(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.matches("details")) {
    target.open = true;
    (target.querySelector("textarea, button") || target.querySelector("summary")).focus();
    target.scrollIntoView({ block: "nearest" });
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
  const rows = [...document.querySelectorAll(".list a.pair, article.text a")];
  const at = rows.indexOf(document.activeElement);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  if (!next) return;
  next.focus();
  const told = next.hash && document.querySelector(next.hash);   // what is told of it, beside the text
  if (told) told.scrollIntoView({ block: "nearest" });
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
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
  if (event.target.elements.lease) token = "";      // the decision gives the lease back
});

// A page that comes back by the back button shows what was: look again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// A draft that is open is held for whoever reads it, and given back when they go.
const lease = document.getElementById("lease");
let token = "";

async function send(path, held) {
  const body = new URLSearchParams(held ? { lease: held } : {});
  const answer = await fetch(`/drafts/${lease.dataset.item}/lease${path}`, { method: "POST", body });
  return answer.ok ? answer.json() : null;
}

async function hold() {
  const taken = await send("", "");
  if (!taken) return;
  token = taken.token;
  document.querySelectorAll('input[name="lease"]').forEach((input) => { input.value = token; });
  lease.dataset.held = "yes";
  setTimeout(keep, (taken.seconds * 1000) / 3);
}

async function keep() {
  if (!token) return;
  const kept = await send("/renew", token);
  if (kept) setTimeout(keep, (kept.seconds * 1000) / 3);
  else await hold();                                // it ran out while the machine slept: take it anew
}

window.addEventListener("pagehide", () => {
  if (!token) return;
  navigator.sendBeacon(`/drafts/${lease.dataset.item}/lease/release`, new URLSearchParams({ lease: token }));
});

if (lease && lease.dataset.open) hold();
