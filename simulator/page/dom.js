// Building elements without a framework; everything said by people goes in as text, never as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `props.on` are listeners, `props.data` data attributes, a false or null value leaves one out. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, heard] of Object.entries(value)) element.addEventListener(event, heard);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name === "cls" ? "class" : name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An icon of icons.svg. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** A real button with a label for screen readers. */
export function iconButton(name, label, role, press) {
  const data = role ? { role } : {};
  return h("button", { type: "button", cls: "icon-button", "aria-label": label, title: label, data, on: { click: press } },
    icon(name));
}

/** The element of the page that plays this part. */
export function part(role, inside = document) {
  return inside.querySelector(`[data-role="${role}"]`);
}

/** Make the children of `parent` exactly these nodes, moving as few as possible (focus and scroll stay). */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, place) => {
    if (parent.childNodes[place] !== node) parent.insertBefore(node, parent.childNodes[place] ?? null);
  });
}
