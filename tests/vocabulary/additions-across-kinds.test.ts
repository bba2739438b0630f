import { describe, expect, it } from 'vitest';
import { createVocabulary, readHeader } from '../../src/vocabulary/index.ts';

describe('words a data team adds', () => {
  it('win over a shipped word of another kind: 計画 is a text here, 見込 a period', () => {
    const vocabulary = createVocabulary({ roles: { text: ['計画'], period: ['見込'] } });
    expect(readHeader('計画', vocabulary)).toMatchObject({ role: 'text', measures: [] });
    expect(readHeader('見込', vocabulary)).toMatchObject({ role: 'period', measures: [] });
  });
});
