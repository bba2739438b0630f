import type { Doubt, Observation } from '../../model/index.ts';

/** A word in both languages. */
interface Word {
  readonly ja: string;
  readonly en: string;
}

export const MEASURE_WORDS: { readonly [measure in Observation['measure']]: Word } = {
  baseline: { ja: '基準値', en: 'baseline' },
  target: { ja: '目標値', en: 'target' },
  actual: { ja: '実績値', en: 'actual' },
  estimate: { ja: '推計', en: 'estimate' },
  achievementRate: { ja: '達成率', en: 'rate' },
  rating: { ja: '評価', en: 'rating' },
  budget: { ja: '予算', en: 'budget' },
  settlement: { ja: '決算', en: 'settlement' },
  change: { ja: '増減', en: 'change' },
  count: { ja: '計上数', en: 'count' },
  value: { ja: '値', en: 'value' },
};

export const DOUBT_WORDS: { readonly [kind in Doubt['kind']]: Word } = {
  failed: { ja: '読めないページ', en: 'page not read' },
  tooSlow: { ja: '時間切れのページ', en: 'page took too long' },
  unmappedFont: { ja: '文字の分からない字形', en: 'font without characters' },
  crossedRule: { ja: '罫線をまたぐ文字', en: 'text across a rule' },
  brokenCell: { ja: '閉じないセル', en: 'cell not closed' },
  tagsDisagree: { ja: 'タグと罫線の食い違い', en: 'tags disagree with rules' },
  emptyKey: { ja: '改ページ後の名前のない行', en: 'no name after page break' },
  raggedRow: { ja: '列数の違う行', en: 'row of other width' },
  textDisagrees: { ja: '埋め込み文字と違う', en: 'hidden text differs' },
  strayText: { ja: '埋め込み文字が合わない', en: 'hidden text is stray' },
};

export const LEGEND_WORDS = {
  rules: { ja: '罫線', en: 'ruling line' },
  header: { ja: '見出しセル', en: 'header cell' },
  data: { ja: 'データセル', en: 'data cell' },
  span: { ja: '結合セル（行×列）', en: 'spans (rows×columns)' },
  heading: { ja: '見出し（階層）', en: 'heading (depth)' },
  value: { ja: '値（種類 時期）', en: 'value (measure period)' },
  doubt: { ja: '疑い', en: 'doubt' },
} as const satisfies { readonly [item: string]: Word };

/** How words are put on the picture: in a language, and whether the fonts at hand have Japanese. */
export interface Lettering {
  readonly language: 'ja' | 'en';
  readonly hasJapanese: boolean;
}

/** The word in the person's language, in English where nothing else can be drawn. */
export const wordIn = (word: Word, { language, hasJapanese }: Lettering): string =>
  hasJapanese ? word[language] : word.en;

/** The word in both languages, in English alone where nothing else can be drawn. */
export const wordInBoth = ({ ja, en }: Word, { hasJapanese }: Lettering): string =>
  hasJapanese ? `${ja} ${en}` : en;
