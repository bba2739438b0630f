import { Option } from 'commander';
import { parseChoice } from './choice.ts';
import { LANGUAGES, type Language, type Texts } from './texts/texts.ts';

/**
 * The language to speak to the person in: that of `--lang`, else that of the locale (POSIX: LC_ALL before LC_MESSAGES
 * before LANG), Japanese where it begins with ja and English else. Looks at the bare arguments because messages about
 * a wrong command line need a language too.
 */
export function chooseLanguage(
  argv: readonly string[],
  env: { readonly [name: string]: string | undefined },
): Language {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const index = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const named = options[index] === '--lang' ? options[index + 1] : options[index]?.slice('--lang='.length);
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return LANGUAGES.find((language) => language === named) ?? (locale.startsWith('ja') ? 'ja' : 'en');
}

/** `--lang`, for the program and each of its commands; its value is read by `chooseLanguage`. */
export function languageOption(texts: Texts): Option {
  return new Option('--lang <ja|en>', texts.help.lang).argParser(parseChoice('--lang', LANGUAGES, texts));
}
