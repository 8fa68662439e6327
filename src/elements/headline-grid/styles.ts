import { css } from 'lit';

export const styles = css`
  /* What is asked of this container is asked of the grid; of another, of a card. */
  [part='base'] {
    container-name: grid;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(var(--_columns, 1), minmax(0, 1fr));
    gap: calc(var(--_gap) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
    /* Cuts off the lines above the first row and before the first column, and not the ring around what has focus. */
    clip-path: inset(-7px);
  }

  [part='item'] {
    position: relative;
  }

  /* Lines between rows, and between columns: these as shadows, which no box around the grid can be scrolled to. */
  [part='item']::before,
  [part='item']::after {
    content: '';
    position: absolute;
    pointer-events: none;
  }

  [part='item']::before {
    inset-block-start: calc(var(--_gap) * -1);
    inset-inline: 0;
    border-block-start: 1px solid var(--_rule);
  }

  [part='item']::after {
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 1px;
    box-shadow: calc(var(--_gap) * -1) 0 var(--_rule);
  }

  [part='item']:dir(rtl)::after {
    box-shadow: var(--_gap) 0 var(--_rule);
  }

  .more {
    margin-block-start: calc(var(--_gap) * 2);
  }

  /* Cards out of sight cost nothing until they are near; below this number it does not pay. */
  [part='item']:nth-child(n + 40) > .card {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_room);
  }

  [part='item']:first-child .title {
    font-size: var(--news-headline-size, clamp(1.4em, 0.85em + 4cqi, 3em));
    line-height: 1.14;
    letter-spacing: -0.01em;
  }

  [part='item']:first-child [part='description'] {
    font-size: 1.0625em;
  }

  /* One shape for all. Not by its ratio: engines differ in what that is for a picture that could not be loaded. */
  [part='image'] {
    block-size: calc(var(--_picture) * 2 / 3);
    object-fit: cover;
  }

  [part='item']:first-child > .plain {
    --_words: 8.5em;
  }

  [part='item']:not(:first-child) > .card {
    --_words: 9em;
  }

  [part='item']:not(:first-child) > .plain {
    --_words: 6em;
  }

  [part='item']:not(:first-child) > .thumbnail:has(> .picture) > [part='description'] {
    display: none;
  }

  .waiting [part='item']:first-child .placeholder:is(:nth-child(2), .long) {
    block-size: 1.75em;
  }

  /* One column: below the lead story, small pictures at the side. */
  @container grid (width < 30em) {
    [part='item']:not(:first-child) > .card:has(> .picture) {
      grid-template-columns: minmax(0, 1fr) var(--_picture);
      grid-template-rows: repeat(4, auto) 1fr;
      column-gap: var(--_gap);
      --_picture: clamp(5.5em, 30cqi, 9em);
      --_place: 1 / 2 / -1;
      --_below: 0;
      --_room: 6.5em;
    }

    .reserved [part='item']:not(:first-child) > .thumbnail {
      min-block-size: 6.5em;
    }

    [part='item']:not(:first-child) .title {
      font-size: var(--news-list-headline-size, 1.0625em);
      line-height: 1.3;
    }
  }

  @container grid (min-width: 30em) {
    .grid {
      --_columns: 2;
    }

    [part='item']:first-child {
      grid-column: 1 / -1;
    }

    [part='item']:first-child > .card:has(> .picture) {
      --_picture: 56cqi;
    }
  }

  @container grid (30em <= width < 46em) {
    [part='item']:first-child > .thumbnail .title {
      font-size: var(--news-headline-size, clamp(1.4em, 0.75em + 2.4cqi, 2em));
    }

    /* One that would stand alone takes its row. */
    [part='item']:last-child:nth-child(even) {
      grid-column: 1 / -1;
    }

    [part='item']:last-child:nth-child(even) .title {
      font-size: var(--news-list-headline-size, 1.25em);
    }
  }

  /* The lead story takes two columns and, with a picture, two rows; the next stand beside it. */
  @container grid (min-width: 46em) {
    .grid {
      --_columns: 3;
    }

    [part='item']:first-child:not(:only-child) {
      grid-column: span 2;
    }

    [part='item']:first-child:has(.picture) {
      grid-row: span 2;
    }

    [part='item']:first-child:not(:only-child) > .card:has(> .picture) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      --_picture: 100cqi;
      --_place: auto;
      --_below: 0.75em;
      --_room: calc(var(--_picture) * 2 / 3 + var(--_words));
    }

    /* The only one beside it. */
    [part='item']:first-child:has(.picture) + :last-child {
      grid-row: span 2;
    }
  }

  @container grid (min-width: 66em) {
    .grid:has(> :nth-child(4)) {
      --_columns: 4;
    }
  }
`;
