import { useWords } from '../words/words.ts';
import type { Point, Series } from './series.ts';

const WIDTH = 360;
const HEIGHT = 132;
const LEFT = 54;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 22;
/** A label nearer to the right edge than this would be cut. */
const NEAR_EDGE = 24;

/** A row over time: results as a line, targets dashed, the suspect ringed. People see a slip before they read it. */
export function Chart({ series, label }: { readonly series: Series; readonly label: string }) {
  const words = useWords();
  const { actuals, baselines, targets, suspect, suggested, unit } = series;
  const all = [...actuals, ...baselines, ...targets];
  const values = [...all.map(({ value }) => value), ...(suggested === null ? [] : [suggested])];
  const years = all.map(({ year }) => year);
  const x = scaleBetween(Math.min(...years), Math.max(...years), LEFT, WIDTH - RIGHT);
  const y = scaleBetween(Math.min(...values), Math.max(...values), HEIGHT - BOTTOM, TOP);
  const line = actuals.map((point) => `${x(point.year)},${y(point.value)}`).join(' ');
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
  const ticks = [Math.min(...values), Math.max(...values)];
  const seen = new Map(all.map((point) => [Math.round(x(point.year) / 34), point]));
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.chart(label)}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text class="tick" x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
            {compact.format(tick)}
          </text>
        </g>
      ))}
      {unit && (
        <text class="tick" x={2} y={HEIGHT - 6}>
          {unit}
        </text>
      )}
      {[...seen.values()].map(({ id, year, label: period }) => (
        <text
          key={id}
          class="tick"
          x={x(year)}
          y={HEIGHT - 6}
          text-anchor={x(year) > WIDTH - NEAR_EDGE ? 'end' : 'middle'}
        >
          {period.slice(0, 5)}
        </text>
      ))}
      {targets.length > 0 && <TargetLine {...{ targets, x, y }} />}
      <polyline class="actual-line" points={line} />
      {baselines.map((point) => (
        <Dot key={point.id} point={point} kind="baseline" name={words.measures.baseline} {...{ x, y }} />
      ))}
      {targets.map((point) => (
        <Dot key={point.id} point={point} kind="target" name={words.measures.target} {...{ x, y }} />
      ))}
      {actuals.map((point) => (
        <Dot key={point.id} point={point} kind="actual" name={words.measures[point.measure]} {...{ x, y }} />
      ))}
      {suspect && suggested !== null && (
        <g>
          <line
            class="to-suggested"
            x1={x(suspect.year)}
            x2={x(suspect.year)}
            y1={y(suspect.value)}
            y2={y(suggested)}
          />
          <circle class="dot suggested" cx={x(suspect.year)} cy={y(suggested)} r={4} />
        </g>
      )}
      {suspect && <circle class="suspect-ring" cx={x(suspect.year)} cy={y(suspect.value)} r={7} />}
    </svg>
  );
}

type Scale = (value: number) => number;

function TargetLine({ targets, x, y }: { targets: readonly Point[]; x: Scale; y: Scale }) {
  const [only] = targets;
  if (targets.length === 1 && only)
    return <line class="target-line" x1={LEFT} x2={WIDTH - RIGHT} y1={y(only.value)} y2={y(only.value)} />;
  return (
    <polyline
      class="target-line"
      points={targets.map(({ year, value }) => `${x(year)},${y(value)}`).join(' ')}
    />
  );
}

interface DotProps {
  readonly point: Point;
  readonly kind: string;
  readonly name: string;
  readonly x: Scale;
  readonly y: Scale;
}

function Dot({ point, kind, name, x, y }: DotProps) {
  const words = useWords();
  return (
    <circle class={`dot ${kind}`} cx={x(point.year)} cy={y(point.value)} r={3}>
      <title>{`${name} ${point.label} ${words.number(point.value)}`}</title>
    </circle>
  );
}

function scaleBetween(least: number, most: number, from: number, to: number): Scale {
  if (least === most) return () => (from + to) / 2;
  return (value) => from + ((value - least) / (most - least)) * (to - from);
}
