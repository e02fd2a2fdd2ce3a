/* What is wrong with how an element of ours is drawn, in words; nothing, if all is well. */
const root = document.querySelector(arguments[0]), isBanner = arguments[1], styled = arguments[2];
if (!root) return ['there is no ' + arguments[0]];

const html = document.documentElement, wrong = [];
const name = e => e.tagName.toLowerCase() + (e.id && '#' + e.id) + [...e.classList].map(c => '.' + c).join('');
const texts = [];
for (let walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); walker.nextNode();) {
  if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('script, style, details:not([open]) > :not(summary)')) {
    texts.push(walker.currentNode);
  }
}
const boxes = node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
};
const rgba = colour => {
  const parts = colour.match(/^rgba?\(([^)]*)\)$/)[1].split(/[ ,/]+/).map(Number);
  return parts.length < 4 ? [...parts, 1] : parts;
};
const luminance = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};
const ground = element => {
  for (let e = element; e; e = e.parentElement) {
    const colour = rgba(getComputedStyle(e).backgroundColor);
    if (colour[3] === 1) return colour;
    if (colour[3] > 0) wrong.push(name(e) + ' is half transparent');
  }
  return matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(html).colorScheme.includes('dark')
    ? [18, 18, 18, 1] : [255, 255, 255, 1];
};

if (!texts.length) wrong.push('there is no text');
scrollTo(0, 0);
for (const text of texts) {
  const said = '"' + text.data.trim().slice(0, 30) + '"', drawn = boxes(text), parent = text.parentElement;
  if (!drawn.length) wrong.push(said + ' is not drawn');
  const style = getComputedStyle(parent);
  if (style.visibility !== 'visible') wrong.push(said + ' is not visible');
  const ratio = contrast(rgba(style.color), ground(parent));
  if (ratio < 4.5) wrong.push(said + ' has a contrast of ' + ratio.toFixed(2) + ': ' + style.color);
  for (const box of drawn) {
    if (box.left < -0.5 || box.right > html.clientWidth + 0.5) wrong.push(said + ' sticks out of the window');
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const met = y < innerHeight && document.elementFromPoint(x, y);
    if (met && !root.contains(met)) wrong.push(said + ' is covered by ' + name(met));
  }
}
for (const e of [root, ...root.querySelectorAll('*')]) {
  const display = getComputedStyle(e).display;
  if (display !== 'inline' && display !== 'none' && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1) {
    wrong.push(name(e) + ' is wider than its place');
  }
}
if (styled) {
  for (const link of root.querySelectorAll('a, button, input, summary')) {
    const box = link.getBoundingClientRect();
    if (box.width < 24 || box.height < 24) {
      wrong.push(name(link) + ' is a target of ' + box.width.toFixed(1) + ' by ' + box.height.toFixed(1));
    }
  }
}
if (isBanner) {
  const box = root.getBoundingClientRect();
  if (styled && Math.abs(box.top) > 0.5) wrong.push('it starts at ' + box.top);
  if (styled && (box.left > 0.5 || box.right < html.clientWidth - 0.5)) {
    wrong.push('it spans ' + box.left + ' to ' + box.right + ' of ' + html.clientWidth);
  }
  if (styled && box.height > innerHeight / 2) wrong.push('it takes ' + box.height + ' of ' + innerHeight);
  for (const e of document.body.querySelectorAll('*')) {
    if (root.contains(e) || e.contains(root) || getComputedStyle(e).pointerEvents === 'none' ||
        !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const other = e.getBoundingClientRect();
    if (other.width > 1 && other.height > 1 && other.right > box.left + 0.5 && other.left < box.right - 0.5 &&
        other.bottom > box.top + 0.5 && other.top < box.bottom - 0.5) {
      wrong.push(name(e) + ' overlaps it, from ' + other.top + ' on, above ' + box.bottom);
    }
  }
}
return [...new Set(wrong)];
