/** For CMSs that strip unknown tags: `<div data-newsleaf="headline-list" data-src="…">` becomes the element it names. */

const marked = '[data-newsleaf]';

function replace(placeholder: HTMLElement): void {
  const { newsleaf: tag = '', ...data } = placeholder.dataset;
  if (!/^(news|headline)-[a-z]+$/.test(tag)) return;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(data)) {
    // data-heading-level is headingLevel in dataset.
    element.setAttribute(name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase()), value ?? '');
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
