// Runs in the page and answers what is wider than its place: a list of sentences, empty when all is well.
(() => {
  const root = document.documentElement;
  const faults = root.scrollWidth > root.clientWidth
    ? [`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`]
    : [];
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && !element.closest(".vh, thead, .skip");
  };
  for (const panel of document.querySelectorAll(".panel, .sheet, .hero, .tiles > *, .top, .two > *")) {
    const outer = panel.getBoundingClientRect();
    for (const inner of panel.querySelectorAll("td, th, a, button, input, dd, dt, p, h1, h2, li, bdi")) {
      const box = inner.getBoundingClientRect();
      const isInside = box.left >= outer.left - 1 && box.right <= outer.right + 1;
      if (isShown(inner) && !isInside) {
        faults.push(
          `${inner.tagName} "${inner.textContent.trim().slice(0, 40)}" sticks out of ${panel.className}`,
        );
      }
    }
  }
  return faults;
})();
