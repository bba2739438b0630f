import type { Overview } from '../../api.ts';
import { useRuleTitle } from '../queue/choice-label.ts';
import { useWords } from '../words/words.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** How many findings each rule made, as bars of one scale. */
export function RuleChart({ byRule }: { readonly byRule: Overview['byRule'] }) {
  const words = useWords();
  const ruleTitle = useRuleTitle();
  const sum = (row: Overview['byRule'][number]): number => row.error + row.warning + row.info;
  const most = Math.max(1, ...byRule.map(sum));
  return (
    <table class="overview-table">
      <caption>{words.overview.byRule}</caption>
      <thead>
        <tr>
          <th scope="col">{words.overview.rule}</th>
          {SEVERITIES.map((severity) => (
            <th scope="col" class="figure-column" key={severity}>
              {words.severities[severity]}
            </th>
          ))}
          <th scope="col" class="bar-column">
            <span class="unseen">{words.overview.findings}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...byRule]
          .sort((a, b) => sum(b) - sum(a))
          .map((row) => (
            <tr key={row.rule}>
              <th scope="row" title={row.rule}>
                {ruleTitle(row.rule)}
              </th>
              {SEVERITIES.map((severity) => (
                <td class="figure-column" key={severity}>
                  {row[severity] === 0 ? '–' : words.number(row[severity])}
                </td>
              ))}
              <td class="bar-column" aria-hidden="true">
                <span class="bar">
                  {SEVERITIES.map((severity) => (
                    <i
                      key={severity}
                      class={severity}
                      style={{ width: `${(row[severity] / most) * 100}%` }}
                    />
                  ))}
                </span>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
