import type { SampleView } from '../../api.ts';
import { useWords } from '../words/words.ts';

interface SampleResultProps {
  readonly sample: SampleView;
  readonly onShow: (index: number) => void;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** The error rate so far with its interval, and where reader and person disagree. */
export function SampleResult({ sample: { result, disagreements }, onShow }: SampleResultProps) {
  const words = useWords();
  if (!result) return null;
  const { keyed, wrong, rate, low, high } = result;
  return (
    <section class="sample-result" aria-live="polite">
      <p>{words.sample.result(wrong, keyed)}</p>
      <p class="rate">
        <strong>{percent(rate)}</strong> {words.sample.rate}
      </p>
      <p>
        {words.sample.interval} {percent(low)} – {percent(high)}
      </p>
      {disagreements.length > 0 && (
        <table class="values">
          <caption>{words.sample.disagreements}</caption>
          <thead>
            <tr>
              <th scope="col">{words.sample.youKeyed}</th>
              <th scope="col">{words.sample.wasRead}</th>
              <th scope="col">
                <span class="unseen">{words.showPlace}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {disagreements.map(({ index, keyed: typed, raw }) => (
              <tr key={index}>
                <td class="raw">{typed}</td>
                <td class="raw">{raw || words.blank}</td>
                <td>
                  <button
                    type="button"
                    class="tool"
                    aria-label={`${words.showPlace}: ${typed}`}
                    onClick={() => onShow(index)}
                  >
                    ◎
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
