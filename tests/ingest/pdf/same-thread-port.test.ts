import { expect, it } from 'vitest';
import { SameThreadPort } from '../../../src/ingest/pdf/same-thread-port.ts';

function listening() {
  const [here, there] = SameThreadPort.pair();
  const heard: unknown[] = [];
  const listener = ({ data }: { data: unknown }): void => {
    heard.push(data);
  };
  there.addEventListener('message', listener);
  return { here, there, heard, listener };
}
const turn = (): Promise<void> => Promise.resolve();

it('what one end sends the other hears later, the thing itself, in order', async () => {
  const { here, heard } = listening();
  const message = { action: 'ready' };
  here.postMessage(message);
  here.postMessage('second');
  expect(heard).toEqual([]);
  await turn();
  expect(heard).toEqual([message, 'second']);
  expect(heard[0]).toBe(message);
});

it('the operators of a page are kept, though the sender empties its arrays', async () => {
  const { here, heard } = listening();
  const chunk = { fnArray: [44, 91], argsArray: [[1], null], length: 2 };
  here.postMessage({ stream: 3, chunk });
  chunk.fnArray.length = 0;
  chunk.argsArray.length = 0;
  await turn();
  expect(heard).toEqual([{ stream: 3, chunk: { fnArray: [44, 91], argsArray: [[1], null], length: 2 } }]);
});

it('only messages are heard, and none after listening has ended', async () => {
  const { here, there, heard, listener } = listening();
  there.addEventListener('error', listener);
  here.postMessage('once');
  await turn();
  expect(heard).toEqual(['once']);
  there.removeEventListener('message', listener);
  here.postMessage('no more');
  await turn();
  expect(heard).toEqual(['once']);
});

it('an end that was closed hears nothing, even of what was under way', async () => {
  const { here, there, heard } = listening();
  here.postMessage('late');
  there.terminate();
  await turn();
  expect(heard).toEqual([]);
});
