import {
  type Audience,
  type Configuration,
  configurationSchema,
  type JournalEvent,
  type Instant,
} from '@okienko/shared';
import { AudienceViews, project } from '@okienko/server/projections/audienceViews';
import type { Pictures } from './notebookPictures.ts';

/** What each audience's picture is at every position of one journal, folded from its events by themselves. */
export class ReferencePictures {
  readonly #views = new AudienceViews();
  readonly #pictures = new Map<string, unknown>();
  configuration: Configuration | null = null;

  /** Takes the event at `seq` into the pictures. */
  note(event: JournalEvent, seq: number, at: Instant): void {
    if (event.type === 'ConfigurationChanged') this.configuration = configurationSchema.parse(JSON.parse(event.text));
    if (this.configuration === null) return;
    this.#views.add(project({ event, at, configuration: this.configuration }));
    this.#pictures.set(`display ${seq}`, this.#views.display());
    this.#pictures.set(`kiosk ${seq}`, this.#views.kiosk());
    this.#pictures.set(`counter ${seq}`, this.#views.counter());
  }

  /** The newest picture of each audience. */
  newest(): Pictures {
    return this.#views.snapshot();
  }

  /** The picture; undefined where the journal has no such position. */
  at(audience: Audience, seq: number): unknown {
    return this.#pictures.get(`${audience} ${seq}`);
  }
}
