/** How long before the end one is warned, in milliseconds. */
export const WARNED_BEFORE = 2 * 60 * 1000;

interface Acts {
  /** It may be time to warn: ask the server. */
  check: () => void;
  /** The time is over. */
  end: () => void;
}

/** Two alarms: one when it is time to warn, one at the end. */
export class Countdown {
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private readonly acts: Acts;

  constructor(acts: Acts) {
    this.acts = acts;
  }

  /** Counts towards that instant; true: so near already that one must be warned. */
  until(endsAt: number, now = Date.now()): boolean {
    this.stop();
    const left = endsAt - now;
    const isNear = left <= WARNED_BEFORE;
    // A second more at the end, so that the server has ended it too.
    this.alarm = isNear
      ? setTimeout(this.acts.end, left + 1000)
      : setTimeout(this.acts.check, left - WARNED_BEFORE + 50);
    return isNear;
  }

  stop(): void {
    clearTimeout(this.alarm);
  }
}
