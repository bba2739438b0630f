const ERAS = ['令和', '平成', '昭和', '大正', '明治'];
const LETTERS: { readonly [era: string]: RegExp } = {
  令和: /(?:^|[^A-Za-z])[RＲ][0-9０-９元]/u,
  平成: /(?:^|[^A-Za-z])[HＨ][0-9０-９元]/u,
};

/** The latest era a text names: what a bare 5年度 in it means. Null where it names none. */
export function latestEra(text: string): string | null {
  return ERAS.find((era) => text.includes(era) || LETTERS[era]?.test(text) === true) ?? null;
}
