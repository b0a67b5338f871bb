import { useText } from '@okienko/kit';
import { type ReactNode, useEffect, useRef } from 'react';
import { useKiosk } from './KioskContext.ts';

/** Asks whether somebody is still here, over the lower half; any touch that does not decide otherwise means yes. */
export function IdleWarning({ secondsLeft }: { readonly secondsLeft: number }): ReactNode {
  const text = useText();
  const { dispatch } = useKiosk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="idle"
      role="alertdialog"
      aria-labelledby="idle-title"
      aria-describedby="idle-body"
      data-testid="idle-warning"
      onCancel={(event) => {
        event.preventDefault();
        dispatch({ type: 'touched' });
      }}
    >
      <div className="ask">
        <div>
          <h1 id="idle-title">{text('kiosk.idle.title')}</h1>
          <p id="idle-body">{text('kiosk.idle.body')}</p>
        </div>
        <div className="countdown">
          <b>{secondsLeft}</b>
          <span>{text('kiosk.idle.unit', { count: secondsLeft })}</span>
        </div>
      </div>
      <button type="button" className="main-key" data-decides onClick={() => dispatch({ type: 'touched' })}>
        {text('kiosk.idle.stay')}
      </button>
      <button type="button" className="key" data-decides onClick={() => dispatch({ type: 'finished' })}>
        {text('kiosk.idle.restart')}
      </button>
    </dialog>
  );
}
