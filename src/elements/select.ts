import { NewsSelectEvent } from '../events.js';
import type { Article } from '../model.js';

/** Tells of a click on the link of a headline, unless a key is held: then it is the browser's business, a new tab or a download. */
export function select(host: HTMLElement, event: MouseEvent, article: Article | undefined): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const isLink = event.target instanceof Element && event.target.closest('a');
  if (article && isLink && !host.dispatchEvent(new NewsSelectEvent(article))) event.preventDefault();
}
