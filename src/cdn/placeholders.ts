/**
 * For CMSs that strip unknown tags: `<div data-newsleaf="headline-list" data-src="…">`, or the JSON itself in
 * `<script type="application/json" data-newsleaf="headline-list">`, becomes the element it names.
 */

// What a form has of these may be its inputs.
// eslint-disable-next-line @typescript-eslint/no-deprecated -- one overload of querySelectorAll is, another is called
const { getAttribute, matches, querySelectorAll } = Element.prototype;

const marked = '[data-newsleaf]:not(form)';

/** Ours, and no others: sites let their users write data attributes, and these must not become `onfocus` or `style`. */
const attributes = [
  'src', 'feed', 'article', 'refresh', 'auto-update', 'page-parameter', 'light', 'variant', 'limit', 'heading-level', 'dates', 'order', 'history',
  'actions', 'datetime', 'format', 'precision', 'timezone',
];
/** What any element may have, and the page's own styles, links and language go by. */
const kept = ['id', 'class', 'slot', 'lang', 'dir', 'title', 'hidden', 'aria-label'];

function replace(placeholder: HTMLElement): void {
  const { newsleaf: tag = '' } = placeholder.dataset;
  const isScript = placeholder instanceof HTMLScriptElement;
  if (!/^(news|headline)-[a-z]+$/.test(tag) || (isScript && !/json/i.test(placeholder.type))) return;
  const element = document.createElement(tag);
  for (const name of [...kept, ...attributes.map((ours) => 'data-' + ours)]) {
    const value = getAttribute.call(placeholder, name);
    if (value !== null) element.setAttribute(name.replace('data-', ''), value);
  }
  placeholder.replaceWith(element);
  if (isScript) {
    placeholder.removeAttribute('id');
    placeholder.removeAttribute('data-newsleaf');
  }
  element.append(...(isScript ? [placeholder] : placeholder.childNodes));
}

/** Calls `see` with each element there is under `selector`, and with each that is added to the document later. */
export function follow(selector: string, see: (element: HTMLElement) => void): void {
  const all = (elements: NodeListOf<Element>) => {
    for (const element of elements) see(element as HTMLElement);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        if (matches.call(node, selector)) see(node);
        all(querySelectorAll.call(node, selector));
      }
    }
  }).observe(document, { childList: true, subtree: true });
  all(document.querySelectorAll(selector));
}

export function placeholders(): void {
  const start = () => { follow(marked, replace); };
  // The parser goes on to write into the element it began with.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}
