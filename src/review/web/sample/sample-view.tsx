import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SampleView as Sample, SampleAnswer } from '../../api.ts';
import { ask } from '../ask.ts';
import { SourcePane } from '../source/source-pane.tsx';
import { showRefusal } from '../state/notice.ts';
import { review } from '../state/review.ts';
import { signature } from '../state/settings.ts';
import { useStore } from '../state/store.ts';
import { useWords } from '../words/words.ts';
import { KeyForm } from './key-form.tsx';
import { SampleResult } from './sample-result.tsx';

/** Cells drawn by a seed and keyed by a person who does not see what was read: the honest quality of a delivery. */
export function SampleView() {
  const words = useWords();
  const hasSample = useStore(review, (state) => state.run?.hasSample);
  const [sample, setSample] = useState<Sample | null>(null);
  const [again, setAgain] = useState<number | null>(null);
  useEffect(() => {
    if (hasSample) ask<Sample>('sample').then(setSample, showRefusal);
  }, [hasSample]);
  const disagreement = sample?.disagreements.find(({ index }) => index === again);
  const place = disagreement?.place ?? sample?.next?.place;
  const places = useMemo(() => (place ? [place] : []), [place]);
  const key = (keyed: string | null): void => {
    if (!sample?.next) return;
    const answer: SampleAnswer = { index: sample.next.index, keyed, by: signature() };
    ask<Sample>('sample', answer).then(setSample, showRefusal);
  };
  if (!hasSample) return <main class="wide-pane faint">{words.sample.none}</main>;
  return (
    <main class="panes is-sample">
      <SourcePane places={places} showsCells={false} isChosen />
      <section class="finding-pane" aria-label={words.sample.title}>
        <h2>{words.sample.title}</h2>
        {sample && (
          <>
            <p>
              {words.sample.done(sample.done, sample.size)} ·{' '}
              <small>
                {words.sample.seed} {sample.seed}
              </small>
            </p>
            <progress max={sample.size} value={sample.done} aria-label={words.sample.title} />
            {sample.next && again === null && (
              <KeyForm key={sample.next.index} unit={sample.next.unit} onKeyed={key} />
            )}
            {again !== null && sample.next && (
              <button type="button" onClick={() => setAgain(null)}>
                {words.sample.next}
              </button>
            )}
            <SampleResult sample={sample} onShow={setAgain} />
          </>
        )}
      </section>
    </main>
  );
}
