// Tells on the list of stories that something happened since it was loaded. Nothing moves until the reader asks for it.
(() => {
  "use strict";
  const note = document.getElementById("live");
  if (!note || !window.EventSource) return;

  const link = note.querySelector("a");
  const changed = new Set();
  const events = new EventSource("/api/v1/stories/stream?minArticles=" + note.dataset.minArticles);

  const tell = (event) => {
    changed.add(JSON.parse(event.data).event.storyId);
    link.textContent = changed.size === 1 ? note.dataset.one : note.dataset.many.replace("#", changed.size);
    link.hidden = false;
  };
  ["created", "joined", "revised", "merged", "split", "expired", "withdrawn"].forEach((kind) =>
    events.addEventListener(kind, tell)
  );
  events.onopen = () => note.classList.add("on");
  events.onerror = () => note.classList.remove("on");
  window.addEventListener("pagehide", () => events.close());
})();
