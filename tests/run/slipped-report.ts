/** A report of one table with a row whose values slipped one column to the right: a finding that every version gives. */
export function slippedReport(values = ['1件', '2件', '0件', '1件'], city = '人吉市'): string {
  const rows = [
    ['取組内容', 'KPI', 'R2実績', 'R3実績', 'R4実績', 'R5実績', '評価・課題', '担当課'],
    [
      '窓口で相談に応じた。',
      '相談件数',
      '31件',
      '33件',
      '30件',
      '32件',
      '相談の内容が複雑になっている。',
      '商工観光課',
    ],
    [
      '空き家の見学会を開いた。',
      '参加者数',
      '12人',
      '14人',
      '13人',
      '15人',
      '参加者の多くが市外からだった。',
      '企画課',
    ],
    ['催しに補助金を交付した。', '助成件数', '', ...values, '募集を始める時期を早める。'],
    [
      '木材を製材所へ届けた。',
      '搬出量',
      '20件',
      '22件',
      '21件',
      '23件',
      '作業道の復旧が進んだ。',
      '農林整備課',
    ],
  ];
  const table = rows.map((row) => row.join('\t')).join('\n');
  return `${city}総合戦略 進捗状況報告書(令和5年度)\n\n具体的な事業\n\n${table}\n`;
}
