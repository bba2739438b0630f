import type { Overview } from '../../api.ts';
import { useWords } from '../words/words.ts';

/** What there is and what is open, city by city. */
export function AreaTable({ byArea }: { readonly byArea: Overview['byArea'] }) {
  const { number, overview, filters } = useWords();
  return (
    <table class="overview-table">
      <caption>{overview.byArea}</caption>
      <thead>
        <tr>
          <th scope="col">{filters.area}</th>
          {[overview.reports, overview.observations, overview.findings, overview.open].map((name) => (
            <th scope="col" class="figure-column" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byArea.map(({ area, reports, observations, findings, open }) => (
          <tr key={area}>
            <th scope="row">{area || '–'}</th>
            {[reports, observations, findings, open].map((figure, column) => (
              <td class="figure-column" key={column}>
                {number(figure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
