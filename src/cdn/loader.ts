/** Fetches each component when the page first uses it, also in what is added later. */
import { follow, placeholders } from './placeholders.js';

const components: Record<string, () => Promise<unknown>> = {
  'headline-list': () => import('../elements/headline-list/define.js'),
  'news-article': () => import('../elements/news-article/define.js'),
};

const asked = new Set<string>();

follow(Object.keys(components).join(), ({ localName }) => {
  if (asked.has(localName)) return;
  asked.add(localName);
  components[localName]?.().catch((error: unknown) => {
    // The next element of this kind asks again; meanwhile its fallback stands.
    asked.delete(localName);
    console.warn(`<${localName}> could not be loaded:`, error);
  });
});
placeholders();
