import { CallFailed, saveDraft, type DraftKept } from './api';
import { t } from './i18n';
import { forgetUnsent, keepUnsent, unsent } from './logic/unsent';
import type { TaskView } from './shapes';

const SAVE_AFTER = 1200;
const RETRY_AFTER = 10_000;

/** `GONE`: the task has ended or is somebody else's now, so nothing more can be kept or sent. */
export type DraftStatus = 'NONE' | 'CHANGED' | 'SAVING' | 'SAVED' | 'FAILED' | 'GONE';

/** What the keeper asks of the form. */
export interface Draftable<S> {
  readonly taskId: string;
  /** Nobody's task, or another's: what was typed stays in this window until it is claimed again. */
  readonly readOnly: boolean;
  typed(): S;
  /** The draft, when it still fits the form. */
  fitting(draft: unknown): S | null;
  requestUpdate(): void;
}

/**
 * Keeps what is typed into one form: in this window at once, on the server as soon as it is reached, one save after the other.
 * A text of another window is kept beside it, and the person chooses.
 */
export class DraftKeeper<S extends object> {
  status: DraftStatus = 'NONE';
  restored = false;
  savedAt: Date | null = null;
  failure: CallFailed | null = null;
  /** What the same person typed in another window. */
  other: S | null = null;
  /** While the answer is on its way nothing is kept: it would come back after the task is gone. */
  paused = false;
  /** The save that is on its way. */
  saving: Promise<void> | null = null;
  private account = '';
  /** Version of the draft that this text builds upon; 0 for a text that stands beside the draft. */
  private seen = 0;
  private current = 0;
  private chosen = false;
  private timer: number | undefined;

  constructor(private readonly form: Draftable<S>) {}

  get version(): number {
    return this.seen;
  }

  /** What the person typed before, or null: first what has not reached the server, then the draft there. */
  open(view: TaskView<unknown>): S | null {
    this.account = view.account;
    this.seen = this.current = view.draftVersion;
    this.other = this.form.fitting(view.otherDraft);
    const draft = this.form.fitting(view.draft);
    const here = unsent<unknown>(view.account, view.taskId);
    const state = this.form.fitting(here?.state);
    this.restored = (state ?? draft) !== null;
    if (here && state) {
      this.seen = here.version;
      this.status = 'CHANGED';
      this.schedule(0);
    }
    return state ?? draft;
  }

  changed(after = SAVE_AFTER): void {
    this.status = 'CHANGED';
    this.restored = false;
    keepUnsent(this.account, this.form.taskId, { version: this.seen, state: this.form.typed() });
    this.schedule(after);
  }

  /** The other text is shown instead, and this one is the other. */
  swap(): S {
    const shown = this.other as S;
    this.other = this.form.typed();
    this.seen = this.seen === this.current ? 0 : this.current;
    return shown;
  }

  /** The person wants the text that is shown, and not the other. */
  choose(): void {
    this.other = null;
    this.seen = this.current;
    this.chosen = true;
    this.changed(0);
  }

  /** The answer has arrived. */
  done(): void {
    window.clearTimeout(this.timer);
    forgetUnsent(this.account, this.form.taskId);
  }

  /** The task is over, or somebody else's. */
  gone(): void {
    this.status = 'GONE';
    this.done();
  }

  /** Saves what has changed; when that fails it is tried again until it works. With `leaving` the request survives the page. */
  keep(leaving = false): void {
    if (this.paused || this.saving || this.form.readOnly || !['CHANGED', 'FAILED'].includes(this.status)) {
      return;
    }
    window.clearTimeout(this.timer);
    this.status = 'SAVING';
    this.saving = saveDraft(this.form.taskId, this.form.typed(), this.seen, this.chosen, leaving)
      .then(
        (kept) => this.kept(kept),
        (error: unknown) => this.failed(error),
      )
      .finally(() => {
        this.saving = null;
        // What was typed while the draft was on its way has not been saved yet.
        if (this.status === 'CHANGED') {
          this.schedule(SAVE_AFTER);
        }
        this.form.requestUpdate();
      });
    this.form.requestUpdate();
  }

  /** The page goes: what the save on its way does not know goes too, and stands beside it if that comes first. */
  leave(): void {
    if (this.saving && this.status === 'CHANGED' && !this.paused) {
      void saveDraft(this.form.taskId, this.form.typed(), this.seen, false, true).catch(() => undefined);
    }
    this.keep(true);
  }

  private kept(kept: DraftKept): void {
    this.savedAt = new Date();
    this.other = this.form.fitting(kept.other);
    this.current = kept.version;
    this.seen = kept.beside && this.other ? 0 : kept.version;
    this.chosen &&= kept.beside;
    if (this.status === 'SAVING') {
      this.status = 'SAVED';
      forgetUnsent(this.account, this.form.taskId);
    } else {
      keepUnsent(this.account, this.form.taskId, { version: this.seen, state: this.form.typed() });
    }
  }

  private failed(error: unknown): void {
    this.failure = error instanceof CallFailed ? error : new CallFailed(t('error.display'), 0);
    if (this.failure.status === 404) {
      // Released or over: the text stays in this window, should the person claim the task again.
      window.clearTimeout(this.timer);
      this.status = 'GONE';
    } else if (this.status === 'SAVING') {
      this.status = 'FAILED';
      if (![401, 403].includes(this.failure.status)) {
        this.schedule(RETRY_AFTER);
      }
    }
  }

  private schedule(after: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), after);
  }
}
