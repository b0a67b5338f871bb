import { idSchemas, parse, required } from '@okienko/shared';
import { describe, expect, it, vi } from 'vitest';
import { sessionMarkStore } from './markStore.ts';

const parsed = parse(idSchemas.journal, '00000000-0000-7000-8000-000000000001');
const journalId = required(parsed.isValid ? parsed.value : null, 'a journal id');

function storageWith(text: string | null) {
  let kept = text;
  return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
}

describe('the announced mark', () => {
  it('given a saved mark, loads the same', () => {
    const store = sessionMarkStore(storageWith(null));
    store.save({ journalId, announcementNumber: 7 });
    expect(store.load()).toEqual({ journalId, announcementNumber: 7 });
  });

  it.each([
    '{',
    '7',
    '{"journalId":"x","announcementNumber":1}',
    `{"journalId":"${journalId}","announcementNumber":0.5}`,
  ])('given %s, counts as nothing', (text) => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    expect(sessionMarkStore(storageWith(text)).load()).toBeNull();
    report.mockRestore();
  });

  it('given a storage that refuses, reports it and goes on', () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const refuse = () => {
      throw new Error('no storage');
    };
    const store = sessionMarkStore({ getItem: refuse, setItem: refuse });
    expect(store.load()).toBeNull();
    store.save({ journalId, announcementNumber: 1 });
    expect(report).toHaveBeenCalledTimes(2);
    report.mockRestore();
  });
});
