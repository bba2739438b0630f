import type { Observation } from '../../../model/index.ts';
import type { Words } from '../words/words.ts';

/**
 * A value as it was read, for people.
 *
 *     1.2万㎡ → 12,000 ㎡      策定中 → 状態: 策定中
 */
export function readingText(observation: Observation, words: Words): string {
  const { kind, value, unit, raw, parts, note } = observation;
  const figures = parts.map((part) =>
    [part.label, words.number(part.value), part.unit].filter(Boolean).join(' '),
  );
  switch (kind) {
    case 'quantity':
      return [words.number(value ?? 0), unit, ...figures.map((figure) => `(${figure})`), note && `※${note}`]
        .filter(Boolean)
        .join(' ');
    case 'compound':
      return figures.join(' / ') || raw;
    case 'missing':
      return words.kinds.missing;
    case 'rating':
    case 'status':
    case 'text':
      return `${words.kinds[kind]}: ${raw}`;
  }
}
