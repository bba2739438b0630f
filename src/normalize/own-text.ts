/**
 * A copy of a text cut from a larger one. Engines keep the whole larger text alive for the sake of a slice; what outlives
 * a report (a cache's key, a line of the summary) must not.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
