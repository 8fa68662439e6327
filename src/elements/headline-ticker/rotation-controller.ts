import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Element } from '../../dom.js';
import type { Row } from '../../source/reading-place.js';

/** How long a headline stays, in milliseconds. */
const pace = 7000;

/**
 * Shows one row after the other, by the class `current`. There is a timer only while it has work: while somebody can
 * see the element, nobody points at a row or has focus in it, nobody has paused it, and motion is welcome.
 */
export class RotationController implements ReactiveController {
  /** By the reader's own choice. */
  isPaused = false;

  #host: ReactiveControllerHost & HTMLElement;
  #rows: () => readonly Row[];
  #id: string | undefined;
  #index = 0;
  #isPointedAt = false;
  #hasFocus = false;
  #isOnScreen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lessMotion: MediaQueryList | undefined;
  #observer: IntersectionObserver | undefined;

  /** @param rows those that the element shows */
  constructor(host: ReactiveControllerHost & HTMLElement, rows: () => readonly Row[]) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#isOnScreen = entries.at(-1)?.isIntersecting ?? false;
      this.#schedule();
    });
    this.#observer.observe(this.#host);
    this.#lessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.#lessMotion.addEventListener('change', this.#schedule);
    document.addEventListener('visibilitychange', this.#schedule);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#lessMotion?.removeEventListener('change', this.#schedule);
    document.removeEventListener('visibilitychange', this.#schedule);
    this.#isOnScreen = this.#isPointedAt = this.#hasFocus = false;
    this.#schedule();
  }

  hostUpdated(): void {
    this.#show(this.#place);
    this.#schedule();
  }

  toggle(): void {
    this.isPaused = !this.isPaused;
    this.#host.requestUpdate();
  }

  /** For what a pointer and focus do to the list of the rows. */
  hold({ type, target }: Event): void {
    if (type.startsWith('mouse')) this.#isPointedAt = type === 'mouseenter';
    else this.#hasFocus = type === 'focusin';
    const row = target instanceof Element ? target.closest('li') : null;
    if (type === 'focusin') this.#show(this.#rows().findIndex(({ element }) => element === row));
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#schedule();
  }

  /** Where the headline is that was shown last; where it is gone, what stands in its place. */
  get #place(): number {
    const rows = this.#rows();
    const index = rows.findIndex(({ id }) => id === this.#id);
    return index < 0 ? Math.max(0, Math.min(this.#index, rows.length - 1)) : index;
  }

  #show(index: number): void {
    const rows = this.#rows();
    this.#index = index;
    this.#id = rows[index]?.id;
    for (const [at, { element }] of rows.entries()) element.classList.toggle('current', at === index);
  }

  readonly #schedule = (): void => {
    const { length } = this.#rows();
    // What is taken away under a pointer, or with focus, does not tell.
    if (length === 0) this.#isPointedAt = this.#hasFocus = false;
    const isHeld = this.isPaused || this.#isPointedAt || this.#hasFocus;
    if (length > 1 && !isHeld && this.#isOnScreen && !document.hidden && !this.#lessMotion?.matches) {
      this.#timer ??= setTimeout(this.#step, pace);
    } else {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
  };

  readonly #step = (): void => {
    this.#timer = undefined;
    this.#show((this.#place + 1) % this.#rows().length);
    this.#schedule();
  };
}
