import { CallFailed, isSomebodyElseHere, saveDraft } from './api';
import { t } from './i18n';
import { forgetUnsent, keepUnsent, unsent } from './logic/unsent';
import type { DraftKept, OtherDraft, TaskView } from './shapes';

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
  /** The draft in the form as it is now; null when there is none. */
  fitting(draft: unknown): S | null;
  requestUpdate(): void;
}

/** A text of the same person; `seen` is the version of the draft that it builds upon, `id` its own where it stands beside the draft. */
interface Text<S> {
  state: S;
  seen: number;
  id: string;
}

/**
 * Keeps what is typed into one form: in this window at once, on the server as soon as it is reached, one save after the other.
 * The texts of other windows are kept beside it, and the person chooses.
 */
export class DraftKeeper<S extends object> {
  status: DraftStatus = 'NONE';
  restored = false;
  savedAt: Date | null = null;
  failure: CallFailed | null = null;
  /** What the same person typed in other windows. */
  others: Array<Text<S>> = [];
  /** Whether the browser would not keep what the server has not got: no room, or forbidden. */
  unkept = false;
  /** While the answer is on its way nothing is kept: it would come back after the task is gone. */
  paused = false;
  /** The save that is on its way. */
  saving: Promise<void> | null = null;
  private account = '';
  /** Version of the draft that this text builds upon; 0 for a text that stands beside the draft. */
  private seen = 0;
  private current = 0;
  /** The text beside the draft that this one is made of. */
  private id = '';
  /** Texts beside the draft that the person has seen and does not want. */
  private dropped: string[] = [];
  private timer: number | undefined;

  constructor(private readonly form: Draftable<S>) {}

  get version(): number {
    return this.seen;
  }

  /** What the person typed before, or null: first what has not reached the server, then the draft there. */
  open(view: TaskView<unknown>): S | null {
    this.account = view.account;
    this.seen = this.current = view.draftVersion;
    const draft = this.form.fitting(view.draft);
    const here = unsent<unknown>(view.account, view.taskId);
    this.others = this.texts(view.otherDrafts.filter((each) => each.id !== here?.replaces));
    const state = this.form.fitting(here?.state);
    this.restored = (state ?? draft) !== null;
    if (here && state) {
      this.seen = here.version;
      this.id = here.replaces ?? '';
      this.status = 'CHANGED';
      this.schedule(0);
    }
    return state ?? draft;
  }

  changed(after = SAVE_AFTER): void {
    this.status = 'CHANGED';
    this.restored = false;
    this.keepHere();
    this.schedule(after);
  }

  /** Saves what is shown; whether nothing of it stands in this window alone any more, so that another text may take its place. */
  async arrived(): Promise<boolean> {
    await this.saving;
    this.keep();
    await this.saving;
    return !['CHANGED', 'SAVING', 'FAILED'].includes(this.status);
  }

  /** The next of the other texts is shown instead, and this one, which has {@link arrived}, is the last of the others. */
  swap(): S {
    const shown = this.others.shift() as Text<S>;
    this.others.push({ state: this.form.typed(), seen: this.seen, id: this.id });
    this.seen = shown.seen;
    this.id = shown.id;
    return shown.state;
  }

  /** The person wants the text that is shown, and none of the others. */
  choose(): void {
    this.dropped = this.others.map((each) => each.id).filter((id) => id !== '');
    this.others = [];
    this.seen = this.current;
    this.changed(0);
  }

  /** The answer has arrived. */
  done(): void {
    window.clearTimeout(this.timer);
    forgetUnsent(this.account, this.form.taskId);
  }

  /** The task is over, released, or somebody else's: the text stays in this window, should the person claim it again. */
  gone(): void {
    window.clearTimeout(this.timer);
    this.status = 'GONE';
    void this.askWhoIsHere();
  }

  /** Saves what has changed; when that fails it is tried again until it works. With `leaving` the request survives the page. */
  keep(leaving = false): void {
    if (this.paused || this.saving || this.form.readOnly || !['CHANGED', 'FAILED'].includes(this.status)) {
      return;
    }
    window.clearTimeout(this.timer);
    this.status = 'SAVING';
    this.saving = saveDraft(this.form.taskId, this.form.typed(), this.seen, this.replaced(), leaving)
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
      void saveDraft(this.form.taskId, this.form.typed(), this.seen, [], true).catch(() => undefined);
    }
    this.keep(true);
  }

  private kept(kept: DraftKept): void {
    this.savedAt = new Date();
    this.current = kept.version;
    this.others = this.texts(kept.others);
    this.seen = kept.beside === null ? kept.version : 0;
    this.id = kept.beside ?? '';
    this.dropped = [];
    if (this.status === 'SAVING') {
      this.status = 'SAVED';
      this.unkept = false;
      forgetUnsent(this.account, this.form.taskId);
    } else {
      this.keepHere();
    }
  }

  private texts(others: readonly OtherDraft[]): Array<Text<S>> {
    return others.flatMap(({ id, draft }) => {
      const state = this.form.fitting(draft);
      return state === null ? [] : [{ state, seen: id === '' ? this.current : 0, id }];
    });
  }

  private replaced(): string[] {
    return [this.id, ...this.dropped].filter((id) => id !== '');
  }

  private keepHere(): void {
    const unsent = { version: this.seen, replaces: this.id, state: this.form.typed() };
    this.unkept = !keepUnsent(this.account, this.form.taskId, unsent);
  }

  private failed(error: unknown): void {
    this.failure = error instanceof CallFailed ? error : new CallFailed(t('error.display'), 0);
    if (this.failure.status === 404) {
      this.gone();
    } else if (this.status === 'SAVING') {
      this.status = 'FAILED';
      // after a login the page is opened anew
      if (this.failure.status !== 401) {
        this.schedule(RETRY_AFTER);
      }
    }
  }

  /** Another login of this browser finds no such task; once its person is back, the text is saved. */
  private async askWhoIsHere(): Promise<void> {
    if ((await isSomebodyElseHere(this.account)) && this.status === 'GONE') {
      this.failure = new CallFailed(t('error.other'), 404);
      this.status = 'FAILED';
      this.schedule(RETRY_AFTER);
      this.form.requestUpdate();
    }
  }

  private schedule(after: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), after);
  }
}
