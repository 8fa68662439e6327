/** Fetches each component when the page first uses it, also in what is added later. */
import { follow, placeholders } from './placeholders.js';

const components: Record<string, () => Promise<void>> = {
  'headline-carousel': async () => { (await import('../elements/headline-carousel/headline-carousel.js')).HeadlineCarousel.define(); },
  'headline-grid': async () => { (await import('../elements/headline-grid/headline-grid.js')).HeadlineGrid.define(); },
  'headline-list': async () => { (await import('../elements/headline-list/headline-list.js')).HeadlineList.define(); },
  'headline-ticker': async () => { (await import('../elements/headline-ticker/headline-ticker.js')).HeadlineTicker.define(); },
  'news-actions': async () => { (await import('../elements/news-actions/news-actions.js')).NewsActions.define(); },
  'news-article': async () => { (await import('../elements/news-article/news-article.js')).NewsArticle.define(); },
  'news-card': async () => { (await import('../elements/news-card/news-card.js')).NewsCard.define(); },
  'news-live': async () => { (await import('../elements/news-live/news-live.js')).NewsLive.define(); },
  'news-reader': async () => { (await import('../elements/news-reader/news-reader.js')).NewsReader.define(); },
  'news-time': async () => { (await import('../elements/news-time/news-time.js')).NewsTime.define(); },
};

const asked = new Set<string>();
/** Tags that the console has been told of: once is enough, however many elements come later. */
const told = new Set<string>();
const lost = new Map<string, unknown>();
let underWay = 0;

follow(Object.keys(components).join(), ({ localName }) => {
  if (asked.has(localName)) return;
  asked.add(localName);
  underWay += 1;
  void components[localName]?.()
    .catch((error: unknown) => {
      // The next element of this kind asks again; meanwhile its fallback stands.
      asked.delete(localName);
      if (!told.has(localName)) lost.set(`<${localName}>`, error);
      told.add(localName);
    })
    .then(() => {
      underWay -= 1;
      if (underWay > 0 || lost.size === 0) return;
      // One file refused can cost several elements.
      console.warn(`${[...lost.keys()].join(', ')} could not be loaded:`, ...lost.values());
      lost.clear();
    });
});
placeholders();
