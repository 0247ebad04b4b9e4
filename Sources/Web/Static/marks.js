"use strict";
// The marks of a sheet: sums, levels and points in step, the reason asked for where a mark is not the reference mark.
var Marks = (function () {
  function each(selector, root, work) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), work);
  }

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

  // Returns what brings them in step once more, after fields were filled in.
  function watch(form) {
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

    // A value that is no mark is said so at once, where it stands.
    function judge(input, points) {
      var isWrong = input.value.trim() !== "" && (points === null || points > hundredths(input.getAttribute("data-maximum")));
      var id = "e-" + input.id.slice(2);
      var fault = document.getElementById(id);
      if (!fault && isWrong && input.hasAttribute("data-wrong")) {
        fault = document.createElement("p");
        fault.id = id;
        fault.className = "bad fault";
        input.parentNode.parentNode.insertBefore(fault, input.parentNode.nextSibling);
      }
      if (fault) {
        fault.hidden = !isWrong;
        if (isWrong) fault.textContent = input.getAttribute("data-wrong");
      }
      if (isWrong) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
      if (isWrong && fault) input.setAttribute("aria-describedby", id); else input.removeAttribute("aria-describedby");
    }

    function step(input) {
      var points = hundredths(input.value);
      judge(input, points);
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

  return { watch: watch };
})();
