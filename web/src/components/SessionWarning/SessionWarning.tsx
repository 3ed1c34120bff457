import { useEffect, useRef, useState } from 'preact/hooks';
import { isSeen } from '../../app/seen';
import { useStore } from '../../app/store';
import { useSay } from '../../language/language';
import { extendSession, warning, type Warning } from '../../session/session';

/** Two minutes before the end: one key, and one stays. */
export function SessionWarning() {
  const current = useStore(warning);
  // Opened before, it would not get the focus, and the one key would do nothing.
  const canOpen = useStore(isSeen);
  return current === undefined || !canOpen ? null : <Dialog warning={current} />;
}

function Dialog({ warning: { endsAt, canExtend } }: { warning: Warning }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => {
      clearInterval(ticking);
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  const done = () => (canExtend ? void extendSession() : warning.set(undefined));
  return (
    <dialog
      ref={dialog}
      class="ds-dialog"
      aria-labelledby="session-heading"
      aria-describedby="session-text"
      onCancel={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <h2 class="ds-heading" data-size="sm" id="session-heading">
        {say('session.heading')}
      </h2>
      <p id="session-text">{say(canExtend ? 'session.idle' : 'session.last')}</p>
      <p role="timer">{say('session.left', { time: minutes(endsAt - now) })}</p>
      <button class="ds-button" type="button" onClick={done}>
        {say(canExtend ? 'session.extend' : 'session.understood')}
      </button>
    </dialog>
  );
}

/** Milliseconds as "1:59". */
export function minutes(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
