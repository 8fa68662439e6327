import { parseFeed } from 'newsleaf';
import 'newsleaf/define';

const minute = 60_000;
/** Minutes between a headline and now. */
const ages = [4, 52, 3 * 60, 26 * 60, 3 * 24 * 60];

const recent = document.querySelector<HTMLElementTagNameMap['headline-list']>('#recent');
if (recent) {
  const response = await fetch('data/headlines.json');
  const { feed } = parseFeed(await response.json(), { url: response.url });
  const items = feed.items.slice(0, ages.length).map((item, index) => ({
    ...item,
    datePublished: { iso: new Date(Date.now() - (ages[index] ?? 0) * minute).toISOString(), precision: 'instant' as const },
  }));
  recent.feed = { ...feed, items };
}
