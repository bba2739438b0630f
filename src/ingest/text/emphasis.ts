/** Two or three asterisks round words: **実績**. What is inside may hold no asterisk, so a scan never starts over. */
const ASTERISKS = /(?<!\*)(\*{2,3})(?!\s)([^*]+)(?<!\s)\1(?!\*)/g;

/** Two underscores round words; not the blanks of a form (____年). */
const UNDERSCORES = /(?<![_\w])__(?![\s_])([^_]+)(?<!\s)__(?![_\w])/g;

/** Takes the marks of Markdown's strong emphasis away. Single asterisks stay: in a report they are footnotes (*1). */
export function stripEmphasis(text: string): string {
  const stripped = text.includes('**') ? text.replace(ASTERISKS, '$2') : text;
  return stripped.includes('__') ? stripped.replace(UNDERSCORES, '$1') : stripped;
}
