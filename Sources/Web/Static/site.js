"use strict";
// What helps on every page and is needed on none.
(function () {
  // A form is sent once, however often its button is pressed while the answer is on its way.
  function once(event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.hasAttribute("data-sent")) return event.preventDefault();
    form.setAttribute("data-sent", "1");
    setTimeout(function () { form.removeAttribute("data-sent"); }, 10000);
  }

  function start() {
    document.addEventListener("submit", once);
    window.addEventListener("pageshow", function () {
      Array.prototype.forEach.call(document.querySelectorAll("form[data-sent]"), function (form) {
        form.removeAttribute("data-sent");
      });
    });
    var errors = document.getElementById("errors");
    if (errors) { errors.tabIndex = -1; errors.focus(); }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
