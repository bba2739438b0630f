/** A stretch across the page, in points from its left. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Spans of ascending place, no two nearer than a gap. */
export type Spans = readonly Span[];

/** The spans with one more; those it reaches, or comes nearer than `gap` to, become one with it. */
export function withSpan(spans: Spans, added: Span, gap: number): Spans {
  let from = 0;
  while (from < spans.length && spans[from]!.to + gap <= added.from) from += 1;
  let to = from;
  while (to < spans.length && spans[to]!.from - gap < added.to) to += 1;
  const inside = spans[from];
  if (to === from + 1 && inside!.from <= added.from && added.to <= inside!.to) return spans;
  const one = {
    from: to > from ? Math.min(added.from, inside!.from) : added.from,
    to: to > from ? Math.max(added.to, spans[to - 1]!.to) : added.to,
  };
  return [...spans.slice(0, from), one, ...spans.slice(to)];
}

/** The first and last of the spans that one touches; null where it stands between two. */
export function spansUnder(spans: Spans, { from, to }: Span): { first: number; last: number } | null {
  let first = 0;
  while (first < spans.length && spans[first]!.to <= from) first += 1;
  let last = first;
  while (last < spans.length && spans[last]!.from < to) last += 1;
  return last === first ? null : { first, last: last - 1 };
}
