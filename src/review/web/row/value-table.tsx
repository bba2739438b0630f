import { useState } from 'preact/hooks';
import type { Observation } from '../../../model/index.ts';
import type { RowView } from '../../api.ts';
import { useWords } from '../words/words.ts';
import { CorrectForm } from './correct-form.tsx';
import { readingText } from './reading-text.ts';
import { inReadingOrder } from './series.ts';

interface ValueTableProps {
  readonly row: RowView;
  readonly suspects: readonly string[];
  readonly compared: readonly string[];
  readonly onChanged?: ((row: RowView) => void) | undefined;
  readonly onShow?: ((observationId: string) => void) | undefined;
}

/** The values of a row: what was printed above what was read. */
export function ValueTable({ row, suspects, compared, onChanged, onShow }: ValueTableProps) {
  const words = useWords();
  const [correcting, setCorrecting] = useState<string | null>(null);
  const kindOf = ({ id }: Observation): string =>
    suspects.includes(id) ? 'suspect' : compared.includes(id) ? 'compared' : '';
  return (
    <table class="values">
      <thead>
        <tr>
          <th scope="col">{words.measure}</th>
          <th scope="col">{words.period}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">
            <span class="unseen">{words.correct}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inReadingOrder(row.observations).map((observation) => (
          <tr key={observation.id} class={kindOf(observation)} data-observation={observation.id}>
            <th scope="row">
              {words.measures[observation.measure]}
              {row.record.type === 'sheet' && <small>{observation.indicator}</small>}
            </th>
            <td>{observation.timePeriod?.label ?? ''}</td>
            <td>
              <Value observation={observation} />
              {correcting === observation.id && (
                <CorrectForm
                  observation={observation}
                  onClose={() => setCorrecting(null)}
                  onTaken={(changed) => {
                    setCorrecting(null);
                    onChanged?.(changed);
                  }}
                />
              )}
            </td>
            <td class="acts">
              {onShow && (
                <button
                  type="button"
                  class="tool"
                  title={words.showPlace}
                  aria-label={`${words.showPlace}: ${observation.raw}`}
                  onClick={() => onShow(observation.id)}
                >
                  ◎
                </button>
              )}
              {onChanged && (
                <button
                  type="button"
                  class="tool"
                  title={words.correct}
                  aria-label={words.correctValue(observation.raw)}
                  onClick={() => setCorrecting(observation.id)}
                >
                  ✎
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Longer cells are cut here; the source shows them whole. */
const MOST_CHARACTERS = 200;

function Value({ observation }: { readonly observation: Observation }) {
  const words = useWords();
  const { raw, original } = observation;
  const read = readingText(observation, words);
  return (
    <>
      <span class="raw">{raw.slice(0, MOST_CHARACTERS) || words.blank}</span>
      {read !== raw && <span class="read">{read.slice(0, MOST_CHARACTERS)}</span>}
      {original && (
        <span class="was">
          {words.corrected} · {words.original} <del>{original.raw || words.blank}</del>
        </span>
      )}
    </>
  );
}
