// Draws the network of cooperation and shows, beside it, the statements behind a node or an edge.
//
// The page brings the data as JSON (nodes with their positions, edges, each with the address of its statements); this
// script draws it, asks for it anew when a filter changes, and puts the statements of what is selected into the panel.
import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";

const canvas = document.getElementById("network-canvas");
const panel = document.getElementById("network-panel");
const filters = document.getElementById("network-filters");
const table = document.getElementById("network-table");

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { borderWidth: 1.5, borderWidthSelected: 3, shape: "dot", scaling: { label: { drawThreshold: 6 } }, widthConstraint: { maximum: 130 } },
  edges: { smooth: false, selectionWidth: (width) => width + 2, hoverWidth: (width) => width + 1 },
  interaction: {
    hover: true,
    multiselect: false,
    hideEdgesOnDrag: false,
    keyboard: { enabled: true, bindToWindow: false },
  },
};
const SHAPES = { region: "diamond", informal: "diamond", body: "square" };

const nodes = new DataSet();
const edges = new DataSet();
let data = JSON.parse(document.getElementById("network-data").textContent);
let requested = null;

function colours() {
  const style = getComputedStyle(canvas);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"),
    ground: read("--surface"),
    edge: read("--edge"),
    accent: read("--accent"),
    kinds: { region: read("--region"), informal: read("--region"), body: read("--body"), city: read("--city") },
    node: read("--province"),
  };
}

function styledNode(node, colour) {
  const fill = colour.kinds[node.kind] || colour.node;
  const border = colour.ground;
  const region = SHAPES[node.kind] === "diamond";
  return {
    ...node,
    shape: SHAPES[node.kind] || "dot",
    color: {
      background: fill,
      border,
      highlight: { background: fill, border: colour.accent },
      hover: { background: fill, border: colour.accent },
    },
    // Names of regions are long and many provinces stand among them: smaller, and in the region's colour.
    font: { color: region ? fill : colour.ink, size: region ? 11 : 13, strokeWidth: 4, strokeColor: colour.ground, face: "system-ui, sans-serif" },
  };
}

function styledEdge(edge, colour) {
  return { ...edge, arrows: "", color: { color: edge.inferred ? colour.region : colour.edge, highlight: colour.accent, hover: colour.accent } };
}

function replace(set, items) {
  const kept = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !kept.has(id)));
  set.update(items);
}

function draw() {
  const colour = colours();
  replace(nodes, data.nodes.map((node) => styledNode(node, colour)));
  replace(edges, data.edges.map((edge) => styledEdge(edge, colour)));
}

draw();
const network = new Network(canvas, { nodes, edges }, OPTIONS);
canvas.network = network; // for whoever examines the page
network.once("afterDrawing", () => canvas.classList.add("drawn"));
canvas.querySelector("canvas").setAttribute("aria-hidden", "true");

async function fetched(address, type) {
  const answer = await fetch(address, { headers: { Accept: type } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer;
}

// The statements come as a page of their own, for those without scripts; the panel takes its main part.
async function show(address) {
  if (!panel) {
    location.assign(address);
    return;
  }
  requested = address;
  panel.setAttribute("aria-busy", "true");
  try {
    const page = new DOMParser().parseFromString(await (await fetched(address, "text/html")).text(), "text/html");
    if (requested !== address) return;
    panel.replaceChildren(...page.querySelector("#statements").childNodes);
    const more = document.createElement("a");
    more.href = address;
    more.className = "more";
    more.textContent = panel.dataset.more;
    panel.append(more);
    panel.scrollTop = 0;
  } catch {
    panel.textContent = panel.dataset.failed;
  } finally {
    panel.removeAttribute("aria-busy");
  }
}

function select(kind, id, focus) {
  const item = (kind === "node" ? nodes : edges).get(id);
  if (!item) return;
  if (kind === "node") network.selectNodes([id]);
  else network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
  if (focus) {
    const ids = kind === "node" ? [id] : [item.from, item.to];
    const places = ids.map((node) => network.getPosition(node));
    const position = {
      x: places.reduce((sum, place) => sum + place.x, 0) / places.length,
      y: places.reduce((sum, place) => sum + place.y, 0) / places.length,
    };
    const animation = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    network.moveTo({ position, scale: Math.max(network.getScale(), 0.9), animation });
  }
  for (const row of table?.querySelectorAll("tr[aria-selected]") ?? []) row.removeAttribute("aria-selected");
  table?.querySelector(`tr[data-${kind}="${CSS.escape(id)}"]`)?.setAttribute("aria-selected", "true");
  show(item.href);
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) select("node", node, false);
  else if (edge !== undefined) select("edge", edge, false);
});

table?.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-select]");
  if (!button) return;
  select(button.dataset.select, button.dataset.id, true);
  canvas.scrollIntoView({ block: "nearest" });
});

// Filters work without this script as an ordinary form; with it, the drawing and the table follow without a new page.
let filtered = 0;

async function refilter() {
  filtered += 1;
  const turn = filtered; // an older answer that comes late must not undo a newer one
  const query = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value !== ""));
  const address = `${filters.getAttribute("action")}?${query}`;
  try {
    const [page, json] = await Promise.all([fetched(address, "text/html"), fetched(address, "application/json")]);
    const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
    const found = await json.json();
    if (turn !== filtered) return;
    data = found;
    draw();
    table?.replaceChildren(...parsed.getElementById("network-table").childNodes);
    document.getElementById("network-count").textContent = parsed.getElementById("network-count").textContent;
    history.replaceState(null, "", address);
    search();
  } catch {
    filters.submit();
  }
}

filters?.addEventListener("change", (event) => {
  if (event.target.name) refilter();
});

// The search box of the table hides the rows that do not say what is sought, marks and tones aside.
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

function search() {
  const box = document.getElementById("network-search");
  if (!box) return;
  const wanted = fold(box.value);
  for (const row of table.querySelectorAll("tbody tr")) row.hidden = !fold(row.textContent).includes(wanted);
}

document.getElementById("network-search")?.addEventListener("input", search);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
document.getElementById("network-fit")?.addEventListener("click", () => network.fit({ animation: false }));
