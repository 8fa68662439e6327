/** Custom data for VS Code, and web-types for JetBrains' editors. */
import packageJson from '../package.json' with { type: 'json' };

const values = ({ text }) => [...text.matchAll(/'([^']*)'/g)].map(([, name]) => ({ name }));
const shown = (name, value) => `\`${name}\`${value ? ` (${value})` : ''}`;

/** What several elements have, once, with what is said of it; where that differs, of each. */
function shared(elements, list) {
  const all = new Map();
  for (const element of elements) {
    for (const { name, description, default: value } of element[list]) {
      const texts = all.get(name) ?? new Map();
      const text = value ? `${description} Default: \`${value}\`.` : description;
      all.set(name, texts.set(text, [...(texts.get(text) ?? []), `\`<${element.tagName}>\``]));
    }
  }
  const merge = (texts) => (texts.size === 1 ? [...texts.keys()][0] : [...texts].map(([text, tags]) => `${tags.join(', ')}: ${text}`).join('\n\n'));
  return [...all].map(([name, texts]) => ({ name, description: merge(texts) }));
}

/** What an editor shows of an element where it knows attributes only. */
function details({ description, events, slots, cssParts, cssStates }) {
  const lists = { Events: events, Slots: slots, Parts: cssParts, States: cssStates };
  const list = ([title, items]) => `**${title}**\n\n${items.map((item) => `- ${shown(item.name || 'default', item.type?.text)}: ${item.description}`).join('\n')}`;
  return [description, ...Object.entries(lists).filter(([, items]) => items.length > 0).map(list)].join('\n\n');
}

const markdown = (value) => ({ kind: 'markdown', value });

function vsCodeHtml(elements) {
  const tags = elements.map((element) => ({
    name: element.tagName,
    description: markdown(details(element)),
    attributes: element.attributes.map(({ name, description, default: value, type }) => ({
      name,
      description: markdown(value ? `${description}\n\nDefault: \`${value}\`` : description),
      ...(type.text === 'boolean' ? { valueSet: 'v' } : { values: values(type) }),
    })),
  }));
  return { version: 1.1, tags };
}

function vsCodeCss(elements) {
  const parts = shared(elements, 'cssParts').map(({ name, description }) => ({ name: `::part(${name})`, description }));
  const states = shared(elements, 'cssStates').map(({ name, description }) => ({ name: `:state(${name})`, description }));
  return { version: 1.1, properties: shared(elements, 'cssProperties'), pseudoElements: parts, pseudoClasses: states };
}

function webTypes(elements) {
  const html = elements.map(({ tagName, description, attributes, members, events, slots, cssParts, cssProperties }) => ({
    name: tagName,
    description,
    attributes: attributes.map(({ name, description, default: value, type }) => ({
      name,
      description,
      default: value,
      value: type.text === 'boolean' ? { kind: 'no-value' } : { type: type.text },
    })),
    slots: slots.map(({ name, description }) => ({ name, description })),
    js: {
      properties: members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic).map(({ name, description, default: value, type }) => ({ name, description, default: value, type: type.text })),
      events: events.map(({ name, description, type }) => ({ name, description, type: type.text })),
    },
    css: {
      properties: cssProperties.map(({ name, description, default: value }) => ({ name, description: value ? `${description} Default: \`${value}\`.` : description })),
      parts: cssParts.map(({ name, description }) => ({ name, description })),
    },
  }));
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name: packageJson.name,
    version: packageJson.version,
    'description-markup': 'markdown',
    contributions: { html: { elements: html } },
  };
}

export const editorFiles = (elements, json) => ({
  'vscode.html-custom-data.json': json(vsCodeHtml(elements)),
  'vscode.css-custom-data.json': json(vsCodeCss(elements)),
  'web-types.json': json(webTypes(elements)),
});
