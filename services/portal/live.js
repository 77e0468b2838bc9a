// Keeps an open page fresh: told that something changed, it fetches the page again and puts the new content in place.
// A browser has few connections to one host, and a page that listens holds one: a hidden page listens to nothing, and who
// fetches lets go of it first.
{
  const note = document.getElementById("live");
  const [home] = location.pathname.match(/.*?\/p\/[^/]+/);
  let after = note.dataset.after;
  let source, due, turn = Promise.resolve();

  const listen = () => {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(`${home}/live?after=${after}`);
    source.onmessage = (event) => {
      after = event.lastEventId;
      source.close();
      plan();
    };
    // Refused: a browser does not ask again, and the page itself will say why.
    source.onerror = () => source.readyState > 1 && wait();
  };

  const plan = () => due ??= turn = turn.then(refresh).catch(wait);
  const wait = () => setTimeout(plan, 5000);

  const refresh = async () => {
    due = null;
    const page = await fetch(location);
    // Too busy, or not there for the moment: what is shown is better than that.
    if (page.status > 428) throw page;
    if (!page.ok) return location.reload();
    const next = new DOMParser().parseFromString(await page.text(), "text/html");
    replace(document.querySelector("main"), next.querySelector("main"));
    note.textContent = note.dataset.text;
    listen();
  };

  // What a reader has typed, ticked, unfolded and focused stays.
  const replace = (old, next) => {
    const twin = (one) =>
      [...next.querySelectorAll(one.tagName)].find((each) =>
        ["name", "href", "defaultValue"].every((key) => each[key] === one[key])
      );
    for (const field of old.querySelectorAll("input,select,details")) {
      const same = twin(field);
      if (same) [same.value, same.checked, same.open] = [field.value, field.checked, field.open];
    }
    const at = document.activeElement;
    const same = old.contains(at) ? twin(at) : null;
    old.replaceWith(next);
    same?.focus({ preventScroll: true });
  };

  document.onvisibilitychange = listen;
  // First of all the page is drawn; what changes until then is told all the same, since it comes after the page's position.
  setTimeout(listen, 99);
}
