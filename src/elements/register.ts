interface VersionedElement extends CustomElementConstructor {
  readonly version: string;
}

const registered = new Map<CustomElementConstructor, string>();
let warned = false;

/**
 * Registers an element. The first to take a tag keeps it: a second script on the page changes nothing, and is
 * told of once when it is another version.
 */
export function register(tag: string, element: VersionedElement): void {
  const present = customElements.get(tag);
  if (present) {
    const other = (present as Partial<VersionedElement>).version;
    if (warned || registered.get(present) === tag || other === element.version) return;
    warned = true;
    console.warn(`Newsleaf ${element.version} leaves <${tag}> to ${other ? `version ${other}` : 'another script'}, which was there first.`);
    return;
  }
  // A constructor can be registered once only; under a second tag goes a class of its own.
  const constructor = registered.has(element) ? class extends element {} : element;
  registered.set(constructor, tag);
  customElements.define(tag, constructor);
}
