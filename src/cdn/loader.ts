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
  'news-time': async () => { (await import('../elements/news-time/news-time.js')).NewsTime.define(); },
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
