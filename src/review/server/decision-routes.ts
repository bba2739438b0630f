import type { Hono } from 'hono';
import { z } from 'zod';
import { Verdict } from '../../model/index.ts';
import type { ReviewApp } from './app.ts';
import { correct, decide, mute, reading, undo } from './deciding.ts';
import { By, bodyOf, filterOf, Id, Typed } from './question.ts';
import { sampleOf } from './reading-routes.ts';
import { ReviewError } from './review-error.ts';
import { teachWord } from './words.ts';

const VerdictBody = z.strictObject({
  findingId: Id,
  verdict: Verdict,
  value: Typed.nullish(),
  note: Typed.nullish(),
  by: By,
});
const UndoBody = z.strictObject({ by: By });
const ReadingBody = z.strictObject({ observationId: Id, documentId: Id, value: Typed });
const CorrectionBody = ReadingBody.extend({ note: Typed.nullish(), by: By });
const MuteBody = z.strictObject({ documentId: Id, rule: Id, muted: z.boolean(), by: By });
const SampleBody = z.strictObject({ index: z.int().min(0), keyed: Typed.nullable(), by: By });
const WordBody = z.strictObject({ documentId: Id, header: Id, meaning: Typed });

/** What the page asks to be written down. Who decides is who says so, else who was last named. */
export function addDecisionRoutes(app: Hono, { review, sample, teacher, reviewer }: ReviewApp): void {
  const named = <T extends { readonly by?: string | null | undefined }>(question: T) => {
    if (question.by !== undefined && question.by !== null) reviewer.name = question.by;
    return { ...question, by: reviewer.name };
  };

  app.post('/api/verdicts', async (context) => {
    const { value = null, note = null, ...rest } = named(await bodyOf(context, VerdictBody));
    return context.json(await decide(review, { ...rest, value, note }, filterOf(context)));
  });

  app.post('/api/undo', async (context) =>
    context.json(await undo(review, named(await bodyOf(context, UndoBody)), filterOf(context))),
  );

  app.post('/api/reading', async (context) =>
    context.json(await reading(review, await bodyOf(context, ReadingBody))),
  );

  app.post('/api/corrections', async (context) => {
    const { note = null, ...rest } = named(await bodyOf(context, CorrectionBody));
    return context.json(await correct(review, { ...rest, note }));
  });

  for (const [path, how] of [
    ['/api/words/preview', 'preview'],
    ['/api/words', 'take'],
  ] as const)
    app.post(path, async (context) => {
      const question = await bodyOf(context, WordBody);
      if (teacher === null) throw cannotTeach();
      return context.json(await teachWord(review, question, teacher, how));
    });

  app.post('/api/sample', async (context) =>
    context.json(await sampleOf(sample).answer(named(await bodyOf(context, SampleBody)))),
  );

  app.post('/api/muted-rules', async (context) =>
    context.json(await mute(review, named(await bodyOf(context, MuteBody)))),
  );
}

const cannotTeach = (): ReviewError =>
  new ReviewError(409, {
    ja: 'このサーバーでは報告書を読み直せません。jisseki review で起動してください',
    en: 'this server cannot read documents again; start it by jisseki review',
  });
