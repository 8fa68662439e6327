/** Classes, types and parse functions. Importing it registers nothing. */
export { HeadlineCarousel } from './elements/headline-carousel/headline-carousel.js';
export { HeadlineGrid } from './elements/headline-grid/headline-grid.js';
export { HeadlineList } from './elements/headline-list/headline-list.js';
export { HeadlineTicker } from './elements/headline-ticker/headline-ticker.js';
export { NewsActions } from './elements/news-actions/news-actions.js';
export { NewsArticle } from './elements/news-article/news-article.js';
export { NewsCard } from './elements/news-card/news-card.js';
export { NewsLive } from './elements/news-live/news-live.js';
export { NewsReader } from './elements/news-reader/news-reader.js';
export { NewsTime } from './elements/news-time/news-time.js';
export { NewsErrorEvent, NewsLoadEvent, NewsSelectEvent, NewsShareEvent, NewsUpdateEvent } from './events.js';
export { parseArticle, parseFeed, UnknownFormatError } from './formats/index.js';
export type { Format, ParsedArticle, ParsedFeed, ParseOptions } from './formats/index.js';
export type * from './model.js';
export { LoadError } from './source/load.js';
export { version } from './version.js';
