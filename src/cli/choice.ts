import { CommandLineError } from './command-line-error.ts';
import type { Texts } from './texts/texts.ts';

/** Takes one of a few words as the value of an option; what it gives back throws CommandLineError for any other. */
export function parseChoice<T extends string>(
  option: string,
  choices: readonly T[],
  texts: Texts,
): (value: string) => T {
  return (value) => {
    const choice = choices.find((word) => word === value);
    if (choice === undefined) throw new CommandLineError(texts.badChoice(option, value, choices));
    return choice;
  };
}
