// Tells what happened since the page was loaded. Numbers change in their places; nothing moves until the reader asks.
(() => {
  "use strict";
  const note = document.getElementById("live");
  if (!note || !window.EventSource) return;

  const KINDS = ["created", "joined", "revised", "merged", "split", "expired", "withdrawn"];
  const AGAIN_MS = 10000;
  const link = note.querySelector("a");
  const only = note.dataset.story;
  const changed = new Set();
  let heard = "";
  let events;
  let again;

  const tell = (message) => {
    const { event, story } = JSON.parse(message.data);
    heard = "&lastEventId=" + message.lastEventId;
    const row = document.getElementById("s-" + event.storyId);
    // What is gone changes a list only where it is in it.
    if (only ? only !== event.storyId : !row && !story?.articleCount) return;
    changed.add(event.storyId);
    link.textContent = changed.size === 1 ? note.dataset.one : note.dataset.many.replace("#", changed.size);
    link.hidden = false;
    if (row && story) {
      row.querySelector(".number").textContent = story.articleCount;
      row.classList.add("changed");
    }
  };

  const listen = () => {
    events = new EventSource("/api/v1/stories/stream?minArticles=" + (note.dataset.minArticles || 1) + heard);
    KINDS.forEach((kind) => events.addEventListener(kind, tell));
    events.onopen = () => note.classList.add("on");
    events.onerror = () => {
      note.classList.remove("on");
      // Browsers come back by themselves, but not where they were answered with an error.
      if (events.readyState === EventSource.CLOSED) again = setTimeout(listen, AGAIN_MS);
    };
  };

  // The list alone is renewed, so that what was typed stays, and the reader where he is.
  const renew = async () => {
    const answer = await fetch(link.href, { cache: "no-store", headers: { Accept: "text/html" } });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("list");
    if (!fresh) throw new Error("no list");
    changed.forEach((id) => fresh.querySelector("#s-" + CSS.escape(id))?.classList.add("changed"));
    document.getElementById("list").replaceWith(fresh);
    changed.clear();
    link.hidden = true;
    fresh.focus({ preventScroll: true });
  };

  link.addEventListener("click", (click) => {
    if (only || click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    renew().catch(() => location.assign(link.href));
  });
  window.addEventListener("pagehide", () => {
    clearTimeout(again);
    events.close();
  });
  window.addEventListener("pageshow", (shown) => shown.persisted && listen());
  listen();
})();
