import { appendDecision, SAMPLE_ANSWERS } from '../../emit/verdict-file.ts';
import type { Observation, RecordedSampleAnswer } from '../../model/index.ts';
import { foldText, stripSpaces } from '../../normalize/index.ts';
import { asRead, readAs } from '../../verdict/corrections.ts';
import type { SampleAnswer, SampleView } from '../api.ts';
import { type DrawnCell, drawSample } from './draw-sample.ts';
import { FollowedFile } from './followed-file.ts';
import { placeOf } from './places.ts';
import { noSuch } from './review-error.ts';
import type { ReviewFolder } from './review-folder.ts';
import { wilsonInterval } from './wilson.ts';

/** A blind sample as asked for on the command line. */
export interface SampleOrder {
  readonly size: number;
  readonly seed: number;
}

/** The blind sample of a review: cells drawn by the seed, and what people keyed of them, kept in the folder. */
export class Sample {
  readonly #review: ReviewFolder;
  readonly #order: SampleOrder;
  #cells: readonly DrawnCell[] | null = null;
  #answers: FollowedFile<RecordedSampleAnswer>;
  #keyed = new Map<string, RecordedSampleAnswer>();

  constructor(review: ReviewFolder, order: SampleOrder) {
    this.#review = review;
    this.#order = order;
    this.#answers = new FollowedFile(review.folder, SAMPLE_ANSWERS);
    // another run may have taken cells away
    review.listen(({ kind }) => {
      if (kind === 'reloaded') this.#cells = null;
    });
  }

  async view(): Promise<SampleView> {
    const cells = await this.#drawn();
    await this.#follow();
    const answered = cells.map(({ observationId }) => this.#keyed.get(observationId));
    const open = answered.indexOf(undefined);
    const compared = await this.#compared(cells);
    const keyed = compared.length;
    const disagreements = compared.filter(({ agrees }) => !agrees);
    const wrong = disagreements.length;
    return {
      seed: this.#order.seed,
      size: cells.length,
      done: answered.filter((answer) => answer !== undefined).length,
      next: open === -1 ? null : await this.#cell(cells, open),
      result: keyed === 0 ? null : { keyed, wrong, rate: wrong / keyed, ...wilsonInterval(wrong, keyed) },
      disagreements: disagreements.map(({ agrees: _agrees, ...each }) => each),
    };
  }

  /** Keeps what was keyed and shows the next cell. Throws ReviewError where no such cell was drawn. */
  async answer({ index, keyed, by = null }: SampleAnswer): Promise<SampleView> {
    const cell = (await this.#drawn())[index];
    if (cell === undefined) throw noSuch({ ja: '標本のセル', en: 'cell of the sample' }, String(index));
    const { seed } = this.#order;
    const { observationId } = cell;
    const at = new Date().toISOString();
    await appendDecision(this.#review.folder, SAMPLE_ANSWERS, { seed, observationId, keyed, by, at });
    return this.view();
  }

  async #drawn(): Promise<readonly DrawnCell[]> {
    this.#cells ??= await drawSample(this.#review.folder, this.#order.size, this.#order.seed);
    return this.#cells;
  }

  async #follow(): Promise<void> {
    const lines = await this.#answers.next();
    if (lines === null) {
      this.#answers = new FollowedFile(this.#review.folder, SAMPLE_ANSWERS);
      this.#keyed = new Map();
      await this.#follow();
    } else
      for (const line of lines) if (line.seed === this.#order.seed) this.#keyed.set(line.observationId, line);
  }

  async #cell(cells: readonly DrawnCell[], index: number): Promise<SampleView['next']> {
    const { report, observation } = await this.#open(cells[index]!);
    return { index, place: placeOf(report, observation), unit: observation.unit };
  }

  /** The cells that could be read, each with what was keyed and what we had read. */
  async #compared(cells: readonly DrawnCell[]) {
    const compared = [];
    for (const [index, cell] of cells.entries()) {
      const keyed = this.#keyed.get(cell.observationId)?.keyed ?? null;
      if (keyed === null) continue;
      const { report, observation } = await this.#open(cell);
      const agrees = agree(observation, keyed);
      compared.push({ index, place: placeOf(report, observation), keyed, raw: observation.raw, agrees });
    }
    return compared;
  }

  async #open({ documentId, observationId }: DrawnCell) {
    const report = await this.#review.reports.of(documentId);
    const observation = report.observations.get(observationId);
    if (observation === undefined) throw noSuch({ ja: '値', en: 'value' }, observationId);
    return { report, observation: asRead(observation) };
  }
}

/** Whether a person read what we read: the same characters, or characters that are read as the same. */
export function agree(observation: Observation, keyed: string): boolean {
  if (bare(keyed) === bare(observation.raw)) return true;
  const reading = readAs(observation, keyed);
  if (observation.kind === 'quantity' && observation.parts.length === 0)
    return reading.kind === 'quantity' && reading.value === observation.value;
  return false;
}

const bare = (text: string): string => stripSpaces(foldText(text));
