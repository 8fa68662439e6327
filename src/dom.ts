/** The browser's own, whatever a page makes of the names later; undefined where there is no DOM. */
export const { Element, ShadowRoot } = globalThis;
