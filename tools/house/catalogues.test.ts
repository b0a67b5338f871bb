import { describe, expect, it } from 'vitest';
import { catalogueKeys } from './catalogueKeys.ts';
import { catalogues } from './catalogues.ts';
import { repositoryOf } from './houseRule.ts';
import { textInCode } from './textInCode.ts';

function judge(texts: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly string[] {
  const files = Object.entries(texts).map(([language, messages]): [string, string] => [
    `shared/src/text/${language}.json`,
    JSON.stringify(messages),
  ]);
  return catalogues.find(repositoryOf(Object.fromEntries(files))).map(({ message }) => message);
}

const polish = '{count, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}';
const english = '{count, plural, =0 {nobody} one {# person} other {# people}}';

describe('catalogues', () => {
  it('accepts the same keys and arguments with the plurals of each language', () => {
    expect(judge({ pl: { 'kiosk.people': polish }, en: { 'kiosk.people': english } })).toEqual([]);
  });

  it('finds a missing key', () => {
    expect(judge({ pl: { 'kiosk.a': 'A', 'kiosk.b': 'B' }, en: { 'kiosk.a': 'A' } })).toEqual(['has no "kiosk.b"']);
  });

  it('finds other arguments, also inside a plural', () => {
    expect(judge({ pl: { 'kiosk.a': 'Bilet {number}' }, en: { 'kiosk.a': 'Ticket {name}' } })).toHaveLength(1);
    const renamed = english.replace('# person', '{people} person');
    expect(judge({ pl: { 'kiosk.a': polish }, en: { 'kiosk.a': renamed } })).toHaveLength(1);
  });

  it('finds plural categories that the language lacks or wants', () => {
    expect(judge({ pl: { 'kiosk.a': english } })).toEqual([expect.stringContaining('few, many, one, other')]);
    expect(judge({ uk: { 'kiosk.a': polish } })).toEqual([]);
    expect(judge({ en: { 'kiosk.a': polish } })).toHaveLength(1);
  });

  it('finds a message that cannot be read, and an empty one', () => {
    expect(judge({ pl: { 'kiosk.a': 'Bilet {number' } })).toEqual([expect.stringContaining('cannot be read')]);
    expect(judge({ pl: { 'kiosk.a': ' ' } })).toEqual(['"kiosk.a" is empty']);
  });
});

describe('catalogue keys', () => {
  const catalogue = { 'shared/src/text/pl.json': '{"kiosk.title":"Bilety","kiosk.reason.paper":"Brak papieru"}' };

  function judgeCode(code: string): readonly string[] {
    const files = { ...catalogue, 'apps/kiosk/src/Home.tsx': code };
    return catalogueKeys.find(repositoryOf(files)).map(({ message }) => message);
  }

  it('accepts messages used by a literal, by an attribute and by a template', () => {
    expect(judgeCode('export const a = <Text id="kiosk.title" />, b = (r: string) => `kiosk.reason.${r}`;')).toEqual(
      [],
    );
  });

  it('finds a message that nothing uses', () => {
    expect(judgeCode("export const a = 'kiosk.title';")).toEqual(['nothing uses "kiosk.reason.paper"']);
  });

  it('finds keys that are in no catalogue, but takes no file name for one', () => {
    const rest = "export const a = ['kiosk.title', 'kiosk.reason.paper', 'kiosk.css', 'fetch.first'];";
    expect(judgeCode(rest)).toEqual([]);
    expect(judgeCode(`${rest} export const b = 'kiosk.titel';`)).toEqual(['no catalogue has "kiosk.titel"']);
    expect(judgeCode(`${rest} export const b = (r: string) => \`kiosk.raeson.\${r}\`;`)).toEqual([
      'no catalogue key begins with "kiosk.raeson."',
    ]);
  });
});

describe('text in code', () => {
  function judgeCode(code: string): number {
    const files = { 'apps/kiosk/src/Home.tsx': code, 'apps/kiosk/src/Home.test.tsx': code };
    return textInCode.find(repositoryOf(files)).length;
  }

  it('finds Polish and Ukrainian in literals, templates and JSX, but not in tests', () => {
    expect(judgeCode("export const a = ['Stanowisko', 'Usługa', `Квиток ${1}`, <p>Dziękujemy</p>];")).toBe(3);
  });

  it('finds words in any language between tags and in attributes that are shown', () => {
    expect(judgeCode('export const a = <p title="Ticket" className="ticket">Welcome · <b>{a}</b></p>;')).toBe(2);
    expect(judgeCode('export const a = <p className="ticket">{a} · – <b>{b}</b> →</p>;')).toBe(0);
  });
});
