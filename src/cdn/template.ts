/** Stands for a value, and is in no template. */
const hole = '\ue000';
/** A start tag with its attributes, an end tag, a value, or text. */
const token = /<(?:\/(\w+)|(\w+)([^>]*?)(\/?))>|\ue000|[^<\ue000]+/g;
const attribute = /([^\s=]+)(?:="([^"]*)"|=([^\s"]+))?/g;
const isVoid = /^(?:img|source|br|hr|input|wbr)$/;

/** Where a template has values: Lit's own notes, which it makes an attribute, a listener or a child by. */
interface Part {
  readonly type: 1 | 2;
  /** Of its node, among the elements and comments. */
  readonly index: number;
  readonly name?: string;
  /** Around the values. */
  readonly strings?: readonly string[];
  readonly ctor?: unknown;
}

/**
 * A template's nodes, and where its values are. Lit prepares this by `innerHTML`, which a page's Trusted Types can refuse: in the
 * script-tag files it is made by this (`vite.config.ts`), node by node. No character references, comments, raw text or
 * MathML; values are whole children, or in attributes that are no properties.
 */
export function prepare(strings: readonly string[], Attribute: unknown, Listener: unknown): { el: HTMLTemplateElement; parts: Part[] } {
  // JSON can be made to look like a template, but for this.
  if (!Object.hasOwn(strings, 'raw')) throw new TypeError('not a template');
  const el = document.createElement('template');
  const parts: Part[] = [];
  let index = -1;
  let parent: Node = el.content;
  for (const [text, end, tag, attributes = '', isEmpty] of strings.join(hole).matchAll(token)) {
    if (end) parent = parent.parentNode ?? parent;
    else if (tag) {
      index += 1;
      const isSvg = tag === 'svg' || 'ownerSVGElement' in parent;
      const child: Element = isSvg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
      for (const [, name = '', quoted, bare = ''] of attributes.matchAll(attribute)) {
        const around = (quoted ?? bare).split(hole);
        if (around.length < 2) child.setAttribute(name, quoted ?? bare);
        else parts.push({ type: 1, index, name: name.replace('@', ''), strings: around, ctor: name.startsWith('@') ? Listener : Attribute });
      }
      parent.appendChild(child);
      if (!isVoid.test(tag) && !isEmpty) parent = child;
    } else if (text === hole) {
      parts.push({ type: 2, index: (index += 1) });
      parent.appendChild(document.createComment(''));
    } else parent.appendChild(document.createTextNode(text));
  }
  return { el, parts };
}
