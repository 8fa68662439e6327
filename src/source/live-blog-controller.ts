import type { Article } from '../model.js';
import { UpdatingController, type Live } from './updating-controller.js';
import type { Update } from './updates.js';

/** Gives an element its live blog: new updates wait unless its top is in view. */
export class LiveBlogController extends UpdatingController<Article> {
  protected override compare({ compareLiveBlog }: Live, shown: Article, next: Article): Update<Article> {
    return compareLiveBlog(shown, next);
  }

  protected override get takesAtOnce(): boolean {
    return this.isTopInView;
  }
}
