import { type ClientCommand, clientCommandSchema, parse, type PendingCommand, required } from '@okienko/shared';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newCommandId } from './newCommandId.ts';
import { browserStore, memoryStore } from './pendingStores.ts';

const parsed = parse(clientCommandSchema, {
  type: 'IssueTicket',
  serviceId: 'dowod-wniosek',
  priorityClass: 'ordinary',
  language: 'uk',
});
const command: ClientCommand = required(parsed.isValid ? parsed.value : null, 'a command');
const pending: PendingCommand = { commandId: newCommandId(), command, pressedAtWallMs: 17 };

/** The browser's storage as far as the store needs it. */
function stubStorage(kept: Map<string, string>): void {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('the browser’s store', () => {
  it('given a saved command, loads the same one after a reload, until it is cleared', () => {
    const kept = new Map<string, string>();
    stubStorage(kept);
    browserStore('kiosk').save(pending);
    expect(browserStore('kiosk').load()).toEqual(pending);
    browserStore('kiosk').clear();
    expect(browserStore('kiosk').load()).toBeNull();
  });

  it.each(['{', 'null', '{"commandId":1}', JSON.stringify({ ...pending, command: { type: 'Nothing' } })])(
    'given %s, clears it, reports it and has nothing',
    (text) => {
      const kept = new Map([['kiosk', text]]);
      stubStorage(kept);
      const report = vi.fn<(problem: string) => void>();
      expect(browserStore('kiosk', report).load()).toBeNull();
      expect(kept.size).toBe(0);
      expect(report).toHaveBeenCalledOnce();
    },
  );

  it('given a browser that refuses to store, reports each refusal and goes on', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    const report = vi.fn<(problem: string) => void>();
    const store = browserStore('kiosk', report);
    store.save(pending);
    expect(store.load()).toBeNull();
    store.clear();
    expect(report).toHaveBeenCalledTimes(3);
  });
});

describe('the memory store', () => {
  it('keeps one command until it is cleared', () => {
    const store = memoryStore();
    expect(store.load()).toBeNull();
    store.save(pending);
    expect(store.load()).toBe(pending);
    store.clear();
    expect(store.load()).toBeNull();
  });
});
