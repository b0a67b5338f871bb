import { required } from '@okienko/shared';
import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.ts';
import { Cable } from './network.ts';
import { Story } from './story.ts';
import { VirtualTime } from './virtualTime.ts';

function given() {
  const time = new VirtualTime();
  const cable = new Cable(time, chanceOf(1, 'cable'), { leastMs: 1, mostMs: 100 }, new Story(time));
  const heard: string[] = [];
  const connect = () => {
    const link = required(cable.connect(), 'a connection');
    link.server.listen({ word: (word) => heard.push(word), end: () => heard.push('server: end') });
    link.device.listen({ word: (word) => heard.push(word), end: () => heard.push('device: end') });
    return link;
  };
  const until = (endMs: number) => {
    while (time.runNext(endMs));
  };
  return { cable, connect, heard, until };
}
const words = Array.from({ length: 20 }, (_, index) => `word ${index}`);

describe('a cable', () => {
  it('given many words with different delays, then they arrive in their order, and the end after them', () => {
    const { connect, heard, until } = given();
    const { device } = connect();
    for (const word of words) device.send(word);
    device.close();
    until(10_000);
    expect(heard).toEqual([...words, 'server: end']);
  });

  it('given a cut, then what is on its way is lost, both sides learn of it once, and a new connection works', () => {
    const { cable, connect, heard, until } = given();
    const { device } = connect();
    device.send('lost');
    cable.cut();
    until(10_000);
    expect(heard.toSorted()).toEqual(['device: end', 'server: end']);
    connect().device.send('new');
    until(20_000);
    expect(heard.at(-1)).toBe('new');
  });

  it('given one swallowed direction, then nobody is told, the other goes on, and no connection is made', () => {
    const { cable, connect, heard, until } = given();
    const { device, server } = connect();
    cable.swallow('toServer');
    device.send('up');
    server.send('down');
    until(10_000);
    expect(heard).toEqual(['down']);
    expect(cable.connect()).toBeNull();
    expect(cable.isWell()).toBe(false);
  });

  it('given lost words, then the connection goes on without them', () => {
    const { cable, connect, heard, until } = given();
    const { device } = connect();
    cable.lose('toServer');
    device.send('lost');
    cable.find();
    device.send('found');
    until(10_000);
    expect(heard).toEqual(['found']);
    expect(cable.isWell()).toBe(true);
  });

  it('given no plug, then there is no connection until it is repaired', () => {
    const { cable } = given();
    cable.unplug();
    expect(cable.connect()).toBeNull();
    cable.repair();
    expect(cable.connect()).not.toBeNull();
  });
});
