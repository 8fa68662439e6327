/** A row on the screen, by what it shows. */
export interface Row {
  readonly id: string | undefined;
  readonly element: HTMLElement;
}

/** The nearest box around an element that scrolls, across shadow roots; the page's own where there is none. */
function scrollerOf(element: Element): Element {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Remembers the reader's place in an element whose rows are about to change; calling the result, once they have,
 * puts it back: who has scrolled into it goes on seeing the same row at the same height, and focus stays with its
 * article, as rows are filled anew from the top.
 */
export function keepPlace(host: HTMLElement, rows: () => readonly Row[]): () => void {
  const before = rows();
  const focused = (host.shadowRoot ?? document).activeElement?.closest('li');
  const focusedId = before.find(({ element }) => element === focused)?.id;
  const scroller = scrollerOf(host);
  const edge = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  const isInside = host.getBoundingClientRect().top < edge;
  const read = isInside ? before.find(({ element }) => element.getBoundingClientRect().bottom > edge) : undefined;
  const height = read?.element.getBoundingClientRect().top ?? 0;
  return () => {
    const elements = new Map(rows().map(({ id, element }) => [id, element]));
    const place = read && elements.get(read.id);
    if (place) scroller.scrollTop += place.getBoundingClientRect().top - height;
    const row = focusedId === undefined ? undefined : elements.get(focusedId);
    if (row && row !== focused) row.querySelector('a')?.focus({ preventScroll: true });
  };
}
