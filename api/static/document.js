// Opens a document at the passage that the address names: #c<start>-<end>, in code points of the text.
const text = document.getElementById("text");
const pieces = [...text.querySelectorAll("[data-start]")];

function open() {
  for (const piece of text.querySelectorAll(".here")) piece.classList.remove("here");
  const named = /^#c(\d+)-(\d+)$/.exec(location.hash);
  if (!named) return;
  const [start, end] = [Number(named[1]), Number(named[2])];
  const inside = pieces.filter((piece) => Number(piece.dataset.start) < end && Number(piece.dataset.end) > start);
  for (const piece of inside) piece.classList.add("here");
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  inside[0]?.scrollIntoView({ block: "center", behavior });
}

addEventListener("hashchange", open);
// The same link again: the address does not change, the reader may have scrolled away.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link && link.hash && link.href === location.href) open();
});
open();
