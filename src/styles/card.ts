import { css } from 'lit';

/**
 * A card by the width of its item: its picture above its words, or beside them. An item keeps room for a card that is on
 * its way, and goes on keeping it, where `.reserved`.
 */
export const card = css`
  [part='item'] {
    display: block;
    container-type: inline-size;
  }

  .card {
    position: relative;
    box-sizing: border-box;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    /* Width of the picture, where it stands, and the room that its words mostly take. */
    --_picture: 100cqi;
    --_place: auto;
    --_below: 0.75em;
    --_words: 12em;
    --_room: calc(var(--_picture) * 2 / 3 + var(--_words));
  }

  .plain {
    --_words: 7.5em;
  }

  .waiting .card,
  .reserved .card {
    min-block-size: var(--_words);
  }

  /* Where no picture came, it leaves no hole. */
  :is(.waiting, .reserved) .thumbnail:has(> .picture) {
    min-block-size: var(--_room);
  }

  .reserved .thumbnail:not(:has(> .picture)) {
    min-block-size: 0;
  }

  @container (min-width: 30em) {
    .card:has(> .picture) {
      grid-template-columns: minmax(0, 1fr) var(--_picture);
      grid-template-rows: repeat(4, auto) 1fr;
      column-gap: calc(var(--_gap) * 1.5);
      --_picture: 42cqi;
      --_place: 1 / 2 / -1;
      --_below: 0;
      --_room: max(calc(var(--_picture) * 2 / 3), var(--_words));
    }
  }

  .card [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .card > * {
    grid-column: 1;
  }

  .card > .picture {
    grid-area: var(--_place);
    order: -1;
    align-self: start;
    margin: 0 0 var(--_below);
  }

  [part='image'] {
    max-block-size: var(--_picture);
    object-fit: contain;
  }

  [part='image'].unsized {
    object-fit: cover;
  }

  .whole [part='image'] {
    object-fit: contain;
  }

  [part='credit'] {
    padding-block-start: 0.35em;
    color: var(--_muted);
    font-size: 0.6875em;
    line-height: 1.35;
  }

  [part='kicker'] {
    margin-block-end: 0.2em;
  }

  .title {
    font-size: var(--news-list-headline-size, clamp(1.0625em, 0.85em + 2cqi, 2.25em));
    line-height: 1.22;
  }

  [part='description'] {
    margin-block-start: 0.45em;
    font-size: clamp(0.9375em, 0.85em + 0.4cqi, 1.125em);
  }

  .meta {
    margin-block-start: 0.5em;
  }

  /* All of a card can be clicked. */
  [part='link'][href]::after {
    content: '';
    position: absolute;
    z-index: 1;
    inset: 0;
  }

  [part='link'][href]:focus-visible {
    outline: none;
  }

  .card:has(> .title > [part='link'][href]:focus-visible) {
    outline: 2px solid var(--news-focus-color, currentColor);
    outline-offset: 4px;
    border-radius: 1px;
  }

  .content:has(*) + [part='status']:not(:empty) {
    margin-block-start: calc(var(--_gap) * 0.75);
  }

  .card > .placeholder {
    block-size: 1.2em;
    inline-size: 92%;
    margin-block-end: 0.5em;
  }

  .card > .placeholder.long {
    inline-size: 70%;
  }

  .card > .placeholder.short {
    block-size: 0.7em;
    inline-size: 30%;
  }

  .card > .placeholder.picture {
    block-size: calc(var(--_picture) * 2 / 3);
    inline-size: 100%;
    margin-block-end: var(--_below);
    border-radius: var(--news-radius, 0);
  }
`;
