import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('a value in a card takes the unit its indicator names in brackets, as a value in a table does', async () => {
  const card = await readText(
    '評価シート集\n\n指標名\tかつお節の生産量（ｔ）\n基準値\t1,200\n目標値\t1,500以上',
  );
  expect(card.observations.map(({ raw, unit }) => [raw, unit])).toEqual([
    ['1,200', 't'],
    ['1,500以上', 't'],
  ]);
});
