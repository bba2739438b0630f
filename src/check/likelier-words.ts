import type { Likelier } from '../model/index.ts';
import type { Confusion } from './look-alikes.ts';

const report = (ja: string, en: string): Likelier => ({
  wrong: 'report',
  message: { ja: `報告書の誤りとみられます（${ja}）。`, en: `Likelier the report is wrong: ${en}.` },
});

const reading = (ja: string, en: string): Likelier => ({
  wrong: 'reading',
  message: { ja: `読み取りの誤りとみられます（${ja}）。`, en: `Likelier the reading is wrong: ${en}.` },
});

export const asTyped = report(
  '文字も欄の区切りも原文のまま',
  'characters and cell borders stand so in the source',
);

export const asWritten = report('文字は原文のまま', 'the words stand so in the source');

export const rowOff = report(
  '同じ表のほかの行は見出しどおりに並んでいます',
  'the source parts the cells so, and other rows of the table stand under their headers',
);

export const headOff = reading(
  '表のどの行も見出しとずれているので、見出しの行が崩れたとみられます',
  'no row of the table stands under its headers, so that its head is off',
);

export const layoutUnsure = reading(
  'ページの欄の区切りを確かに読み取れていません',
  'the page does not show for sure where its cells end',
);

export const slipOfTyping = (read: string, meant: string): Likelier =>
  report(
    `${meant}を${read}と打ち間違えたなら合い、列の読み違いでは説明できません`,
    `${read} typed for ${meant} explains it, another column does not`,
  );

export const noExchangeInScan = report(
  '画像の読み取りで隣り合う数字が入れ替わることはまれです',
  'a scan seldom exchanges two digits',
);

export const damaged = reading(
  '文字データになるまでに損なわれた文字とみられます',
  'such damage comes from converting a report, not from writing it',
);

export const unsure = (confidence: number): Likelier =>
  reading(`確からしさ${Math.round(confidence * 100)}%`, `its confidence is ${Math.round(confidence * 100)}%`);

export const lookAlike = ({ read, meant }: Confusion): Likelier => {
  if (read === '') return reading('小数点は画像で失われやすい', 'a scan easily loses a point');
  if (meant === '') return reading('画像の汚れは小数点に見えます', 'a speck in a scan looks like a point');
  return reading(`「${read}」は画像では「${meant}」と紛れます`, `in a scan "${read}" looks like "${meant}"`);
};

export const multiplierFromHeader = (multiplier: number): Likelier => {
  const times = (10 ** multiplier).toLocaleString('en-US');
  return reading(
    `${times}倍の単位は欄の外から取ったもので、値のずれと一致します`,
    `the multiplier ${times} stands outside the cell, and by just that the value is off`,
  );
};

export const moved = reading(
  'この行の値は、見出しに合わせて別の列へ動かして読みました',
  'to fit their headers, values of this row were read under other columns',
);

export const columnsInferred = reading(
  '列は文字の並びから推定しました',
  'its columns were inferred from where the words stand',
);

export const standsBeside = (raw: string): Likelier =>
  reading(
    `列は文字の並びから推定したもので、合う値 ${raw} が隣にあります`,
    `columns were inferred from where the words stand, and ${raw}, which agrees, stands beside`,
  );
