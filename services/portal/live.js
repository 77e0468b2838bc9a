// Keeps an open page fresh: told that something changed, it fetches the page again and puts the new content in place.
// A hidden page listens to nothing: a browser has few connections to one host, and each open page would hold one.
(() => {
  const status = document.getElementById("live");
  const [home] = location.pathname.match(/^.*?\/p\/[^/]+/);
  let after = status.dataset.after;
  let source;
  let turn = Promise.resolve();
  let isWaiting = false;

  const listen = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(`${home}/live?after=${after}`);
    source.onmessage = ({ lastEventId }) => {
      after = lastEventId;
      if (isWaiting) return;
      isWaiting = true;
      turn = turn.then(refresh).catch(() => {});
    };
  };

  const refresh = async () => {
    isWaiting = false;
    const response = await fetch(location.href);
    if (!response.ok) return location.reload();
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    replace(document.querySelector("main"), fresh.querySelector("main"));
    status.textContent = status.dataset.text;
  };

  // What a reader has typed, ticked and focused stays.
  const replace = (old, next) => {
    const twin = (one) =>
      [...next.querySelectorAll(one.tagName)].find((each) =>
        each.name === one.name && each.getAttribute("href") === one.getAttribute("href") &&
        (each.type !== "checkbox" || each.value === one.value)
      );
    for (const field of old.querySelectorAll("input,select")) {
      const same = twin(field);
      if (same) [same.value, same.checked] = [field.value, field.checked];
    }
    const focused = old.contains(document.activeElement) && twin(document.activeElement);
    old.replaceWith(next);
    if (focused) focused.focus({ preventScroll: true });
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
