import type { LitElement, ReactiveController } from 'lit';

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
 * Keeps the reader's place in a list whose rows come and go: who has scrolled into it goes on seeing the same row at
 * the same height, and focus stays with its article, as rows are filled anew from the top.
 */
export class ReadingPlace implements ReactiveController {
  #host: LitElement;
  #rows: () => readonly Row[];
  #restore: (() => void) | undefined;

  constructor(host: LitElement, rows: () => readonly Row[]) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#restore = undefined;
    if (!this.#host.hasUpdated || !this.#host.isConnected) return;
    const rows = this.#rows();
    const focused = (this.#host.shadowRoot ?? document).activeElement?.closest('li');
    const focusedId = rows.find(({ element }) => element === focused)?.id;
    const scroller = scrollerOf(this.#host);
    const edge = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
    const isInside = this.#host.getBoundingClientRect().top < edge;
    const read = isInside ? rows.find(({ element }) => element.getBoundingClientRect().bottom > edge) : undefined;
    if (!read && focusedId === undefined) return;
    const height = read?.element.getBoundingClientRect().top ?? 0;
    this.#restore = () => {
      const elements = new Map(this.#rows().map(({ id, element }) => [id, element]));
      const place = read && elements.get(read.id);
      if (place) scroller.scrollTop += place.getBoundingClientRect().top - height;
      const row = focusedId === undefined ? undefined : elements.get(focusedId);
      if (row && row !== focused) row.querySelector('a')?.focus({ preventScroll: true });
    };
  }

  hostUpdated(): void {
    this.#restore?.();
    this.#restore = undefined;
  }
}
