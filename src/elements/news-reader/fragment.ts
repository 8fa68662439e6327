/** Names that readers on this page go by. */
const taken = new Set<string>();

const partsOf = (hash: string): string[] => hash.slice(1).split('&').filter(Boolean);

/** `name=value`, in characters that a fragment can have. A lone surrogate, which URLs cannot have, becomes a mark. */
const part = (name: string, value: string): string => new URLSearchParams([[name, value]]).toString().replaceAll('%2F', '/').replaceAll('%3A', ':');

/**
 * A reader's own part of the fragment of the page's address: `#story=ferry`, or by the id of its element, where it has
 * one. What else stands there, of other readers or the page itself, is left alone: `#sport=final&story=ferry`.
 */
export class Fragment {
  readonly #name: string;
  /** The address that was made as a story was chosen from the list: to go back from there is to be at the list. */
  #fromList: string | undefined;
  /** Whether it was asked to be left, which takes the browser a while. */
  #isLeaving = false;

  /** @param wanted the name, unless another has it */
  constructor(wanted: string) {
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${String(count)}`;
    taken.add(name);
    this.#name = name;
  }

  release(): void {
    taken.delete(this.#name);
  }

  #isOwn = (text: string): boolean => text.startsWith(part(this.#name, ''));

  /** The story that the address asks for. */
  get id(): string | undefined {
    if (this.#isLeaving) return undefined;
    return new URLSearchParams(partsOf(location.hash).find(this.#isOwn)).get(this.#name) || undefined;
  }

  /** The page's address with a story in it, or none. */
  addressOf(id: string | undefined): string {
    const parts = partsOf(location.hash).filter((text) => !this.#isOwn(text));
    // Not by a relative URL, which would be relative to a `<base>`.
    const [address = ''] = location.href.split('#', 1);
    return [address, [...parts, ...(id === undefined ? [] : [part(this.#name, id)])].join('&')].filter(Boolean).join('#');
  }

  /** The browser has gone somewhere. */
  arrive(): void {
    this.#isLeaving = false;
  }

  push(id: string | undefined): void {
    this.arrive();
    const isFromList = id !== undefined && this.id === undefined;
    try {
      // The state is the page's own.
      history.pushState(history.state, '', this.addressOf(id));
    } catch (error) {
      // Framed without an address, or far too often.
      console.warn('Newsleaf cannot put the story into the address:', error);
    }
    this.#fromList = isFromList ? location.href : undefined;
  }

  /** Takes the story out of the address. */
  leave(): void {
    if (this.id === undefined) return;
    if (location.href === this.#fromList) {
      this.#isLeaving = true;
      history.back();
    } else this.push(undefined);
  }
}
