import type { Cell, LabelledText } from '../model/index.ts';
import { cutDepartments, splitDepartments } from '../normalize/index.ts';
import { CYCLE_WORD, headerKey, type Vocabulary } from '../vocabulary/index.ts';
import { type FormPair, labelOf, withoutLabel } from './form.ts';

interface Identity {
  readonly rank: number;
  readonly text: string;
}

/** Ranks in words.json: above a project stand strategy, goal, direction, measure; below it its parts and the indicator of a card. */
const RANK = { goal: 20, project: 50, part: 55, indicator: 60 } as const;
const SEVERAL_ITEMS = /[①-⑳][^①-⑳]*[①-⑳]/u;
const NESTED_PAIR = /(財源|人員)\s*(\S+)/gu;

/** A form being read: what it is about, and what its labels say. */
export class Sheet {
  readonly #vocabulary: Vocabulary;
  #identities: Identity[] = [];
  #label = '';
  #hasOverview = false;
  /** nothing but who and what it is about has been said */
  #isOpening = true;
  #firstLabel = '';
  #labels = 0;
  firstCell: Cell | null = null;
  readonly departments: string[] = [];
  overview: string | null = null;
  activities: { status: string | null; text: string }[] = [];
  texts: LabelledText[] = [];
  readonly notes: LabelledText[] = [];
  direction: string | null = null;
  resources: { finance: string | null; staff: string | null } = { finance: null, staff: null };
  links: LabelledText[] = [];
  indicator: string | null = null;
  unit: string | null = null;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  get path(): string[] {
    return this.#identities.filter(({ rank }) => rank < RANK.indicator).map(({ text }) => text);
  }

  /** Whether its labels place it in a strategy, so that the headings around it need not. */
  get isPlaced(): boolean {
    return this.#identities.some(({ rank }) => rank <= RANK.goal);
  }

  get isProject(): boolean {
    return this.#identities.some(({ rank }) => rank === RANK.project);
  }

  get name(): string {
    return this.#identities.findLast(({ rank }) => rank < RANK.part)?.text ?? this.path.at(-1) ?? '';
  }

  get isNamed(): boolean {
    return this.path.length > 0;
  }

  /** Whether this label opens the next sheet: it says again what this sheet has already said. */
  isOpenedAnewBy(label: string): boolean {
    if (labelOf(label) === this.#firstLabel && this.#labels > 1) return true;
    const rank = this.#vocabulary.identities.get(labelOf(label));
    if (rank === undefined || rank >= RANK.part) return false;
    const outermost = this.#identities[0]?.rank;
    if (outermost === undefined) return false;
    return (
      rank === outermost ||
      (rank < outermost && !this.#isOpening) ||
      (!this.#hasOverview && this.#identities.some((identity) => identity.rank === rank)) ||
      (this.#hasOverview && rank === RANK.project)
    );
  }

  /** A table of values stands in the sheet: what it is about has been said. */
  endOpening(): void {
    this.#isOpening = false;
  }

  /** A heading line inside the sheet: texts stand under it, and a numbered one ends the indicator before. */
  openBlock(heading: string, isStructural: boolean): void {
    this.#label = heading;
    if (!isStructural) return;
    this.indicator = null;
    this.unit = null;
  }

  /** Footnotes on its cells, each once. */
  addNotes(notes: readonly LabelledText[]): void {
    for (const note of notes)
      if (!this.notes.some(({ label, text }) => label === note.label && text === note.text))
        this.notes.push(note);
  }

  addText(text: string): void {
    this.#isOpening = false;
    if (this.#label !== '' && this.texts.at(-1)?.label === this.#label) {
      const last = this.texts.pop() as LabelledText;
      this.texts.push({ label: last.label, text: `${last.text} ${text}` });
    } else this.texts.push({ label: this.#label, text });
  }

  /** Takes a label whose first cell was read as a value; the rest is its comment. */
  takeValue(pair: FormPair): void {
    this.firstCell ??= pair.label;
    const comment = pair.cells.slice(1).map(({ text }) => text);
    if (comment.length > 0) this.addText(comment.join(' '));
  }

  /** Takes a label with its value cells. */
  take(pair: FormPair): void {
    this.firstCell ??= pair.label ?? pair.cells[0] ?? null;
    const isContinued = pair.labelText === '';
    if (!isContinued) {
      this.#label = clean(pair.labelText);
      this.#labels += 1;
      if (this.#labels === 1) this.#firstLabel = labelOf(this.#label);
    }
    const key = labelOf(this.#label);
    const values = pair.cells
      .map((cell) => withoutLabel(cell.text, this.#vocabulary))
      .filter((text) => text !== '');
    const rank = this.#vocabulary.identities.get(key);
    const joined = values.join(' ');
    const isIdentity = rank !== undefined && !isContinued && joined !== '' && !SEVERAL_ITEMS.test(joined);
    const parted = isIdentity ? cutDepartments(joined) : null;
    const text = parted?.name ?? joined;
    this.departments.push(...(parted?.departments ?? []));
    if (isIdentity && rank === RANK.indicator && values.length === 1) this.indicator = text;
    else if (isIdentity && rank === RANK.part) this.#openPart(text);
    else if (isIdentity && rank < RANK.part && this.#takesIdentity(rank)) this.#addIdentity({ rank, text });
    else this.#takeBy(key, values, text);
  }

  #takesIdentity(rank: number): boolean {
    if (this.#isOpening) return !this.#identities.some((identity) => identity.rank === rank);
    return !this.#hasOverview && !this.#identities.some((identity) => identity.rank >= rank);
  }

  #addIdentity(identity: Identity): void {
    this.#identities = [...this.#identities, identity].sort((a, b) => a.rank - b.rank);
  }

  /** The next part of a project: its name takes the place of the one before. */
  #openPart(text: string): void {
    this.#identities = this.#identities.filter(({ rank }) => rank < RANK.part);
    this.#addIdentity({ rank: RANK.part, text });
    this.indicator = null;
    this.unit = null;
  }

  #takeBy(key: string, values: readonly string[], text: string): void {
    const use = this.#vocabulary.labels.get(key);
    if (use !== 'department' && text !== '') this.#isOpening = false;
    switch (use) {
      case 'department':
        for (const name of values.flatMap((value) => splitDepartments(value))) this.departments.push(name);
        return;
      case 'overview':
        this.#hasOverview = true;
        this.overview = this.overview === null ? text : `${this.overview} ${text}`;
        return;
      case 'activities':
        this.#takeActivities(values);
        return;
      case 'direction':
        this.direction ??= values[0] ?? null;
        return;
      case 'finance':
        this.resources = { ...this.resources, finance: this.resources.finance ?? values[0] ?? null };
        return;
      case 'staff':
        this.resources = { ...this.resources, staff: this.resources.staff ?? values[0] ?? null };
        return;
      case 'resources':
        this.#takeNested(text);
        return;
      case 'links':
        for (const text of values) this.links.push({ label: this.#label, text });
        return;
      case 'unit':
        this.unit = text;
        return;
      case 'text':
      case undefined:
        if (text !== '') this.addText(text);
    }
  }

  /** 既存 | 移住相談事業 | 既存 ポータルサイトの運用 */
  #takeActivities(values: readonly string[]): void {
    let status: string | null = null;
    for (const value of values) {
      const [head = '', ...rest] = value.split(/\s+/u);
      const isStatus = this.#vocabulary.statuses.has(headerKey(head));
      if (isStatus && rest.length === 0) status = head;
      else if (isStatus) this.activities.push({ status: head, text: rest.join(' ') });
      else {
        this.activities.push({ status, text: value });
        status = null;
      }
    }
  }

  /** 現状維持 財源 拡大 人員 現状維持: the direction, then finance and staff. */
  #takeNested(text: string): void {
    for (const [, name, value] of text.matchAll(NESTED_PAIR)) {
      const key = name === '財源' ? 'finance' : 'staff';
      if (value !== undefined && this.#vocabulary.directions.has(headerKey(value)))
        this.resources = { ...this.resources, [key]: this.resources[key] ?? value };
    }
    const [first] = text.split(/\s+/u);
    if (first !== undefined && this.#vocabulary.directions.has(headerKey(first))) this.direction ??= first;
  }
}

/** A label as printed, without the brackets, colon or cycle word beside it. */
const clean = (label: string): string =>
  label
    .replace(CYCLE_WORD, '')
    .replace(/[:\uFF1A]\s*$/u, '')
    .trim()
    .replace(/^[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]$/u, '$1');
