import { type AnnouncedMark, idSchemas, type MarkStore, parse } from '@okienko/shared';

const key = 'okienko.board.announced';

/**
 * The tab's own storage: it survives a reload, and a display that is started anew begins at its first picture.
 *
 * What cannot be read counts as nothing and is reported; a storage that refuses is reported and the board goes on.
 */
export function sessionMarkStore(storage: Pick<Storage, 'getItem' | 'setItem'>): MarkStore {
  return {
    load: () => {
      try {
        const text = storage.getItem(key);
        return text === null ? null : parseMark(JSON.parse(text));
      } catch (error) {
        console.error('the announced mark could not be read', error);
        return null;
      }
    },
    save: (mark) => {
      try {
        storage.setItem(key, JSON.stringify(mark));
      } catch (error) {
        console.error('the announced mark could not be kept', error);
      }
    },
  };
}

function parseMark(stored: unknown): AnnouncedMark | null {
  if (typeof stored !== 'object' || stored === null) return null;
  if (!('journalId' in stored && 'announcementNumber' in stored)) return null;
  const journalId = parse(idSchemas.journal, stored.journalId);
  const { announcementNumber } = stored;
  if (!journalId.isValid || typeof announcementNumber !== 'number' || !Number.isInteger(announcementNumber))
    return null;
  return { journalId: journalId.value, announcementNumber };
}
