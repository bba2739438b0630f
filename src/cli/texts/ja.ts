import type { Texts } from './texts.ts';

const number = (count: number): string => count.toLocaleString('en-US');

export const ja: Texts = {
  language: 'ja',
  program: '自治体の進捗報告書を、出典をたどれる検証済みのデータにします。',
  help: {
    titles: {
      'Usage:': '使い方:',
      'Arguments:': '引数:',
      'Options:': 'オプション:',
      'Commands:': 'コマンド:',
    },
    help: 'この説明を表示する',
    helpCommand: 'コマンドの説明を表示する',
    version: 'バージョンを表示する',
    extract: '報告書を読み取り、レコード・値・指摘をフォルダに書き出す',
    inputs: 'ファイル、フォルダ（下位のフォルダも含む）、パターン',
    out: '出力フォルダ。新しいフォルダか空のフォルダ、または前回の出力（置き換えられます）',
    jobs: (jobs) => `同時に処理する報告書の数（既定: ${jobs}）`,
    workers: '読み取るスレッドの数。0 は使わない（既定: PDF と大量の入力では --jobs と同じ、ほかは 0）',
    password: 'パスワードで守られた PDF を開く',
    vocabulary: '用語を追加する JSON ファイル（jisseki.config.json の用語の代わりに使う）',
    config: '設定ファイル（既定: このフォルダに jisseki.config.json があればそれ）',
    json: '実行結果の要約を JSON で標準出力に書く',
    quiet: '失敗のほかは何も表示しない',
    failOn: 'この重大度以上の指摘があれば終了コード 1 で終わる',
    check: '前回の出力に、元の報告書なしでもう一度ルールを適用し、判定を反映する',
    folder: 'extract の出力フォルダ',
    format: 'sarif: 指摘を SARIF 2.1.0 で標準出力に書く（既定: text）',
    verdict: '指摘への判定を記録する（verdicts.jsonl に追記し、次の check で反映）',
    findingId: '指摘の id（findings.jsonl）',
    as: '報告書の誤り・読み取りの誤り・問題なし・判断できない',
    value: '人が読んだセルの内容。misreading では読み取った値の代わりになる',
    note: '理由',
    by: '判定した人',
    review: '指摘を原本と並べて判定するページを、この端末だけで開く',
    report: '概要とすべての指摘を、送れる 1 つの HTML ファイルに書き出す',
    reportFile: '書き出す HTML ファイル。あれば置き換える（既定: フォルダの report.html）',
    port: '127.0.0.1 の待ち受け番号（既定: 空いている番号）',
    sample: '読み取りの誤り率を知るため、指摘のないセルを抜き出して人が読む数',
    seed: (usual) => `標本の引き方（既定: ${usual}）`,
    noOpen: 'URL を表示するだけで、ブラウザを開かない',
    page: 'PDF の 1 ページに、プログラムが見たもの（罫線・セル・見出し・値・疑い）を重ねて描く',
    pdf: 'PDF ファイル',
    pageNumber: 'ページ番号（1 から）',
    picture: '書き出す PNG ファイル（あれば置き換えられます）',
    scale: (scale) => `1 ポイントあたりのピクセル数（既定: ${scale}）`,
    lang: '表示の言語（既定: LC_ALL・LC_MESSAGES・LANG、なければ en）',
    examples: `例:
  jisseki extract reports/ --out output
  jisseki extract r5.txt 'archive/**/*.html' --out output --jobs 2
  jisseki extract reports/ --out output --vocabulary words.json
  jisseki extract reports/ --out output --json --quiet | jq .counts
  jisseki extract reports/ --out output --fail-on error
  jisseki check output --fail-on warning --format sarif > findings.sarif
  jisseki page r5.pdf 3 --out page3.png
  jisseki review output --by 田中
  jisseki verdict output r5-f3a1c0 --as misreading --value 2,344.141m³ --by 田中

終了コード: 0 すべて読めた · 1 --fail-on 以上の指摘がある · 2 コマンドの誤り · 3 読めない入力がある · 130 中断`,
  },
  wrongCommandLine: (problem) => `jisseki: ${problem}（使い方は jisseki --help）`,
  wrongFile: (problem) => `jisseki: ${problem}`,
  problems: {
    'commander.unknownOption': (name) => `不明なオプションです: ${name}`,
    'commander.unknownCommand': (name) => `不明なコマンドです: ${name}`,
    'commander.missingArgument': (name) => `引数がありません: ${name}`,
    'commander.missingMandatoryOptionValue': (name) => `オプションが必要です: ${name}`,
    'commander.optionMissingArgument': (name) => `オプションの値がありません: ${name}`,
    'commander.excessArguments': () => '引数が多すぎます',
  },
  badJobs: (got) => `--jobs には 1 以上の整数を指定してください（指定: ${got}）`,
  badWorkers: (got) => `--workers には 0 以上の整数を指定してください（指定: ${got}）`,
  badOut: '--out に出力フォルダを指定してください',
  badPicture: '--out に PNG ファイルのパスを指定してください',
  badPage: (got) => `ページには 1 以上の整数を指定してください（指定: ${got}）`,
  badScale: (got, most) => `--scale には 0 より大きく ${most} 以下の数を指定してください（指定: ${got}）`,
  reported: (file, findings) => `${file} に書き出しました（指摘 ${findings} 件）`,
  badWhole: (option, got, least) => `${option} には ${least} 以上の整数を指定してください（指定: ${got}）`,
  badPort: (got, most) => `--port には 0 から ${most} までの整数を指定してください（指定: ${got}）`,
  reviewing: 'この端末だけで確認ページを開きました。Ctrl+C で終わります。判定はその都度保存されます。',
  pageNotBuilt: 'ページがまだ作られていません。npm run build を実行してください。',
  drawn: (file, cells, values, doubts) =>
    `${file} に描きました: セル ${number(cells)}、値 ${number(values)}、疑い ${number(doubts)}`,
  jsonOrSarif: '--json と --format sarif はどちらも標準出力に書きます。どちらか一つにしてください',
  recorded: (findingId, verdict, folder) =>
    `${findingId}: ${verdict} を記録しました。jisseki check ${folder} で反映されます`,
  badChoice: (option, got, choices) =>
    `${option} には ${choices.join(' か ')} を指定してください（指定: ${got}）`,
  progress: {
    done: (done, inputs, failed) =>
      `${number(inputs)} 件中 ${number(done)} 件を処理${failed > 0 ? `（失敗 ${number(failed)} 件）` : ''}`,
    joining: 'ファイルをまとめています…',
    stopping: '処理中の報告書を終えてから止まります…（もう一度押すとすぐに止まります）',
  },
  summary: {
    head: (version, documents) => `jisseki ${version} · 報告書 ${number(documents)} 件`,
    columns: {
      city: '団体',
      period: '年度',
      tables: '表',
      records: 'レコード',
      observations: '値',
      accounted: '読取率',
      findings: '指摘',
      report: '報告書',
    },
    total: '合計',
    unknown: '不明',
    unknownHeader: ({ text, cells }) => `不明な見出し「${text}」: ${number(cells)} セルが待っています`,
    place: (page, line) => (line !== null ? `${line} 行目` : page !== null ? `${page} ページ` : ''),
    unparsed: (characters) => `読み取れなかった文字 ${number(characters)} 字（documents.jsonl の unparsed）`,
    moreFindings: (count) => `ほかに指摘 ${number(count)} 件（findings.jsonl）`,
    moreReports: (count) => `… ほか ${number(count)} 件（documents.jsonl）`,
    teach: '不明な見出しは --vocabulary か jisseki.config.json で用語を足し、もう一度実行してください。',
    written: (folder, seconds) => `出力先 ${folder}（${seconds} 秒）`,
    skipped: (count) => `フォルダ内の対象外のファイル ${number(count)} 件を飛ばしました`,
    failed: (count) => `読めなかった入力 ${number(count)} 件:`,
    interrupted: (left) => `中断しました: 未処理 ${number(left)} 件。同じコマンドではじめからやり直せます。`,
    failOn: (severity, count) => `${severity} 以上の指摘 ${number(count)} 件 (--fail-on)`,
    verdicts: (count) => `判定済みの指摘 ${number(count)} 件`,
    staleVerdicts: (count) =>
      `比べた値が変わり、あてはまる指摘のない判定 ${number(count)} 件（verdicts.jsonl）`,
    checkInterrupted: '中断しました: 全体のファイルは元のままです。同じコマンドではじめからやり直せます。',
  },
  notCompleted: (problem) => `jisseki: 実行を完了できませんでした: ${problem}`,
};
