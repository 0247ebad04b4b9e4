"use strict";
for (const text of document.querySelectorAll("textarea.copy")) text.addEventListener("focus", () => text.select());
