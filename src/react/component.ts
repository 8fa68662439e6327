'use client';

import { createElement, useImperativeHandle, useLayoutEffect, useRef, type ReactElement, type Ref } from 'react';

type Names = Readonly<Record<string, string>>;
type Props = Readonly<Record<string, unknown>> & { readonly ref?: Ref<HTMLElement | null> };

/** What a component gives its element, by the names that React knows it by. */
export interface Shape {
  /** Where those of the attributes are others. */
  readonly attributes: Names;
  readonly events: Names;
  /** Properties that take more than text. */
  readonly data: readonly string[];
}

/**
 * A React component for an element, which it registers once it is mounted. Attributes are rendered, so that they are in what
 * a server sends. Properties and listeners React would leave out where it hydrates, and before the element is defined.
 */
export function component(tag: string, element: { define: () => void }, { attributes, events, data }: Shape): (props: Props) => ReactElement {
  return ({ ref, ...props }) => {
    const own = useRef<HTMLElement>(null);
    const values = data.map((name) => props[name]);
    useLayoutEffect(() => {
      const listeners = new AbortController();
      for (const [name, type] of Object.entries(events)) {
        if (typeof props[name] === 'function') own.current?.addEventListener(type, props[name] as EventListener, { signal: listeners.signal });
      }
      return () => { listeners.abort(); };
    });
    useLayoutEffect(() => { element.define(); }, []);
    useLayoutEffect(() => {
      if (own.current) Object.assign(own.current, Object.fromEntries(data.map((name, index) => [name, values[index]])));
    }, values);
    useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => own.current, []);
    const isAttribute = ([name, value]: readonly [string, unknown]) => !(name in events) && (!data.includes(name) || typeof value === 'string');
    const given = Object.entries(props).filter(isAttribute).map(([name, value]) => [attributes[name] ?? name, value] as const);
    return createElement(tag, { ...Object.fromEntries(given), ref: own });
  };
}
