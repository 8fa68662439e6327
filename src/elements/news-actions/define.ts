import { NewsActions } from './news-actions.js';

NewsActions.define();
