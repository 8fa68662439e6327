/** `newsleaf/react`, and the types of the elements in the templates of frameworks. */

const camel = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const fieldsOf = ({ members }) => members.filter(({ attribute }) => attribute);
const moduleOf = (element) => `elements/${element.tagName}/${element.tagName}.js`;
const takesData = ({ type }) => type.text.split(' | ').some((one) => !/^('|string|number|boolean|null|undefined)/.test(one));

/** Templates have numbers as text, too. */
const typed = (name, { type, description }) => {
  const types = type.text.split(' | ').flatMap((one) => (one === 'number' ? [one, '`${number}`'] : one === 'undefined' ? [] : one));
  return `/** ${description.replaceAll('*/', '* /')} */\n      ${/^\w+$/.test(name) ? name : `'${name}'`}?: ${types.join(' | ')} | undefined;`;
};

function elementTypes(elements) {
  const events = [...new Set(elements.flatMap((element) => element.events.map(({ type }) => type.text)))].sort();
  const entry = (element) => {
    const lines = {
      properties: fieldsOf(element).map((field) => typed(field.name, field)),
      attributes: fieldsOf(element).filter(({ name, attribute }) => name !== attribute).map((field) => typed(field.attribute, field)),
      events: element.events.map(({ name, type, description }) => `/** ${description} */\n      '${name}': ${type.text};`),
    };
    const groups = Object.entries(lines).map(([name, all]) => `    ${name}: {${all.map((line) => `\n      ${line}`).join('')}\n    };`);
    return `  /** ${element.summary} */\n  '${element.tagName}': {\n    element: ${element.name};\n${groups.join('\n')}\n  };`;
  };
  return `${elements.map((element) => `import type { ${element.name} } from '../${moduleOf(element)}';`).join('\n')}
import type { ${events.join(', ')} } from '../events.js';

/** What can be said of each element in a template: properties, the attributes that have other names, and events. */
export interface NewsElements {
${elements.map(entry).join('\n')}
}

export type NewsTag = keyof NewsElements;
/** What a tag has, but for its events, and for what all elements have. */
export type Named<Tag extends NewsTag> = NewsElements[Tag]['properties'] & NewsElements[Tag]['attributes'];
/** Handlers of a tag's events, by a name of their own each. */
export type Handlers<Tag extends NewsTag, Prefix extends string> = {
  [Type in keyof NewsElements[Tag]['events'] & string as \`\${Prefix}\${Type}\`]?: ((event: NewsElements[Tag]['events'][Type]) => void) | undefined;
};
`;
}

const names = "import type { Handlers, Named, NewsElements, NewsTag } from './elements.js';";
const tags = (type) => `type Tags = { [Tag in NewsTag]: Props<Tag> };\n\n${type}`;

/** By the name of the module. */
const templates = {
  react: `import type { ClassAttributes, HTMLAttributes } from 'react';
${names}

type Shared<Tag extends NewsTag> = HTMLAttributes<NewsElements[Tag]['element']> & ClassAttributes<NewsElements[Tag]['element']>;
type Props<Tag extends NewsTag> = Omit<Shared<Tag>, keyof Named<Tag>> & Named<Tag> & Handlers<Tag, 'on'>;
${tags(`declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}`)}
`,
  preact: `import type { ClassAttributes, HTMLAttributes } from 'preact';
${names}

type Shared<Tag extends NewsTag> = HTMLAttributes<NewsElements[Tag]['element']> & ClassAttributes<NewsElements[Tag]['element']>;
type Props<Tag extends NewsTag> = Omit<Shared<Tag>, keyof Named<Tag>> & Named<Tag> & Handlers<Tag, 'on'>;
${tags(`declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}`)}
`,
  solid: `import type { JSX } from 'solid-js';
${names}

type Shared<Tag extends NewsTag> = JSX.HTMLAttributes<NewsElements[Tag]['element']>;
type Explicit<Tag extends NewsTag> = { [Name in keyof NewsElements[Tag]['properties'] & string as \`prop:\${Name}\`]?: NewsElements[Tag]['properties'][Name] };
type Props<Tag extends NewsTag> = Omit<Shared<Tag>, keyof Named<Tag>> & Named<Tag> & Explicit<Tag> & Handlers<Tag, 'on:'>;
${tags(`declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}`)}
`,
  vue: `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
${names}

type Emits<Events> = { [Type in keyof Events]: (event: Events[Type]) => void };
type Props<Tag extends NewsTag> = new () => NewsElements[Tag]['element'] & {
  $props: Omit<HTMLAttributes, keyof Named<Tag>> & Named<Tag> & PublicProps;
  $emit: EmitFn<Emits<NewsElements[Tag]['events']>>;
};
${tags(`declare module 'vue' {
  interface GlobalComponents extends Tags {}
}`)}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
${names}

type Props<Tag extends NewsTag> = Omit<HTMLAttributes<NewsElements[Tag]['element']>, keyof Named<Tag>> & Named<Tag> & Handlers<Tag, 'on'>;
${tags(`declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}`)}
`,
};

function reactModule(elements) {
  const wrap = (element) => {
    const attributes = fieldsOf(element).filter(({ name, attribute }) => name !== attribute).map(({ name, attribute }) => [name, attribute]);
    const events = element.events.map(({ name }) => [`on${camel(name)}`, name]);
    const shape = { attributes: Object.fromEntries(attributes), events: Object.fromEntries(events), data: fieldsOf(element).filter(takesData).map(({ name }) => name) };
    return `export const ${element.name} = /* @__PURE__ */ component('${element.tagName}', ${element.name}Element, ${JSON.stringify(shape)});`;
  };
  return `'use client';

import { component } from './react/component.js';
${elements.map((element) => `import { ${element.name} as ${element.name}Element } from './${moduleOf(element)}';`).join('\n')}

${elements.map(wrap).join('\n')}
`;
}

const reactTypes = (elements) => `import type { HTMLAttributes, ReactElement, Ref } from 'react';
import type { NewsElements, NewsTag } from './types/elements.js';

/** The name of an event, as in \`onNewsSelect\`. */
type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${Capitalize<First>}\${Camel<Rest>}\` : Capitalize<Name>;
type Handlers<Events> = { [Type in keyof Events & string as \`on\${Camel<Type>}\`]?: ((event: Events[Type]) => void) | undefined };
type Own<Tag extends NewsTag> = NewsElements[Tag]['properties'] & Handlers<NewsElements[Tag]['events']> & { ref?: Ref<NewsElements[Tag]['element'] | null> | undefined };
/** What the component of a tag takes. */
export type NewsProps<Tag extends NewsTag> = Own<Tag> & Omit<HTMLAttributes<NewsElements[Tag]['element']>, keyof Own<Tag>>;

${elements.map(({ name, tagName, summary }) => `/** ${summary} */\nexport declare const ${name}: (props: NewsProps<'${tagName}'>) => ReactElement;`).join('\n')}
`;

export const frameworkFiles = (elements) => ({
  'react.js': reactModule(elements),
  'react.d.ts': reactTypes(elements),
  'types/elements.d.ts': elementTypes(elements),
  ...Object.fromEntries(Object.entries(templates).flatMap(([name, types]) => [[`types/${name}.d.ts`, types], [`types/${name}.js`, 'export {};\n']])),
});
