import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locale/messages.js';

/** What a number of new articles is called. */
export function newHeadlines(count: number, { newHeadline, newHeadlines }: Messages): string {
  return (count === 1 ? newHeadline : newHeadlines).replace('{}', String(count));
}

/** The button that shows what is new; over the list, so that it pushes nothing. */
export function updatesButton(count: number, messages: Messages, show: () => unknown): TemplateResult | typeof nothing {
  return count > 0
    ? html`<div class="updates"><button part="button" type="button" @click=${show}>${newHeadlines(count, messages)}</button></div>`
    : nothing;
}

/** The button that shows what is older. It keeps focus while it waits. */
export function moreButton(isLoading: boolean, { more, loading }: Messages, load: () => unknown): TemplateResult {
  return html`<button class="more" part="button" type="button" aria-disabled=${isLoading} @click=${load}>${isLoading ? loading : more}</button>`;
}
