// Runs in the page: ticks and opens all that can be, then walks through what can be focused. Answers what would then be
// hidden or cut off: a list of sentences, empty when all is well.
(() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const box of document.querySelectorAll("input[type=checkbox]")) box.checked = true;
  const name = (element) =>
    `${element.tagName} "${(element.textContent || element.name || "").trim().slice(0, 40)}"`;
  // Who has the focus already would not be scrolled to.
  document.activeElement.blur();
  const faults = [];
  const focusable = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary");
  for (const element of focusable) {
    element.focus();
    if (document.activeElement !== element || element.closest(".skip")) continue;
    const { left, top, width, height } = element.getClientRects()[0];
    const found = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight / 2));
    const isSeen = found && (element.contains(found) || found.contains(element) || found.control === element);
    if (!isSeen) {
      faults.push(`${name(element)} is covered by ${found ? found.className || found.tagName : "nothing"}`);
    }
  }
  for (const element of document.querySelectorAll("main *, header *, footer *")) {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    if (element.closest("svg, img, .vh, thead, .tools span, select") || textOverflow === "ellipsis") continue;
    const isCut = (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1);
    if (isCut && element.tagName !== "INPUT") faults.push(`${name(element)} is cut off`);
  }
  const fixed = [...document.querySelectorAll("*")].filter((element) =>
    ["fixed", "sticky"].includes(getComputedStyle(element).position)
  );
  for (const element of fixed) {
    const share = element.getBoundingClientRect().height / innerHeight;
    if (share > 0.2) faults.push(`${name(element)} keeps ${Math.round(share * 100)} % of the window`);
  }
  return faults;
})();
