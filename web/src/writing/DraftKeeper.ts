import type { Draft } from '../api/shapes';

export type Keeping = 'nothing' | 'saving' | 'saved' | 'failed';

/** How long one must have stopped typing, in milliseconds. */
export const PAUSE = 800;

interface Acts {
  /** Keeps it in the place of the one before; undefined: there is nothing left of it. */
  save: (draft: Draft | undefined, isLeaving: boolean) => Promise<void>;
  tell: (keeping: Keeping) => void;
}

/** Keeps what is being written: shortly after the last key, one call at a time, the newest last. */
export class DraftKeeper {
  private readonly acts: Acts;
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private wanted: string;
  private kept: string;
  private current: Draft | undefined;
  private running: Promise<void> | undefined;
  private isStopped = false;

  /** `first` is what the server has. */
  constructor(first: Draft | undefined, acts: Acts) {
    this.acts = acts;
    this.current = first;
    this.kept = written(first);
    this.wanted = this.kept;
  }

  /** It looks like this now. */
  change(draft: Draft | undefined): void {
    const asked = written(draft);
    if (asked === this.wanted && !this.isStopped) {
      return;
    }
    this.isStopped = false;
    this.wanted = asked;
    this.current = draft;
    clearTimeout(this.alarm);
    if (asked !== this.kept) {
      this.acts.tell('saving');
      this.alarm = setTimeout(() => void this.save(false), PAUSE);
    } else if (this.running === undefined) {
      this.acts.tell(draft === undefined ? 'nothing' : 'saved');
    }
  }

  /** At once: the page is left, or the connection is back. */
  async flush(isLeaving = false): Promise<void> {
    clearTimeout(this.alarm);
    await this.save(isLeaving);
  }

  /** It is sent: nothing more is kept, and nothing is on its way any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.alarm);
    await this.running;
  }

  private async save(isLeaving: boolean): Promise<void> {
    if (this.isStopped || this.wanted === this.kept) {
      return;
    }
    if (this.running !== undefined) {
      await this.running;
      return this.save(isLeaving);
    }
    const asked = this.wanted;
    this.running = this.call(asked, isLeaving);
    await this.running;
  }

  private async call(asked: string, isLeaving: boolean): Promise<void> {
    let keeping: Keeping = 'failed';
    try {
      await this.acts.save(this.current, isLeaving);
      this.kept = asked;
      keeping = asked === written(undefined) ? 'nothing' : 'saved';
    } catch {
      // Said, and tried again with the next key or when the connection is back.
    }
    this.running = undefined;
    if (asked === this.wanted) {
      this.acts.tell(keeping);
    }
  }
}

function written(draft: Draft | undefined): string {
  return JSON.stringify(draft ?? null);
}
