import { calendarDateSchema } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { folderWith, smallRecord } from '../testing/recordFolder.ts';
import { readRecordedDay } from './recordedDay.ts';

const day = calendarDateSchema.parse('2020-01-03');
const header = 'office,queue_id,date,ticket,issued_min,called_min\n';

describe('a recorded day', () => {
  it('given a folder of packed files, then it is the tickets of the office and day, and their queues', () => {
    const { tickets, queues } = readRecordedDay(folderWith(smallRecord), 'UD_Test', day);
    expect(tickets).toHaveLength(5);
    expect(tickets[2]).toEqual({ queueId: '11', ticket: 7, issuedMin: 482.5, calledMin: 500 });
    expect(queues).toEqual([
      { queueId: '11', letter: 'A', name: 'Meldunki, dowody' },
      { queueId: '12', letter: 'A', name: 'Kasa' },
      { queueId: '13', letter: null, name: 'Wybory' },
    ]);
  });

  it('given plain files and a queue without a line of its own, then it is read all the same', () => {
    const folder = folderWith({
      'queues.csv': 'queue_name,office,queue_id,letter\n',
      'tickets_reconstructed.csv': `${header}X,9,2020-01-03,1,1,2\n`,
    });
    expect(readRecordedDay(folder, 'X', day).queues).toEqual([{ queueId: '9', letter: null, name: 'Kolejka 9' }]);
  });

  it('given another office or day, then those that are there are named', () => {
    const folder = folderWith(smallRecord);
    expect(() => readRecordedDay(folder, 'UD_Nowy', day)).toThrow(/UD_Nowy; there are of UD_Inny, UD_Test\./);
    expect(() => readRecordedDay(folder, 'UD_Test', calendarDateSchema.parse('2020-01-04'))).toThrow(
      /UD_Test has no tickets on 2020-01-04; it has some on 2020-01-03, 2020-01-07\./,
    );
  });

  it.each([
    ['X,1,2020-01-03,1,1', /line 2: 5 fields, the header has 6/],
    ['X,1,2020-02-30,1,1,2', /line 2, column date: "2020-02-30"/],
    ['X,,2020-01-03,1,1,2', /line 2, column queue_id: it is empty/],
    ['X,1,2020-01-03,one,1,2', /line 2, column ticket: "one"/],
    ['X,1,2020-01-03,1,-1,2', /line 2, column issued_min: "-1"/],
    ['X,1,2020-01-03,1,1,1440', /line 2, column called_min: "1440"/],
    ['X,1,2020-01-03,1,3,2', /line 2, column called_min: 2 is before .* 3/],
    ['X,1,2020-01-03,1,1,2\nX,1,2020-01-03,1,2,3', /line 3, column ticket: 1 is there twice/],
    ['X,1,2020-01-03,1,1,"2', /line 2: a quote/],
  ])('given the row %j, then file, line and column are named', (row, sentence) => {
    const folder = folderWith({
      'queues.csv': 'office,queue_id,letter,queue_name\n',
      'tickets_reconstructed.csv': `${header}${row}\n`,
    });
    expect(() => readRecordedDay(folder, 'X', day)).toThrow(sentence);
    expect(() => readRecordedDay(folder, 'X', day)).toThrow(/tickets_reconstructed\.csv, line/);
  });

  it('given a letter that is none, a missing column, a missing or broken file, then that is named', () => {
    const tickets = { 'tickets_reconstructed.csv': `${header}X,9,2020-01-03,1,1,2\n` };
    const queuesHeader = 'office,queue_id,letter,queue_name\n';
    const read = (files: Readonly<Record<string, string>>) => () => readRecordedDay(folderWith(files), 'X', day);
    expect(read({ ...tickets, 'queues.csv': `${queuesHeader}Y,1,aa,z\n` })).toThrow(
      /queues.csv, line 2, column letter/,
    );
    expect(read({ ...tickets, 'queues.csv': 'office,queue_id,letter\n' })).toThrow(/line 1: the column queue_name/);
    expect(read(tickets)).toThrow(/neither queues.csv.gz nor queues.csv/);
    expect(read({ 'tickets_reconstructed.csv.gz': 'x' })).toThrow(/the column office is missing/);
  });
});
