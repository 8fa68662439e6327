import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Row } from '../../source/reading-place.js';

/** Brings it into view; to a place in the window, where it was out of it. */
export function reveal(element: Element, block: ScrollLogicalPosition): void {
  const { top, bottom } = element.getBoundingClientRect();
  element.scrollIntoView({ block: top < 0 || bottom > window.innerHeight ? block : 'nearest', behavior: 'instant' });
}

/** The list and the story on the screen: whether there is room for both, and where the reader is in each when they change. */
export class PanesController implements ReactiveController {
  /** Whether they stand side by side. */
  areBeside = false;

  #host: ReactiveControllerHost & HTMLElement;
  #rows: () => readonly Row[];
  #sizes: ResizeObserver | undefined;
  /** The first row in view in a list that scrolls, and where it is. */
  #place: { readonly id: string | undefined; readonly top: number } | undefined;
  /** Whether focus is in the story. */
  #isInStory = false;

  /** @param rows those of the list */
  constructor(host: ReactiveControllerHost & HTMLElement, rows: () => readonly Row[]) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
  }

  #find(selector: string): HTMLElement | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  hostConnected(): void {
    // In the frame after, as to change a height while sizes are told is an error of the page's.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(this.#measure));
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
  }

  #measure = (): void => {
    const reader = this.#find('.reader');
    const areBeside = !!reader && getComputedStyle(reader).display === 'grid';
    if (areBeside === this.areBeside) return;
    this.areBeside = areBeside;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    this.#place = undefined;
    this.#isInStory = !!this.#host.shadowRoot?.activeElement?.closest('.story');
    const list = this.#find('[part="headlines"]');
    if (!list?.scrollTop) return;
    const edge = list.getBoundingClientRect().top;
    const row = this.#rows().find(({ element }) => element.getBoundingClientRect().bottom > edge);
    if (row) this.#place = { id: row.id, top: row.element.getBoundingClientRect().top };
  }

  hostUpdated(): void {
    // Before the page is painted, and not in the update itself, which would be one too many.
    queueMicrotask(this.#measure);
    const row = this.#place && this.#rows().find(({ id }) => id === this.#place?.id);
    const list = this.#find('[part="headlines"]');
    if (row && list && this.#place) list.scrollTop += row.element.getBoundingClientRect().top - this.#place.top;
    // What had it is gone, as a story is that was taken back.
    if (this.#isInStory && !this.#host.shadowRoot?.activeElement) this.#find('.story')?.focus({ preventScroll: true });
  }

  /** To its heading; where it has none, to the story itself. */
  goToStory(): void {
    const target = this.#find('.story article [part="headline"]') ?? this.#find('.story');
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    reveal(target, 'start');
  }
}
