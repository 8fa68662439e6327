/** A start tag with its attributes, an end tag, a comment as Lit marks a place by, or text. */
const token = /<(?:\/(\w+)|\?([^>]*)|(\w+)([^>]*))>|[^<]+/g;
const attribute = /([^\s=]+)(?:="([^"]*)"|=([^\s"]+))?/g;
const isVoid = /^(?:img|source|br|hr|input|wbr)$/;

/**
 * A `<template>` of HTML that this project wrote. Lit makes it by `innerHTML`, which a page's Trusted Types can refuse:
 * in the script-tag files it is made by this (`vite.config.ts`), node by node. No character references, no raw text, no MathML.
 */
export function template(html: string): HTMLTemplateElement {
  const element = document.createElement('template');
  let parent: Node = element.content;
  for (const [text, end, comment, tag, attributes = ''] of html.matchAll(token)) {
    if (end) parent = parent.parentNode ?? parent;
    else if (comment !== undefined) parent.appendChild(document.createComment(`?${comment}`));
    else if (tag) {
      const isSvg = tag === 'svg' || parent instanceof SVGElement;
      const child: Element = isSvg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
      // Lit knows the names of those it binds, and finds them by their end.
      for (const [, name = '', quoted, bare = ''] of attributes.matchAll(attribute)) if (name !== '/') child.setAttribute(name.replace('@', '_'), quoted ?? bare);
      parent.appendChild(child);
      if (!isVoid.test(tag) && !attributes.endsWith('/')) parent = child;
    } else parent.appendChild(document.createTextNode(text));
  }
  return element;
}
