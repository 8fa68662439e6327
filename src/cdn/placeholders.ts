/** For CMSs that strip unknown tags: `<div data-newsleaf="headline-list" data-src="…">` becomes the element it names. */

const marked = '[data-newsleaf]';

/** Ours, and no others: sites let their users write data attributes, and these must not become `onfocus` or `style`. */
const attributes = ['src', 'feed', 'article', 'refresh', 'auto-update', 'page-parameter', 'variant', 'limit', 'heading-level', 'dates', 'order', 'actions', 'datetime', 'format', 'precision', 'timezone'];

function replace(placeholder: HTMLElement): void {
  const { newsleaf: tag = '' } = placeholder.dataset;
  if (!/^(news|headline)-[a-z]+$/.test(tag)) return;
  const element = document.createElement(tag);
  for (const name of attributes) {
    const value = placeholder.getAttribute('data-' + name);
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...placeholder.childNodes);
  placeholder.replaceWith(element);
}

/** Calls `see` with each element there is under `selector`, and with each that is added to the document later. */
export function follow(selector: string, see: (element: HTMLElement) => void): void {
  const all = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) see(element);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        if (node.matches(selector)) see(node);
        all(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  all(document);
}

export function placeholders(): void {
  follow(marked, replace);
}
