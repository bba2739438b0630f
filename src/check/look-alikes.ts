import { foldText } from '../normalize/index.ts';
import data from './look-alikes.json' with { type: 'json' };

/** Two characters, as read and as they may have been printed; nothing for a point that was lost or put in. */
export interface Confusion {
  readonly read: string;
  readonly meant: string;
}

/**
 * The confusion by which a scan of one text would be read as the other; null where it takes more than look-alikes.
 *
 *     read 1,630人, meant 1,680人 → 3 for 8          read 564937, meant 564.937 → nothing for a point
 */
export function confusionOf(read: string, meant: string): Confusion | null {
  const [own, other] = [plain(read), plain(meant)];
  if (own === other) return null;
  if (own.replaceAll('.', '') === other.replaceAll('.', '')) {
    const separator = own.includes('.') ? '.' : read.includes(',') ? ',' : '';
    return { read: separator, meant: other.includes('.') ? '.' : '' };
  }
  const [a, b] = [[...own], [...other]];
  if (a.length !== b.length) return null;
  const apart = a.flatMap((character, at) =>
    character === b[at] ? [] : [{ read: character, meant: b[at] ?? '' }],
  );
  return apart.every(isLookAlike) ? (apart[0] ?? null) : null;
}

const plain = (text: string): string => foldText(text).replaceAll(/[,\s]/gu, '');

const isLookAlike = ({ read, meant }: Confusion): boolean =>
  data.groups.some((group) => group.includes(read) && group.includes(meant));
