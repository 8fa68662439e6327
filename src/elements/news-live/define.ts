import { NewsLive } from './news-live.js';

NewsLive.define();
