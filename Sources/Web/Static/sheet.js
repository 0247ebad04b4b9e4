"use strict";
// What a judge types is kept in the browser until the site has it, so that a lost network loses nothing.
// Every page works without this script; old browsers, WeChat's among them, need nothing newer than fetch and localStorage.
(function () {
  var PREFIX = "studio-sheet-";

  function each(selector, root, work) {
    Array.prototype.forEach.call((root || document).querySelectorAll(selector), work);
  }

  var store = {
    get: function (key) {
      try { return JSON.parse(localStorage.getItem(PREFIX + key) || "null"); } catch (error) { return null; }
    },
    put: function (key, value) {
      try { localStorage.setItem(PREFIX + key, JSON.stringify(value)); return true; } catch (error) { return false; }
    },
    remove: function (key) {
      try { localStorage.removeItem(PREFIX + key); } catch (error) { /* nothing was kept */ }
    },
    // The keys that begin so: those of one judge.
    keys: function (prefix) {
      try {
        return Object.keys(localStorage).filter(function (name) {
          return name.indexOf(PREFIX + prefix) === 0;
        }).map(function (name) { return name.slice(PREFIX.length); });
      } catch (error) { return []; }
    }
  };

  // What was typed. A level says no more than the points beside it; what was shown before is the page's own.
  function fieldsOf(form) {
    var fields = [];
    Array.prototype.forEach.call(form.elements, function (element) {
      if (!/^(mark|why|whole)-/.test(element.name || "")) return;
      if (element.type === "checkbox" && !element.checked) return;
      fields.push([element.name, element.value]);
    });
    return fields;
  }

  function fill(form, fields) {
    each('input[type="checkbox"]', form, function (box) { box.checked = false; });
    fields.forEach(function (field) {
      var element = form.elements[field[0]];
      if (!element) return;
      if (element.type === "checkbox") element.checked = true; else element.value = field[1];
    });
  }

  function encoded(fields) {
    return fields.map(function (field) {
      return encodeURIComponent(field[0]) + "=" + encodeURIComponent(field[1]);
    }).join("&");
  }

  function clock() {
    var now = new Date();
    function two(number) { return number < 10 ? "0" + number : String(number); }
    return two(now.getHours()) + ":" + two(now.getMinutes());
  }

  function keep(form) {
    var key = form.getAttribute("data-sheet");
    var state = document.getElementById("saving");
    var refresh = Marks.watch(form);
    var page = form.elements.page.value;
    var loaded = encoded(fieldsOf(form));
    var unsent = false, isKept = false, sending = false, leaving = false;
    // Why nothing is sent by itself: a choice has to be made; somebody else saved something newer ("conflict"), and the page
    // shows it ("shown"); there is an end.
    var halted = null;
    // The button that was pressed: where it leads is gone to once everything is saved.
    var goal = null, pressed = "save";
    var timer = null, wait = 2000, version = 0;

    function word(name) { return state.getAttribute("data-" + name); }
    function say(text, isUnsent) {
      state.textContent = text;
      state.className = isUnsent ? "saving unsent" : "saving";
    }
    function here() { return word(isKept ? "local" : "unkept"); }
    function later(milliseconds) {
      clearTimeout(timer);
      timer = setTimeout(send, milliseconds);
    }

    // What stands against something newer is never taken for the next draft without being asked about.
    function keepHere() {
      var base = halted === "shown" ? "" : form.elements.saved.value;
      isKept = store.put(key, { page: page, base: base, fields: fieldsOf(form) });
    }

    // Another window's own is left to it.
    function forgetHere() {
      var kept = store.get(key);
      if (kept && kept.page === page) store.remove(key);
    }

    function changed(soon) {
      unsent = true;
      version += 1;
      if (halted === "choice") return;
      keepHere();
      if (halted) return;
      say(here(), true);
      later(soon ? 300 : 2500);
    }

    function halt(why, text) {
      halted = why;
      goal = null;
      clearTimeout(timer);
      say(text, true);
    }

    function failed(why) {
      goal = null;
      say(here() + " · " + word(why), true);
      later(wait);
      wait = Math.min(wait * 2, 60000);
    }

    function post(isLast) {
      form.elements.turn.value = Number(form.elements.turn.value) + 1;
      var fields = ["token", "saved", "page", "turn"].map(function (name) { return [name, form.elements[name].value]; });
      each('input[name^="was-"]', form, function (input) { fields.push([input.name, input.value]); });
      var controller = window.AbortController && !isLast ? new AbortController() : null;
      var limit = controller && setTimeout(function () { controller.abort(); }, 30000);
      return fetch(form.getAttribute("action"), {
        method: "POST", credentials: "same-origin", redirect: "error", keepalive: isLast,
        signal: controller ? controller.signal : undefined,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json" },
        body: encoded(fields.concat(fieldsOf(form), [["answer", "json"], ["do", goal || ""]]))
      }).then(function (answer) {
        clearTimeout(limit);
        return answer;
      });
    }

    function send() {
      if (!unsent || sending || halted || leaving) return;
      sending = true;
      var sent = { version: version, fields: fieldsOf(form) };
      post(false).then(function (answer) {
        var isTold = /json/.test(answer.headers.get("Content-Type") || "");
        if (isTold) return answer.json().then(function (told) { sending = false; heard(told, sent); });
        sending = false;
        if (answer.status === 401 || answer.status === 403) return expired();
        if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return failed("busy");
        halt("end", word("unsaved"));
      }).catch(function () {
        sending = false;
        failed("offline");
      });
    }

    function expired() {
      halt("end", (isKept ? word("login") : here()) + " ");
      var link = document.createElement("a");
      link.href = "/login?back=" + encodeURIComponent(location.pathname);
      link.textContent = word("enter");
      state.appendChild(link);
    }

    function heard(told, sent) {
      if (told.state === "signed") {
        forgetHere();
        unsent = false;
        return halt("end", word("signed"));
      }
      if (told.state === "newer") {
        var isAsked = goal;
        halt("conflict", word("newer"));
        leaving = Boolean(isAsked);
        return isAsked && form.submit();
      }
      if (told.state !== "saved") return halt("end", told.text);
      wait = 2000;
      form.elements.saved.value = told.saved;
      // What the site has is what the next change is compared with.
      sent.fields.forEach(function (field) {
        var was = form.elements["was-" + field[0].replace(/^mark-/, "")];
        if (was) was.value = field[1];
      });
      if (sent.version !== version) {
        keepHere();
        return later(goal ? 0 : 300);
      }
      unsent = false;
      forgetHere();
      say(word("saved") + " " + clock(), false);
      if (goal && told.next) location.assign(told.next);
    }

    function restore() {
      if (form.hasAttribute("data-conflict")) {
        unsent = true;
        halted = "shown";
        return keepHere();
      }
      var kept = store.get(key);
      if (!kept) return;
      if (encoded(kept.fields) === loaded) return store.remove(key);
      if (kept.base === form.elements.saved.value) {
        fill(form, kept.fields);
        refresh();
        changed(true);
        return say(word("restore"), true);
      }
      halt("choice", word("both") + " ");
      choice(word("mine"), function () {
        halted = null;
        fill(form, kept.fields);
        refresh();
        changed(true);
      });
      choice(word("theirs"), function () {
        halted = null;
        store.remove(key);
        if (encoded(fieldsOf(form)) !== loaded) return changed(true);
        unsent = false;
        say(word("saved"), false);
      });
    }

    function choice(text, work) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "second";
      button.textContent = text;
      button.addEventListener("click", work);
      state.appendChild(button);
    }

    form.addEventListener("input", function () { changed(false); });
    form.addEventListener("change", function () { changed(true); });
    form.addEventListener("click", function (event) {
      if (event.target.name === "do") pressed = event.target.value;
    });
    form.addEventListener("submit", function (event) {
      // The site shows what somebody else saved beside what was typed here, or says why nothing is saved any more.
      if (halted === "conflict" || halted === "end") {
        leaving = true;
        return;
      }
      event.preventDefault();
      if (halted === "choice") return;
      halted = null;
      goal = event.submitter ? event.submitter.value : pressed;
      unsent = true;
      version += 1;
      keepHere();
      clearTimeout(timer);
      send();
    });
    // Phones end a page without a word: what is unsent goes at once.
    document.addEventListener("visibilitychange", function () { if (document.hidden) send(); });
    window.addEventListener("pagehide", function () {
      if (unsent && !halted && !leaving) post(true).catch(function () { /* it is kept here */ });
    });
    window.addEventListener("pageshow", function () {
      leaving = false;
      send();
    });
    window.addEventListener("online", function () {
      wait = 2000;
      send();
    });
    window.addEventListener("beforeunload", function (event) {
      if (!unsent || leaving) return;
      event.preventDefault();
      event.returnValue = "";
    });
    restore();
  }

  function start() {
    // What is signed is nobody's draft any more.
    each("[data-settled]", document, function (element) { store.remove(element.getAttribute("data-settled")); });
    each("[data-kept]", document, function (element) {
      element.hidden = !store.get(element.getAttribute("data-kept"));
    });
    each("form[data-leaving]", document, function (form) {
      var kept = store.keys(form.getAttribute("data-leaving"));
      form.querySelector(".kept").hidden = !kept.length;
      form.addEventListener("submit", function () { kept.forEach(store.remove); });
    });
    if (window.fetch) each("form[data-sheet]", document, keep);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
