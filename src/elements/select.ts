import { Element } from '../dom.js';
import { NewsSelectEvent } from '../events.js';
import type { Article } from '../model.js';

/**
 * Tells of a click on the link of a headline, unless a key is held: then it is the browser's business, a new tab or a download.
 * @returns the article, where it was chosen and the page let it be
 */
export function select(host: HTMLElement, event: MouseEvent, article: Article | undefined): Article | undefined {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const isLink = event.target instanceof Element && event.target.closest('a');
  if (!article || !isLink) return undefined;
  if (host.dispatchEvent(new NewsSelectEvent(article))) return article;
  event.preventDefault();
  return undefined;
}
