import { css } from 'lit';

/** The buttons of `stepButtons()`. */
export const steps = css`
  .steps {
    display: flex;
    gap: 0.25em;
  }

  .steps[hidden] {
    display: none;
  }

  .steps [part='button'] {
    display: grid;
    place-items: center;
    inline-size: 2.25em;
    min-block-size: 2.25em;
    padding: 0;
    border-radius: 50%;
  }

  .steps [aria-disabled='true'] {
    border-color: var(--_rule);
    cursor: default;
  }

  .steps [aria-disabled='true'] svg {
    opacity: 0.35;
  }

  .steps svg {
    inline-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .steps svg:dir(rtl) {
    scale: -1 1;
  }
`;
