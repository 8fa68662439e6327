import { Component, CUSTOM_ELEMENTS_SCHEMA, Input, signal } from '@angular/core';
import type { NewsSelectEvent } from 'newsleaf';
import 'newsleaf/headline-list';

@Component({
  selector: 'app-headlines',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <headline-list [feed]="news" [limit]="3" heading-level="3" (news-select)="choose($event)"></headline-list>
    <output>{{ chosen() }}</output>
  `,
})
export class Headlines {
  @Input({ required: true }) news!: object;
  chosen = signal<string | undefined>(undefined);

  choose(event: NewsSelectEvent) {
    event.preventDefault();
    this.chosen.set(event.article.headline);
  }
}
