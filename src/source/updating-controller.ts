import { NewsUpdateEvent } from '../events.js';
import type { ParsedFeed } from '../formats/parse.js';
import type { Row } from './reading-place.js';
import { SourceController, type SourceHost } from './source-controller.js';
import type { Update } from './updates.js';

/** The chunk that only what refreshes needs. */
export type Live = typeof import('./live.js');

/** Gives an element what has rows: new ones wait until the reader asks for them, and the reader's place is kept. */
export abstract class UpdatingController<T extends object> extends SourceController<T> {
  /** The ids of new rows that are not shown yet. */
  waiting: readonly string[] = [];
  /** How many there were when they were first told of: each further one is not told again. */
  announced = 0;
  /** What is shown once the reader asks for what waits. */
  protected next: T | undefined;

  #rows: () => readonly Row[];

  /** @param rows those that the element shows */
  constructor(host: SourceHost, select: (parsed: ParsedFeed) => T, isEmpty: (value: T) => boolean, rows: () => readonly Row[]) {
    super(host, select, isEmpty);
    this.#rows = rows;
  }

  /** What a newer state brings. */
  protected abstract compare(live: Live, shown: T, next: T): Update<T>;

  /** Whether new rows are shown without being asked for. */
  protected abstract takesAtOnce(live: Live): boolean;

  protected override receive(value: T | undefined): void {
    this.forget();
    this.value = value;
  }

  protected override async update(next: T, signal?: AbortSignal): Promise<void> {
    const live = await import('./live.js');
    if (signal?.aborted || !this.value) return;
    const before = new Set(this.waiting);
    const { announced } = this;
    const { value, waiting, whole, articles } = this.compare(live, this.value, next);
    const isAtOnce = waiting.length === 0 || this.takesAtOnce(live);
    await this.#change(live, () => {
      this.forget();
      this.value = isAtOnce ? whole : value;
      if (isAtOnce) return;
      this.waiting = waiting;
      this.announced = announced || waiting.length;
      this.next = whole;
    });
    if (!isAtOnce && waiting.some((id) => !before.has(id))) this.host.dispatchEvent(new NewsUpdateEvent(articles));
  }

  /** Shows what waits; fulfilled once it is shown. */
  async showUpdates(): Promise<void> {
    await this.#change(await import('./live.js'), () => {
      this.value = this.next ?? this.value;
      this.forget();
    });
  }

  protected forget(): void {
    this.next = undefined;
    this.waiting = [];
    this.announced = 0;
  }

  /** Changes what is shown, and leaves the reader where they are. */
  async #change({ keepPlace }: Live, change: () => void): Promise<void> {
    const restore = keepPlace(this.host, this.#rows);
    change();
    this.host.requestUpdate();
    await this.host.updateComplete;
    restore();
  }
}
