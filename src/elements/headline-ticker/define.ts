import { HeadlineTicker } from './headline-ticker.js';

HeadlineTicker.define();
