import type { ReportView, Row } from '../../src/check/report-view.ts';
import type { Observation } from '../../src/model/index.ts';
import { type Figure, figureOf, grouped, numberOf, timesTen } from './figure.ts';
import { pick } from './random.ts';

/** A change of the report's text, in code points. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One slip, ready to be put into the text. */
export interface Slip {
  /** cells whose reading it changes; the first is the one a repair is for */
  readonly cells: readonly Observation[];
  readonly edits: readonly Edit[];
  /** line of the head the slip stands in, where it is none of the cells' own */
  readonly headLine?: number;
}

/** What slips are made from: a report as read, and the rows nothing is said against. */
export interface SlipInput {
  readonly view: ReportView;
  /** the characters of the text */
  readonly points: readonly string[];
  /** cells of rows without a warning or error */
  readonly clean: readonly Observation[];
  readonly cleanRows: readonly Row[];
  /** cells of rows that are the sum of others, and the others: total → parts */
  readonly sums: ReadonlyMap<Observation, readonly Observation[]>;
  readonly random: () => number;
}

export interface SlipKind {
  readonly name: string;
  /** slips of one figure, which may have a unique repair */
  readonly isOneCell?: boolean;
  /** slips of a whole row or head: a table of three or more columns testifies by itself */
  readonly isOfTable?: boolean;
  readonly make: (input: SlipInput) => Slip[];
}

const inCell = (observation: Observation, raw: string): Slip => ({
  cells: [observation],
  edits: [{ start: observation.provenance.start, end: observation.provenance.end, text: raw }],
});

/** Figures of the cells that hold results and amounts; rates and marks have slips of their own. */
const figures = (cells: readonly Observation[]): Figure[] =>
  cells.flatMap((cell) => (cell.measure === 'achievementRate' ? [] : (figureOf(cell) ?? [])));

/** A slip of the digits of one cell; null where the figure cannot slip so. */
const digitSlip = (
  name: string,
  slip: (figure: Figure, random: () => number) => string | null,
): SlipKind => ({
  name,
  isOneCell: true,
  make: ({ clean, random }) =>
    figures(clean).flatMap((figure) => {
      const digits = slip(figure, random);
      if (digits === null || digits === figure.digits) return [];
      return [inCell(figure.observation, `${figure.before}${digits}${figure.after}`)];
    }),
});

const isZero = ({ digits }: Figure): boolean => numberOf(digits) === 0;
const scaleSlip = (power: number): SlipKind =>
  digitSlip(`×${10 ** power}`, (figure) => (isZero(figure) ? null : timesTen(figure.digits, power)));

/** Digits changed at one place; places that lead to the same number or a leading zero are not taken. */
const placeSlip = (name: string, change: (digits: string, place: number) => string): SlipKind =>
  digitSlip(name, (figure, random) => {
    const bare = figure.digits.replaceAll(',', '');
    const changed = Array.from({ length: bare.length }, (_, place) => change(bare, place)).filter(
      (digits) => /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits) && numberOf(digits) !== numberOf(bare),
    );
    return changed.length === 0 ? null : grouped(pick(changed, random), figure.digits);
  });

const without = (text: string, place: number): string => text.slice(0, place) + text.slice(place + 1);
const isDigit = (character: string | undefined): boolean => /^\d$/.test(character ?? '');

/** Cells of one row that follow each other on a line with the same separator between them. */
function neighbours({ view, points, clean }: SlipInput): [Observation, Observation][] {
  const pairs: [Observation, Observation][] = [];
  const byRow = Map.groupBy(clean, ({ provenance: { table, row, line } }) => `${table}:${row}:${line}`);
  for (const cells of byRow.values()) {
    const inOrder = cells.toSorted((a, b) => a.provenance.start - b.provenance.start);
    for (const [index, left] of inOrder.entries()) {
      const right = inOrder[index + 1];
      if (right === undefined || left.measure !== right.measure || left.value === right.value) continue;
      if (left.kind !== 'quantity' || right.kind !== 'quantity' || left.unit !== right.unit) continue;
      if (view.byId.has(left.id) && separatorOf(points, left, right) !== null) pairs.push([left, right]);
    }
  }
  return pairs;
}

/** What parts two cells of a line: a tab, a bar; null where more than that stands between them. */
function separatorOf(points: readonly string[], left: Observation, right: Observation): string | null {
  const between = points.slice(left.provenance.end, right.provenance.start).join('');
  return /^(?:\t| ?\| ?)$/.test(between) ? between : null;
}

const replaced = (cell: Observation, raw: string): Edit => ({
  start: cell.provenance.start,
  end: cell.provenance.end,
  text: raw,
});

const swappedNeighbours: SlipKind = {
  name: 'swapped neighbours',
  make: (input) =>
    neighbours(input).map(([left, right]) => ({
      cells: [left, right],
      edits: [replaced(left, right.raw), replaced(right, left.raw)],
    })),
};

/** The value of the year before, copied under the next year. */
const wrongYearColumn: SlipKind = {
  name: 'wrong year column',
  make: (input) =>
    neighbours(input)
      .filter(([left, right]) => left.timePeriod?.start !== right.timePeriod?.start)
      .map(([left, right]) => inCell(right, left.raw)),
};

/** A cell too many before the first value; the row's last cell is pushed out, as a converter does it. */
const shiftedRow: SlipKind = {
  name: 'shifted row',
  isOfTable: true,
  make: ({ cleanRows, points }) =>
    cleanRows.flatMap(({ observations }) => {
      const values = observations
        .filter(({ measure, raw }) => measure === 'actual' && raw !== '')
        .toSorted((a, b) => a.provenance.start - b.provenance.start);
      const [first, second] = values;
      if (values.length < 3 || new Set(values.map(({ provenance }) => provenance.line)).size > 1) return [];
      const separator = separatorOf(points, first!, second!);
      const end = points.indexOf('\n', values.at(-1)!.provenance.end);
      const last = points.slice(0, end).lastIndexOf('\t');
      if (separator !== '\t' || last <= values.at(-1)!.provenance.end) return [];
      const at = first!.provenance.start;
      return [
        {
          cells: values,
          edits: [
            { start: at, end: at, text: separator },
            { start: last, end, text: '' },
          ],
        },
      ];
    }),
};

const sign: SlipKind = {
  name: 'sign',
  isOneCell: true,
  make: ({ clean }) =>
    figures(clean).flatMap((figure) => {
      const { observation, before, digits, after } = figure;
      if (isZero(figure)) return [];
      const bare = before.replace(/[-−△▲]\s*$/u, '');
      return [inCell(observation, `${bare === before ? `${before}-` : bare}${digits}${after}`)];
    }),
};

/** 450千円 → 450円; in a column of 千円: 450 → 450,000. */
const thousandYenAsYen: SlipKind = {
  name: '千円 as 円',
  isOneCell: true,
  make: ({ clean }) =>
    figures(clean).flatMap((figure) => {
      const { observation, before, digits, after } = figure;
      if (isZero(figure) || observation.unit !== '円') return [];
      if (after.startsWith('千円')) return [inCell(observation, `${before}${digits}${after.slice(1)}`)];
      const isOfColumn = observation.multiplier === 3 && after === '';
      return isOfColumn ? [inCell(observation, `${before}${timesTen(digits, 3)}`)] : [];
    }),
};

const droppedUnit: SlipKind = {
  name: 'dropped unit',
  make: ({ clean }) =>
    figures(clean).flatMap(({ observation, before, digits, after }) => {
      const { unit } = observation;
      const bare = unit !== null && after.startsWith(unit) ? after.slice(unit.length) : after;
      return bare === after ? [] : [inCell(observation, `${before}${digits}${bare}`)];
    }),
};

const MARKS = ['◎', '○', '△', '×'];

const changedMark: SlipKind = {
  name: 'changed mark',
  make: ({ view, clean, random }) => {
    const used = MARKS.filter((mark) =>
      view.observations.some(({ raw, kind }) => kind === 'rating' && raw === mark),
    );
    return clean.flatMap((cell) => {
      const others = used.filter((mark) => mark !== cell.raw);
      return cell.kind === 'rating' && used.includes(cell.raw) && others.length > 0
        ? [inCell(cell, pick(others, random))]
        : [];
    });
  },
};

/** A rate seven to thirty points off. */
const changedRate: SlipKind = {
  name: 'changed rate',
  make: ({ clean, random }) =>
    clean.flatMap((cell) => {
      const figure = cell.measure === 'achievementRate' ? figureOf(cell) : null;
      if (figure === null) return [];
      const [whole, decimals] = figure.digits.split('.') as [string, string | undefined];
      const by = 7 + Math.floor(random() * 24);
      const off = numberOf(whole) > 40 && random() < 0.5 ? numberOf(whole) - by : numberOf(whole) + by;
      const digits = decimals === undefined ? `${off}` : `${off}.${decimals}`;
      return [inCell(cell, `${figure.before}${digits}${figure.after}`)];
    }),
};

/** The last digit but one or the last, another than printed. */
function otherDigit({ digits }: Figure, random: () => number): string {
  const places = [...digits].flatMap((character, place) => (isDigit(character) ? [place] : [])).slice(-2);
  const place = pick(places, random);
  const digit = (Number(digits[place]) + 1 + Math.floor(random() * 8)) % 10;
  const changed = digits.slice(0, place) + digit + digits.slice(place + 1);
  return place === 0 && digit === 0 && digits.length > 1 ? otherDigit({ digits } as Figure, random) : changed;
}

const sumSlip = (name: string, cellsOf: (sums: SlipInput['sums']) => Observation[]): SlipKind => ({
  name,
  isOneCell: true,
  make: ({ sums, clean, random }) => {
    const isClean = new Set(clean);
    return figures(cellsOf(sums).filter((cell) => isClean.has(cell))).map((figure) =>
      inCell(figure.observation, `${figure.before}${otherDigit(figure, random)}${figure.after}`),
    );
  },
});

/** A year of the table's head under another era: R4実績 → H4実績. */
const eraLetter: SlipKind = {
  name: 'era letter',
  isOfTable: true,
  make: ({ view, points }) => {
    const byLine = Map.groupBy(view.observations, ({ provenance }) => provenance.line ?? 0);
    const slips: Slip[] = [];
    let start = 0;
    for (const [index, line] of points.join('').split('\n').entries()) {
      const cells = byLine.has(index + 1) ? undefined : byLine.get(index + 2);
      const years = cells === undefined ? [] : [...line.matchAll(/(?<![A-Za-z])[RH](?=\d)|令和|平成/g)];
      for (const year of years.length < 2 ? [] : years) {
        const at = start + [...line.slice(0, year.index)].length;
        const text = { R: 'H', H: 'R', 令和: '平成', 平成: '令和' }[year[0]]!;
        slips.push({
          cells: cells ?? [],
          edits: [{ start: at, end: at + year[0].length, text }],
          headLine: index + 1,
        });
      }
      start += [...line].length + 1;
    }
    return slips;
  },
};

/** Every slip a hand or a converter makes, one at a time. */
export const SLIP_KINDS: readonly SlipKind[] = [
  scaleSlip(1),
  scaleSlip(2),
  scaleSlip(3),
  digitSlip('comma for point', ({ digits }) => (digits.includes('.') ? digits.replace('.', ',') : null)),
  digitSlip('point for comma', ({ digits }) =>
    digits.includes(',') && !digits.includes('.') ? digits.replace(/,(?=\d+$)/, '.') : null,
  ),
  placeSlip('lost digit', without),
  placeSlip('doubled digit', (digits, place) =>
    isDigit(digits[place]) ? digits.slice(0, place) + digits[place] + digits.slice(place) : digits,
  ),
  placeSlip('transposed digits', (digits, place) =>
    isDigit(digits[place]) && isDigit(digits[place + 1])
      ? digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2)
      : digits,
  ),
  sign,
  swappedNeighbours,
  shiftedRow,
  wrongYearColumn,
  thousandYenAsYen,
  droppedUnit,
  changedMark,
  changedRate,
  sumSlip('changed total', (sums) => [...sums.keys()]),
  sumSlip('changed part', (sums) => [...new Set([...sums.values()].flat())]),
  eraLetter,
];
