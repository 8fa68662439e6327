import { css } from 'lit';

export const styles = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }

  [part='button'] {
    box-sizing: border-box;
    display: inline-grid;
    align-items: center;
    padding-inline: 0.9em;
    line-height: 1.3;
    text-align: start;
    text-decoration: none;
  }

  [part='button'],
  [part='button'] > span:has(svg) {
    grid-template-columns: auto 1fr;
    column-gap: 0.5em;
  }

  [part='button'] > span:has(svg) {
    display: grid;
    grid-area: 1 / 1 / auto / span 2;
    align-items: center;
  }

  /* Seen one at a time, and the first heard always. */
  [part='button']:not(.copied) > [aria-hidden]:not(svg),
  .copied > :first-child {
    opacity: 0;
  }

  .copied {
    border-color: currentColor;
  }

  svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .placeholder {
    border-color: transparent;
    cursor: default;
  }

  .placeholder > * {
    visibility: hidden;
  }

  label {
    display: block;
    margin-block-start: 0.75em;
    color: var(--_muted);
    font-size: var(--_small);
  }

  input {
    box-sizing: border-box;
    display: block;
    inline-size: 100%;
    max-inline-size: 36em;
    margin: 0.25em 0 0;
    padding: 0.5em 0.7em;
    border: 1px solid var(--_rule);
    border-radius: var(--news-radius, 0);
    background: none;
    color: var(--news-color, CanvasText);
    font: inherit;
    text-overflow: ellipsis;
  }

  input:focus-visible {
    outline: 2px solid var(--news-focus-color, currentColor);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: no-preference) {
    [part='button'] > span {
      transition: opacity 0.15s;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
