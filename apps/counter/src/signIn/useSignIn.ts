import { useText } from '@okienko/kit';
import type { ClerkId, CounterId } from '@okienko/shared';
import { useState } from 'react';
import { usePage } from '../console/Page.tsx';
import { useOnSettled } from '../console/useOnSettled.ts';
import { heldBy, type RestReason } from '../keys/keyMeaning.ts';
import { rejectionWords } from '../words/rejectionWords.ts';
import { rememberCounter, rememberedCounter } from './rememberedCounter.ts';

export const pinDigits = 6;

export type SignInRest = RestReason | 'needsPin' | 'needsCounter';

export type SignIn = {
  readonly counterId: CounterId | null;
  readonly choose: (counterId: CounterId) => void;
  readonly pin: string;
  readonly typePin: (typed: string) => void;
  /** Who works at the chosen counter, while we ask whether to take it over. */
  readonly askedAbout: ClerkId | null;
  readonly stopAsking: () => void;
  /** Why the last try was refused, in words; null while nothing was. */
  readonly refusal: string | null;
  readonly restsWhy: SignInRest | null;
  readonly submit: () => void;
};

/** Choosing a counter and showing a PIN. The PIN lives here only until its try is answered, or while we ask. */
export function useSignIn(): SignIn {
  const { state, senderState, presses, settled, sounds, language } = usePage();
  const text = useText();
  const [counterId, setCounterId] = useState<CounterId | null>(rememberedCounter);
  const [pin, setPin] = useState('');
  const asked = useAsked(setPin);
  const { rejected, dismiss } = settled;
  const restsWhy = restReasonOf(heldBy({ ...state, isSenderIdle: senderState.phase === 'idle' }), counterId, pin);
  const submit = () => {
    if (restsWhy !== null || counterId === null) {
      sounds.play('refused');
      return;
    }
    const isTakeover = asked.clerkId !== null;
    if (presses.send('signIn', { type: 'OpenCounter', counterId, pin, isTakeover })) rememberCounter(counterId);
  };
  const choose = (chosen: CounterId) => {
    if (chosen !== counterId) asked.stop();
    dismiss();
    setCounterId(chosen);
  };
  const typePin = (typed: string) => {
    asked.stop();
    dismiss();
    setPin(typed.replaceAll(/[^0-9]/g, '').slice(0, pinDigits));
  };
  const stopAsking = () => {
    asked.stop();
    dismiss();
    setPin('');
  };
  const isRefused = rejected !== null && asked.clerkId === null;
  const refusal = isRefused ? rejectionWords(rejected.rejection, { view: state.view, language, text }) : null;
  return { counterId, choose, pin, typePin, askedAbout: asked.clerkId, stopAsking, refusal, restsWhy, submit };
}

/** Follows the answers to this page's sign-ins: a taken counter is asked about once, every other answer ends the PIN. */
function useAsked(setPin: (pin: string) => void) {
  const { sender } = usePage();
  const [clerkId, setClerkId] = useState<ClerkId | null>(null);
  useOnSettled(sender, (settled) => {
    if (settled.command.type !== 'OpenCounter') return;
    if (settled.outcome === 'rejected' && settled.rejection.reason === 'CounterTaken') {
      setClerkId(settled.rejection.clerkId);
    } else {
      setClerkId(null);
      setPin('');
    }
  });
  return { clerkId, stop: () => setClerkId(null) };
}

function restReasonOf(held: RestReason | null, counterId: CounterId | null, pin: string): SignInRest | null {
  if (held !== null) return held;
  if (counterId === null) return 'needsCounter';
  return pin.length === pinDigits ? null : 'needsPin';
}
