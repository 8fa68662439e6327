import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Row } from '../../source/reading-place.js';
import type { Step, StepState } from '../../templates/step-buttons.js';

/** What engines round, in pixels. */
const tolerance = 2;

/** A strip that scrolls sideways by itself: says where it is, takes steps, and keeps its place when its tiles change. */
export class StripController implements ReactiveController, StepState {
  overflows = false;
  isAtStart = true;
  isAtEnd = false;

  #host: ReactiveControllerHost & HTMLElement;
  #tiles: () => readonly Row[];
  /** Of the strip and of what is in it. */
  #sizes: ResizeObserver | undefined;
  #scroller: HTMLElement | undefined;
  /** The first tile in view, and where it is. */
  #place: { readonly id: string | undefined; readonly start: number } | undefined;

  /** @param tiles what is in the strip, once there is news */
  constructor(host: ReactiveControllerHost & HTMLElement, tiles: () => readonly Row[]) {
    this.#host = host;
    this.#tiles = tiles;
    host.addController(this);
  }

  hostConnected(): void {
    // In the frame after, as to change a height while sizes are told is an error of the page's.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(this.measure));
    this.#scroller = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
  }

  hostUpdate(): void {
    this.#place = undefined;
    if (!this.#scroller || this.isAtStart) return;
    const { startOf } = this.#geometry(this.#scroller);
    const tile = this.#tiles().find(({ element }) => startOf(element) > -tolerance);
    if (tile) this.#place = { id: tile.id, start: startOf(tile.element) };
  }

  hostUpdated(): void {
    const scroller = this.#host.shadowRoot?.querySelector<HTMLElement>('.scroller') ?? undefined;
    if (scroller && this.#place) this.#keep(scroller, this.#place.id, this.#place.start);
    if (scroller === this.#scroller) return;
    this.#scroller = scroller;
    this.#sizes?.disconnect();
    for (const box of scroller ? [scroller, ...scroller.children] : []) this.#sizes?.observe(box);
  }

  #keep(scroller: HTMLElement, id: string | undefined, start: number): void {
    const tile = this.#tiles().find((row) => row.id === id);
    const { startOf, scrollTo } = this.#geometry(scroller);
    const moved = tile ? startOf(tile.element) - start : 0;
    if (Math.abs(moved) > tolerance) scrollTo(moved, 'instant');
  }

  /** Distances along the direction of reading, from where tiles come to rest. */
  #geometry(scroller: HTMLElement) {
    const { direction, scrollPaddingInlineStart } = getComputedStyle(scroller);
    const box = scroller.getBoundingClientRect();
    const rest = parseFloat(scrollPaddingInlineStart) || 0;
    const isRtl = direction === 'rtl';
    return {
      room: box.width - rest,
      startOf: (tile: Element): number => {
        const { left, right } = tile.getBoundingClientRect();
        return (isRtl ? box.right - right : left - box.left) - rest;
      },
      scrollTo: (distance: number, behavior: ScrollBehavior = 'auto'): void => {
        scroller.scrollBy({ left: isRtl ? -distance : distance, behavior });
      },
    };
  }

  readonly measure = (): void => {
    if (!this.#scroller) return;
    const { scrollLeft, scrollWidth, clientWidth } = this.#scroller;
    const hidden = scrollWidth - clientWidth;
    // Below zero from right to left.
    const passed = Math.abs(scrollLeft);
    const overflows = hidden > tolerance;
    const isAtStart = passed <= tolerance;
    const isAtEnd = passed >= hidden - tolerance;
    if (overflows === this.overflows && isAtStart === this.isAtStart && isAtEnd === this.isAtEnd) return;
    Object.assign(this, { overflows, isAtStart, isAtEnd });
    this.#host.requestUpdate();
  };

  /** Turns the page: a tile that is not wholly in view becomes the first, or the last. */
  step(step: Step): void {
    if (!this.#scroller) return;
    const { room, startOf, scrollTo } = this.#geometry(this.#scroller);
    const tiles = this.#tiles().map(({ element }) => ({ start: startOf(element), end: startOf(element) + element.offsetWidth }));
    if (step === 'next') {
      const next = tiles.find(({ start, end }) => end > room + tolerance && start > tolerance);
      if (next) scrollTo(next.start);
    } else {
      const last = tiles.findLast(({ start }) => start < -tolerance);
      const first = last && (tiles.find(({ start }) => last.end - start <= room + tolerance) ?? last);
      if (first) scrollTo(first.start);
    }
  }

  /** Brings a tile into view. */
  reveal(tile: HTMLElement): void {
    if (!this.#scroller) return;
    const { room, startOf, scrollTo } = this.#geometry(this.#scroller);
    const start = startOf(tile);
    if (start < -tolerance || start + tile.offsetWidth > room + tolerance) scrollTo(start);
  }
}
