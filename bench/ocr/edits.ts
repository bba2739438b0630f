/** How many characters have to be put in, taken out or exchanged to make one text of another (Levenshtein 1966). */
export function editsBetween(one: string, other: string): number {
  const [from, to] = [Array.from(one), Array.from(other)];
  let before = to.map((_, at) => at + 1);
  for (const [row, character] of from.entries()) {
    let [diagonal, left] = [row, row + 1];
    const now: number[] = [];
    for (const [column, target] of to.entries()) {
      const above = before[column]!;
      left = Math.min(above + 1, left + 1, diagonal + (character === target ? 0 : 1));
      diagonal = above;
      now.push(left);
    }
    before = now;
  }
  return before.at(-1) ?? from.length;
}
