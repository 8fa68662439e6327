import { firstArticle } from '../formats/parse.js';
import type { Article } from '../model.js';
import { hasContent, isAvailable } from './availability.js';
import type { Row } from './reading-place.js';
import type { SourceHost } from './source-controller.js';
import { UpdatingController, type Live } from './updating-controller.js';
import type { Update } from './updates.js';

/** Gives an element its story; of a feed, the first. */
export class ArticleController extends UpdatingController<Article> {
  /** Whether new updates of a live blog wait while its top is out of view. */
  isWaiting = false;

  /** @param rows the parts of the story that are on the screen */
  constructor(host: SourceHost, rows: () => readonly Row[]) {
    super(
      host,
      (parsed) => firstArticle(parsed).article,
      (article) => !hasContent(article) || !isAvailable(article, Date.now()),
      rows,
    );
  }

  protected override compare({ compareStories }: Live, shown: Article, next: Article): Update<Article> {
    return compareStories(shown, next);
  }

  protected override takesAtOnce({ isTopInView }: Live): boolean {
    return !this.isWaiting || isTopInView(this.host);
  }
}
