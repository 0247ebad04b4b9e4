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
    clear: function () {
      try {
        Object.keys(localStorage).forEach(function (name) {
          if (name.indexOf(PREFIX) === 0) localStorage.removeItem(name);
        });
      } catch (error) { /* nothing was kept */ }
    }
  };

  // Points as they are typed: full-width digits, a comma for the point.
  function hundredths(text) {
    var plain = text.replace(/[０-９]/g, function (digit) {
      return String.fromCharCode(digit.charCodeAt(0) - 0xFEE0);
    }).replace(/[,，。、．]/g, ".").replace(/[\s\u3000]/g, "");
    if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain)) return null;
    var parts = plain.split(".");
    return parseInt(parts[0], 10) * 100 + parseInt(((parts[1] || "") + "00").slice(0, 2), 10);
  }

  function shown(points) {
    var cents = String(points % 100);
    return Math.floor(points / 100) + "." + (cents.length < 2 ? "0" + cents : cents);
  }

  // Sums, levels and points in step, the reason asked for where a mark is not the reference mark.
  function watchMarks(form) {
    function mark(id) { return form.elements["mark-" + id]; }

    function total() {
      var all = 0;
      each("[data-rubric]", form, function (section) {
        var id = section.getAttribute("data-rubric");
        var output = section.querySelector("[data-sum]");
        var tick = form.elements["whole-" + id];
        if (!section.querySelector("input.mark")) {
          all += hundredths(output.textContent) || 0;
          return;
        }
        var sum = 0;
        each("input.mark", section, function (input) {
          var isWhole = input.name === "mark-" + id;
          var points = hundredths(input.value);
          var most = hundredths(input.getAttribute("data-maximum"));
          if (isWhole === Boolean(tick && tick.checked) && points !== null && points <= most) sum += points;
        });
        output.textContent = shown(sum);
        all += sum;
      });
      each("[data-total]", form, function (output) { output.textContent = shown(all); });
    }

    function step(input) {
      var points = hundredths(input.value);
      var radios = form.elements["level-" + input.name.slice(5)];
      if (radios) {
        each('input[name="level-' + input.name.slice(5) + '"]', form, function (radio) {
          radio.checked = points !== null && hundredths(radio.value) === points;
        });
      }
      var why = form.querySelector('[data-why="' + input.name.slice(5) + '"]');
      if (why && why.hasAttribute("data-measured")) {
        var reference = hundredths(input.getAttribute("data-reference") || "");
        var text = why.querySelector("textarea");
        var differs = points !== null && reference !== null && points !== reference;
        why.className = differs || text.value ? "why" : "why quiet";
      }
    }

    form.addEventListener("change", function (event) {
      var name = event.target.name || "";
      if (name.indexOf("level-") === 0 && event.target.checked) {
        var input = mark(name.slice(6));
        input.value = event.target.value;
        step(input);
      }
      total();
    });
    form.addEventListener("input", function (event) {
      if (event.target.classList.contains("mark")) step(event.target);
      total();
    });
    each("input.mark", form, step);
    total();
    return function () { each("input.mark", form, step); total(); };
  }

  function fieldsOf(form) {
    var fields = [];
    Array.prototype.forEach.call(form.elements, function (element) {
      if (!element.name || element.name === "token" || element.name === "saved" || element.name === "do") return;
      if (/^(level|was)-/.test(element.name)) return;
      if ((element.type === "checkbox" || element.type === "radio") && !element.checked) return;
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
    var refresh = watchMarks(form);
    var unsent = false, sending = false, stopped = false, leaving = false;
    var timer = null, wait = 2000, version = 0;

    function word(name) { return state.getAttribute("data-" + name); }
    function say(text, isUnsent) {
      state.textContent = text;
      state.className = isUnsent ? "saving unsent" : "saving";
    }
    function later(milliseconds) {
      clearTimeout(timer);
      timer = setTimeout(send, milliseconds);
    }

    function changed(soon) {
      unsent = true;
      version += 1;
      var isKept = store.put(key, { base: form.elements.saved.value, fields: fieldsOf(form) });
      if (stopped) return;
      say(isKept ? word("local") : word("unsaved"), true);
      later(soon ? 300 : 2500);
    }

    function stop(text) {
      stopped = true;
      clearTimeout(timer);
      say(text, true);
    }

    function failed() {
      say(word("local") + " · " + word("offline"), true);
      later(wait);
      wait = Math.min(wait * 2, 60000);
    }

    function send() {
      if (!unsent || sending || stopped || leaving) return;
      sending = true;
      var sent = version;
      var fields = [["token", form.elements.token.value], ["saved", form.elements.saved.value], ["answer", "json"]];
      fetch(form.getAttribute("action"), {
        method: "POST", credentials: "same-origin", redirect: "error",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json" },
        body: encoded(fields.concat(fieldsOf(form)))
      }).then(function (answer) {
        sending = false;
        if (answer.status === 401 || answer.status === 403) return expired();
        if (answer.status >= 400 && answer.status < 500 && answer.status !== 409) return stop(word("unsaved"));
        if (answer.status !== 200 && answer.status !== 409) return failed();
        return answer.json().then(function (told) { heard(told, sent); });
      }).catch(function () {
        sending = false;
        failed();
      });
    }

    function expired() {
      stop(word("login"));
      var link = document.createElement("a");
      link.href = "/login";
      link.textContent = " /login";
      state.appendChild(link);
    }

    function heard(told, sent) {
      if (told.state === "signed") {
        store.remove(key);
        unsent = false;
        return stop(word("signed"));
      }
      if (told.state === "newer") return stop(word("newer"));
      wait = 2000;
      form.elements.saved.value = told.saved;
      if (sent !== version) {
        store.put(key, { base: form.elements.saved.value, fields: fieldsOf(form) });
        return later(300);
      }
      unsent = false;
      store.remove(key);
      say(word("saved") + " " + clock(), false);
    }

    function restore() {
      var kept = store.get(key);
      if (!kept) return;
      var isSame = encoded(kept.fields) === encoded(fieldsOf(form));
      if (isSame) return store.remove(key);
      if (kept.base === form.elements.saved.value) {
        fill(form, kept.fields);
        refresh();
        changed(true);
        return say(word("restore"), true);
      }
      stopped = true;
      say(word("both") + " ", true);
      choice(word("mine"), function () {
        fill(form, kept.fields);
        refresh();
        stopped = false;
        changed(true);
      });
      choice(word("theirs"), function () {
        store.remove(key);
        stopped = false;
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
    form.addEventListener("submit", function (event) {
      if (navigator.onLine === false) {
        event.preventDefault();
        return failed();
      }
      leaving = true;
      clearTimeout(timer);
      store.put(key, { base: form.elements.saved.value, fields: fieldsOf(form) });
    });
    window.addEventListener("pageshow", function () { leaving = false; });
    window.addEventListener("online", function () { wait = 2000; send(); });
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
    each('form[action="/logout"]', document, function (form) {
      form.addEventListener("submit", function () { store.clear(); });
    });
    each("form[data-signing]", document, function (form) {
      form.addEventListener("submit", function () { store.remove(form.getAttribute("data-signing")); });
    });
    each("form[data-sheet]", document, keep);
    var errors = document.getElementById("errors");
    if (errors) { errors.tabIndex = -1; errors.focus(); }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
