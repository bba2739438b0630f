import type { Observation } from '../../../model/index.ts';
import type { CorrectionRequest, RowView } from '../../api.ts';
import { ask } from '../ask.ts';
import { showRefusal } from '../state/notice.ts';
import { signature } from '../state/settings.ts';
import { ReadingField } from './reading-field.tsx';

interface CorrectFormProps {
  readonly observation: Observation;
  readonly onTaken: (row: RowView) => void;
  readonly onClose: () => void;
}

/** Puts a value right that no finding stands on. */
export function CorrectForm({ observation, onTaken, onClose }: CorrectFormProps) {
  const take = async (value: string): Promise<void> => {
    const { id: observationId, documentId } = observation;
    const request: CorrectionRequest = { observationId, documentId, value, by: signature() };
    try {
      onTaken(await ask<RowView>('corrections', request));
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <ReadingField
      observation={observation}
      suggested={null}
      onTake={(value) => void take(value)}
      onCancel={onClose}
    />
  );
}
