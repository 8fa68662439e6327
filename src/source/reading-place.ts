import { Element, ShadowRoot } from '../dom.js';

/** A row on the screen, by what it shows. */
export interface Row {
  readonly id: string | undefined;
  readonly element: HTMLElement;
}

/** Where a node is shown: the slot it is in, the host of the shadow root, or its parent. */
function containerOf(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode;
}

/** Rows that say the same are told apart by their number. */
function numbered(rows: readonly Row[]): Row[] {
  const counts = new Map<string | undefined, number>();
  return rows.map(({ id, element }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return { id: `${String(count)} ${id ?? ''}`, element };
  });
}

const focusable = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex]')];

/** The nearest box around an element that scrolls, across shadow roots; the page's own where there is none. */
function scrollerOf(element: Element): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let at: Node | null = element; at; at = containerOf(at)) {
    if (!(at instanceof Element) || at.scrollHeight <= at.clientHeight) continue;
    if (at === document.body && getComputedStyle(document.documentElement).overflowY === 'visible') return page;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return page;
}

/** The height on screen at which what a scroller shows begins. */
const edgeOf = (scroller: Element): number => (scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top);

/** Whether an element's top is in view, in the box that scrolls around it. */
export function isTopInView(host: Element): boolean {
  const { top } = host.getBoundingClientRect();
  return top >= Math.max(0, edgeOf(scrollerOf(host))) && top < window.innerHeight;
}

/**
 * Remembers the reader's place in an element whose rows are about to change; calling the result, once they have,
 * puts it back: who has scrolled into it goes on seeing the same row at the same height, and focus stays with its
 * article, as rows are filled anew from the top. Where the article is gone, its neighbour has focus.
 */
export function keepPlace(host: HTMLElement, rows: () => readonly Row[]): () => void {
  const before = numbered(rows());
  const { activeElement } = (before[0]?.element ?? host).getRootNode() as Document | ShadowRoot;
  const focused = before.findIndex(({ element }) => element.contains(activeElement));
  const place = before[focused] ? focusable(before[focused].element).findIndex((element) => element === activeElement) : -1;
  const scroller = scrollerOf(host);
  const edge = edgeOf(scroller);
  const isInside = host.getBoundingClientRect().top < edge;
  const read = isInside ? before.findIndex(({ element }) => element.getBoundingClientRect().bottom > edge) : -1;
  // Where what is read is gone, what came after it, else what came before.
  const follows = (index: number): Row[] => (index < 0 ? [] : [...before.slice(index), ...before.slice(0, index).reverse()]);
  const heights = new Map(follows(read).map(({ id, element }) => [id, element.getBoundingClientRect().top]));
  return () => {
    const elements = new Map(numbered(rows()).map(({ id, element }) => [id, element]));
    const stays = follows(read).find(({ id }) => elements.has(id));
    const shift = (elements.get(stays?.id)?.getBoundingClientRect().top ?? 0) - (heights.get(stays?.id) ?? 0);
    if (stays && shift) scroller.scrollBy({ top: shift, behavior: 'instant' });
    const next = follows(focused).find(({ id }) => elements.has(id));
    const row = elements.get(next?.id);
    if (row && next && !(row === before[focused]?.element && next.id === before[focused].id)) (focusable(row)[Math.max(0, place)] ?? row).focus({ preventScroll: true });
  };
}
