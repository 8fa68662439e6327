import { css } from 'lit';

export const styles = css`
  .updates {
    position: sticky;
    z-index: 1;
    inset-block-start: 0.75em;
    display: flex;
    justify-content: center;
    align-items: start;
    block-size: 0;
    max-inline-size: var(--news-measure, 40em);
  }

  .updates [part='button'] {
    border-color: var(--_accent);
    border-radius: 2em;
    background: var(--news-background, Canvas);
    box-shadow: 0 0.1em 0.5em rgb(0 0 0 / 20%);
  }

  header > [part='label'] {
    margin: 0 0 0.7em;
    padding: 0.1em 0.6em;
    font-weight: 650;
  }

  [part='label'].live {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  [part='label'].live::before {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: currentColor;
    vertical-align: 0.1em;
  }

  [part='key-events'] {
    margin-block-end: calc(var(--_gap) * 1.5);
    padding: 0.9em 1.1em;
    background: var(--_tint);
    font-size: 0.9375em;
  }

  [part='key-events'] p {
    margin: 0 0 0.4em;
    font-weight: 650;
  }

  [part='key-events'] ol,
  .all {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  [part='key-events'] li {
    padding-block: 0.25em;
  }

  [part='key-events'] [part='date'] {
    display: block;
  }

  @container (min-width: 30em) {
    [part='key-events'] li {
      display: flex;
      align-items: baseline;
      gap: 0.9em;
      padding-block: 0.15em;
    }

    [part='key-events'] [part='date'] {
      flex: none;
    }
  }

  /* Browsers take it for a list within the list of updates. */
  .prose > div > ul {
    list-style-type: disc;
  }

  [part='key-events'] [part='date'] {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  button[part='link'] {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_rule);
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  button[part='link']:hover {
    text-decoration-color: currentColor;
  }

  [part='update'] {
    scroll-margin-block-start: 3.5em;
  }

  [part='update']:focus {
    outline: none;
  }

  [part='update'].pinned {
    padding: 0.9em 1.1em;
    border-block-start: 3px solid var(--_accent);
    background: var(--_tint);
  }

  .meta [part='link'] {
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
    text-decoration: none;
  }

  .meta [part='link']:hover {
    text-decoration: underline;
  }
`;
