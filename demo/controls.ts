/**
 * The masthead of every page: where one can go, and how the pages look. The look is kept in the address, so that it can
 * be linked to (`?theme=wire&scheme=dark`), and goes along to the next page.
 */

export const home = new URL(/* @vite-ignore: not a file */ '.', import.meta.url);

const pages: readonly [path: string, name: string][] = [
  ['index.html', 'Front page'],
  ['formats.html', 'Formats'],
  ['playground.html', 'Playground'],
  ['variants.html', 'Variants'],
  ['states.html', 'States'],
  ['headline-grid.html', 'Grid'],
  ['news-card.html', 'Card'],
  ['headline-carousel.html', 'Carousel'],
  ['headline-ticker.html', 'Ticker'],
  ['news-live.html', 'Live blog'],
  ['news-reader.html', 'Reader'],
  ['news-time.html', 'Dates'],
  ['news-actions.html', 'Actions'],
  ['script-tag.html', 'Script tag'],
  ['loader.html', 'Module loader'],
  ['npm.html', 'npm'],
  ['stories/index.html', 'Stories'],
];

const switches: readonly { name: string; label: string; options: Readonly<Record<string, string>> }[] = [
  { name: 'theme', label: 'Theme', options: { '': 'Default', broadsheet: 'Broadsheet', wire: 'Wire' } },
  { name: 'scheme', label: 'Colors', options: { '': 'Auto', light: 'Light', dark: 'Dark' } },
  { name: 'dir', label: 'Direction', options: { '': 'Left to right', rtl: 'Right to left' } },
];

/** What the page is sure to have. */
export function find<T extends Element>(type: new () => T, selector: string): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`No ${selector} in this page`);
  return found;
}

/** The look that the address asks for. */
function look(): [name: string, value: string][] {
  const asked = new URLSearchParams(location.search);
  return switches.map(({ name, options }) => {
    const value = asked.get(name) ?? '';
    return [name, Object.hasOwn(options, value) ? value : ''];
  });
}

/** An address with parameters added, and those that are empty taken out. */
export function addressWith(address: string | URL, parameters: Iterable<readonly [name: string, value: string]>): string {
  const url = new URL(address, location.href);
  for (const [name, value] of parameters) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.href;
}

function setTheme(theme: string): void {
  const old = document.querySelector('link[data-theme]');
  if (!theme) {
    old?.remove();
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`../src/styles/themes/${theme}.css`, home).href;
  link.dataset['theme'] = theme;
  // The old theme goes when the new one is there, or the page would flash.
  link.addEventListener('load', () => old?.remove());
  document.head.append(link);
}

function apply(name: string, value: string): void {
  if (name === 'theme') setTheme(value);
  if (name === 'scheme') document.documentElement.dataset['scheme'] = value;
  if (name === 'dir') document.documentElement.dir = value;
}

/** A list of links, the one to this page marked. The look goes along. */
export function fillNav(nav: Element, links: Iterable<readonly [address: string | URL, name: string]>, isCurrent: (url: URL) => boolean): void {
  const list = document.createElement('ul');
  for (const [address, name] of links) {
    const link = document.createElement('a');
    link.href = addressWith(address, look());
    link.textContent = name;
    if (isCurrent(new URL(link.href))) link.ariaCurrent = 'page';
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  nav.replaceChildren(list);
}

function labelledSelect({ name, label, options }: (typeof switches)[number], value: string): HTMLLabelElement {
  const select = document.createElement('select');
  select.name = name;
  select.append(...Object.entries(options).map(([option, text]) => new Option(text, option, false, option === value)));
  select.addEventListener('change', () => {
    apply(name, select.value);
    history.replaceState(null, '', addressWith(location.href, look().map(([other, old]) => [other, other === name ? select.value : old])));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) link.href = addressWith(link.href, look());
  });
  const labelled = document.createElement('label');
  labelled.append(label, select);
  return labelled;
}

const masthead = document.querySelector('.masthead');
if (masthead) {
  const form = document.createElement('form');
  form.className = 'controls';
  form.ariaLabel = 'Appearance';
  // As it was before a reload is not as the address has it.
  form.autocomplete = 'off';
  for (const [name, value] of look()) {
    const choice = switches.find((one) => one.name === name);
    if (choice) form.append(labelledSelect(choice, value));
    if (value) apply(name, value);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  const nav = document.createElement('nav');
  nav.ariaLabel = 'Demo pages';
  const here = location.pathname.replace(/\/$/, '/index.html');
  fillNav(nav, pages.map(([path, name]) => [new URL(path, home), name] as const), ({ pathname }) => pathname === here);
  masthead.append(form, nav);
}
