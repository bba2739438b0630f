import { useEffect, useState } from 'preact/hooks';
import type { Overview } from '../../api.ts';
import { ask } from '../ask.ts';
import { showRefusal } from '../state/notice.ts';
import { review } from '../state/review.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/words.ts';
import { AreaTable } from './area-table.tsx';
import { DepartmentTable } from './department-table.tsx';
import { RuleChart } from './rule-chart.tsx';

/** What a manager reads in a minute; can be printed. */
export function OverviewView() {
  const words = useWords();
  const [overview, setOverview] = useState<Overview | null>(null);
  const run = useStore(review, (state) => state.run);
  useEffect(() => {
    ask<Overview>('overview').then(setOverview, showRefusal);
  }, [run]);
  if (!overview) return <main class="wide-pane faint">{words.loading}</main>;
  const { reports, records, observations, shareChecked, open, findings, targets } = overview;
  const share = targets.compared === 0 ? null : targets.met / targets.compared;
  return (
    <main class="wide-pane overview">
      <header>
        <h2>{words.overview.title}</h2>
        <button type="button" class="no-print" onClick={() => print()}>
          {words.overview.print}
        </button>
      </header>
      <p class="faint">{run?.folder}</p>
      <ul class="figures">
        <Figure name={words.overview.reports} figure={words.number(reports)} />
        <Figure name={words.overview.records} figure={words.number(records)} />
        <Figure name={words.overview.observations} figure={words.number(observations)} />
        <Figure name={words.overview.shareChecked} figure={percent(shareChecked)} share={shareChecked} />
        <Figure name={words.overview.open} figure={words.number(open)} />
        <Figure
          name={words.overview.targets}
          figure={share === null ? '–' : percent(share)}
          share={share ?? 0}
          told={words.overview.targetsOf(targets.met, targets.compared)}
        />
      </ul>
      <p class="severities">
        {(['error', 'warning', 'info'] as const).map((severity) => (
          <span key={severity} class={`severity ${severity}`}>
            {words.severities[severity]} {words.number(findings[severity])}
          </span>
        ))}
      </p>
      <RuleChart byRule={overview.byRule} />
      <AreaTable byArea={overview.byArea} />
      <DepartmentTable departments={overview.departments} />
    </main>
  );
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

interface FigureProps {
  readonly name: string;
  readonly figure: string;
  readonly share?: number;
  readonly told?: string;
}

function Figure({ name, figure, share, told }: FigureProps) {
  return (
    <li class="figure">
      <strong>{figure}</strong>
      <span>{name}</span>
      {share !== undefined && <meter min={0} max={1} value={share} aria-label={name} />}
      {told && <small>{told}</small>}
    </li>
  );
}
