import type { Overview } from '../../api.ts';
import { useWords } from '../words/words.ts';

/** Departments shown: the list is sorted by open findings. */
const MOST_SHOWN = 20;

/** Whom to ask first. */
export function DepartmentTable({ departments }: { readonly departments: Overview['departments'] }) {
  const { number, overview } = useWords();
  return (
    <table class="overview-table">
      <caption>{overview.departments}</caption>
      <thead>
        <tr>
          <th scope="col">{overview.department}</th>
          <th scope="col" class="figure-column">
            {overview.open}
          </th>
          <th scope="col" class="figure-column">
            {overview.findings}
          </th>
        </tr>
      </thead>
      <tbody>
        {departments.length === 0 && (
          <tr>
            <td colSpan={3}>{overview.noneFound}</td>
          </tr>
        )}
        {departments.slice(0, MOST_SHOWN).map(({ name, open, findings }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="figure-column">{number(open)}</td>
            <td class="figure-column">{number(findings)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
