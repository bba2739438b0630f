import { inBoth } from '../in-both.ts';
import { malformedNumbers } from '../malformed-number.ts';
import { oncePerReport } from '../once-per-report.ts';
import {
  commaAsPoint,
  isMalformedNumber,
  type PrintedNumber,
  pointAsComma,
  printedNumber,
} from '../printed-number.ts';
import type { ReportView } from '../report-view.ts';
import type { Bilingual, Found, Rule } from '../rule.ts';
import { type Point, type Series, seriesOf } from '../series.ts';
import { hear } from '../testimony.ts';

/**
 * A comma stands where a point was meant, or a point where a comma was.
 *
 * A person should look because the value is a thousand times too large or too small, and sums and rates made of it are too.
 * The row's other numbers testify: read the other way, the number fits among them.
 *
 *     素材生産量 | 564.937m³ | 2,573.487m³ | 1,537.229m³ | 2,344,141m³
 *                                                            ^ 2,344.141 was meant
 */
export const decimalSeparator: Rule = {
  slug: 'decimal-separator',
  title: { ja: '小数点と桁区切り', en: 'Comma for point, point for comma' },
  subject: 'figures',
  needs: { ja: '数値のある欄', en: 'cells with numbers' },
  severity: 'error',
  check: (view) => {
    const numbers = view.observations.filter((each) => each.kind === 'quantity' || isMalformedNumber(each));
    return {
      checked: numbers.length,
      found: [...malformedNumbers(view), ...separatorSlips(view), ...mixedNotations(view)],
    };
  },
};

/** A thousandth or a thousandfold must lie within this power of ten of the neighbours, beyond their own steps. */
const NEAR = 0.5;
const THOUSAND = 3;

/** Numbers that fit their series only when comma and point change places. */
export const separatorSlips = oncePerReport((view): readonly Found[] =>
  seriesOf(view).flatMap((series) => {
    const found = series.points.flatMap((point, at) => slipOf(series, point, at) ?? []);
    return found.length === 1 ? found : [];
  }),
);

function slipOf({ points, name }: Series, point: Point, at: number): Found | null {
  const heard = hear(points, at);
  if (heard === null) return null;
  const power = heard.distance > 0 ? THOUSAND : -THOUSAND;
  if (Math.abs(heard.distance - power) > NEAR + heard.step) return null;
  if (Math.abs(heard.distance) - heard.step < 1) return null;
  const printed = printedNumber(point.raw);
  if (printed === null || printed.isMalformed) return null;
  const others = heard.others.map(({ raw }) => printedNumber(raw)).filter((each) => each !== null);
  const decimal = othersHave(others, ({ decimals }) => decimals > 0) ? commaAsPoint(printed) : null;
  const whole = othersHave(others, ({ decimals }) => decimals === 0) ? pointAsComma(printed) : null;
  const mended = heard.distance > 0 ? decimal : whole;
  if (mended === null) return null;
  const value = Math.sign(point.value) * Number((Math.abs(point.value) / 10 ** power).toPrecision(15));
  const text = point.raw.replace(
    /[0-9０-９][0-9０-９,，.．]*/u,
    plainText(mended, heard.distance > 0 ? printed : null),
  );
  const list = heard.others.map(({ raw }) => raw).join('、');
  return {
    severity: 'error',
    confidence: 0.95,
    message: {
      ja: `${name}の ${point.raw} は、他の値 ${list} の約${times(heard.distance).ja}です。桁区切りと小数点の取り違えで、${text} ではありませんか。`,
      en: `${point.raw} of ${name} is about ${times(heard.distance).en} the others (${list}): comma and point exchanged, ${text} was meant.`,
    },
    observations: [point.observation, ...heard.others.map(({ observation }) => observation)],
    evidence: { printed: point.raw, meant: text, others: list },
    suggestion: {
      observationId: point.observation.id,
      field: 'value',
      from: point.observation.kind === 'quantity' ? point.observation.value : point.value,
      to: value,
      explains: inBoth({ ja: `${text} は ${list} と並びます`, en: `${text} lies among ${list}` }),
    },
    compared: [name, point.raw, list],
  };
}

const othersHave = (others: readonly PrintedNumber[], has: (other: PrintedNumber) => boolean): boolean =>
  others.length > 1 && others.filter(has).length * 3 >= others.length * 2;

function times(distance: number): Bilingual {
  const factor = Math.round(10 ** Math.abs(distance)).toLocaleString('en');
  return distance > 0
    ? { ja: `${factor}倍`, en: `${factor} times` }
    : { ja: `${factor}分の1`, en: `1/${factor} of` };
}

/** 2344.141 as the row would print it. */
const plainText = (value: number, model: PrintedNumber | null): string => {
  const digits = model === null ? 0 : model.text.length - model.text.lastIndexOf(',') - 1;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

/** A row that parts thousands in some cells and not in others. */
function mixedNotations(view: ReportView): Found[] {
  return view.rows.flatMap(({ actuals, indicator }) => {
    const large = actuals.filter(({ kind, raw }) => kind === 'quantity' && /\d{4}/u.test(bareDigits(raw)));
    const [plain, grouped] = [
      large.filter((each) => !isParted(each.raw)),
      large.filter((each) => isParted(each.raw)),
    ];
    const [first, model] = [plain[0], grouped[0]];
    if (first === undefined || model === undefined) return [];
    const figures = { printed: first.raw, beside: model.raw };
    return [
      {
        severity: 'info' as const,
        confidence: 0.9,
        message: {
          ja: `${indicator}の行で、${first.raw} には桁区切りがなく、${model.raw} にはあります。`,
          en: `In the row of ${indicator}, ${first.raw} has no thousands separator while ${model.raw} has one.`,
        },
        observations: [...plain, ...grouped],
        evidence: figures,
        compared: [indicator, first.raw, model.raw],
      },
    ];
  });
}

const bareDigits = (raw: string): string =>
  (printedNumber(raw)?.text ?? '').replaceAll(',', '').replace(/\..*$/u, '');
const isParted = (raw: string): boolean => printedNumber(raw)?.isGrouped ?? false;
