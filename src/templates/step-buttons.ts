import { html, nothing, type TemplateResult } from 'lit';

export type Step = 'previous' | 'next';

export interface StepState {
  /** Whether there is anywhere to go. */
  readonly overflows: boolean;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

const arrows = {
  previous: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3 5 8l5 5"></path></svg>`,
  next: html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m6 3 5 5-5 5"></path></svg>`,
};

/** The buttons of a strip. Where it ends they keep focus, and do nothing. */
export function stepButtons({ overflows, isAtStart, isAtEnd }: StepState, words: Readonly<Record<Step, string>>, step: (step: Step) => void): TemplateResult {
  const button = (name: Step, isAtLimit: boolean) =>
    html`<button part="button" type="button" aria-label=${words[name]} aria-disabled=${isAtLimit} @click=${() => { step(name); }}>
      ${arrows[name]}
    </button>`;
  return html`<div class="steps" hidden=${overflows ? nothing : ''}>${button('previous', isAtStart)} ${button('next', isAtEnd)}</div>`;
}
