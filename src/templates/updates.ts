import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locale/messages.js';

/** Words for a number of something new; none for none. */
export function counted(count: number, one: string, many: string): string {
  return count > 0 ? (count === 1 ? one : many).replace('{}', String(count)) : '';
}

/** What a number of new articles is called. */
export function newHeadlines(count: number, { newHeadline, newHeadlines }: Messages): string {
  return counted(count, newHeadline, newHeadlines);
}

/** The button that shows what is new; over the list, so that it pushes nothing. */
export function updatesButton(words: string, show: () => unknown): TemplateResult | typeof nothing {
  return words ? html`<div class="updates"><button part="button" type="button" @click=${show}>${words}</button></div>` : nothing;
}

/** The button that shows what is older. It keeps focus while it waits. */
export function moreButton(isLoading: boolean, { more, loading }: Messages, load: () => unknown): TemplateResult {
  return html`<button class="more" part="button" type="button" aria-disabled=${isLoading} @click=${load}>${isLoading ? loading : more}</button>`;
}
