import type { Row } from '../source/reading-place.js';

/** The paragraphs of the story in a tree, each known by its words: the reader's place is kept by them. */
export function paragraphRows(tree: ParentNode): Row[] {
  return [...tree.querySelectorAll<HTMLElement>('.prose > div > *')].map((element) => ({ element, id: element.textContent }));
}
