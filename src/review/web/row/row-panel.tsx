import type { z } from 'zod';
import type { Suggestion } from '../../../model/index.ts';
import type { RowView } from '../../api.ts';
import { goTo } from '../state/route.ts';
import { useWords } from '../words/words.ts';
import { Chart } from './chart.tsx';
import { seriesOf } from './series.ts';
import { ValueTable } from './value-table.tsx';

interface RowPanelProps {
  readonly row: RowView;
  /** ids of observations */
  readonly suspects: readonly string[];
  readonly compared: readonly string[];
  readonly suggestion: z.infer<typeof Suggestion> | null;
  readonly onChanged?: (row: RowView) => void;
  readonly onShow?: (observationId: string) => void;
}

/** The row a value belongs to, as a person reads one. */
export function RowPanel({ row, suspects, compared, suggestion, onChanged, onShow }: RowPanelProps) {
  const words = useWords();
  const { record, observations, documentId } = row;
  const series = seriesOf(observations, suspects[0] ?? null, suggestion);
  const departments = 'departments' in record ? record.departments : (observations[0]?.departments ?? []);
  return (
    <section class="row-panel" aria-label={words.row}>
      <p class="path">{record.path.join(' › ')}</p>
      <h3>
        <a
          href={`#/documents/${encodeURIComponent(documentId)}/${encodeURIComponent(record.id)}`}
          onClick={(event) => {
            event.preventDefault();
            goTo({ view: 'documents', documentId, recordId: record.id });
          }}
        >
          {record.name || words.recordTypes[record.type]}
        </a>{' '}
        <small>{words.recordTypes[record.type]}</small>
      </h3>
      {series && <Chart series={series} label={record.name} />}
      <ValueTable {...{ row, suspects, compared }} onChanged={onChanged} onShow={onShow} />
      <dl class="facts">
        {departments.length > 0 && <Fact name={words.departments} text={departments.join('、')} />}
        {record.type === 'activity' && <Fact name={words.activity} text={record.activity} />}
        {record.type === 'activity' && record.assessment && (
          <Fact name={words.assessment} text={record.assessment} />
        )}
        {'texts' in record &&
          record.texts.map(({ label, text }) => <Fact key={label} name={label} text={text} />)}
        {record.type === 'narrative' && <Fact name={record.name} text={record.text} />}
      </dl>
    </section>
  );
}

/** Longer texts are cut: whoever needs them reads them in the source. */
const MOST_CHARACTERS = 1200;

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  const words = useWords();
  const isLong = text.length > MOST_CHARACTERS;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isLong ? text.slice(0, MOST_CHARACTERS) : text}
        {isLong && <i>{words.leftOut(text.length - MOST_CHARACTERS)}</i>}
      </dd>
    </div>
  );
}
