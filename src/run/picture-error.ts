/** A picture that cannot be made as it was asked for; one line that says why. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly text: { readonly ja: string; readonly en: string };

  constructor(text: { ja: string; en: string }, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.text = text;
  }
}
