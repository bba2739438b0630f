/**
 * What pdf.js says when it gives up a part of a page: an operator it cannot follow, a stream that does not decompress. It
 * goes on as if nothing were missing and only tells the console.
 */
const GIVEN_UP =
  /ignoring errors during "GetOperatorList|ignoring XObject|Invalid stream: |in flate stream|Filter ".*" is not supported|Unterminated string/;

/** The error in what it tells, without what pdf.js was doing. */
const REASON = /"(\w+(?:Error|Exception): .*)"/;

/** A picture it was told not to decode. */
const LEFT_PICTURE = /Image exceeded maximum allowed size/;

/** How pdf.js begins what it tells the console. */
const FROM_PDF_JS = /^(?:Warning|Info): /;

/** What was heard since one last asked. */
export interface Heard {
  /** the part that was given up, or null */
  readonly givenUp: string | null;
  /** a picture was left undecoded */
  readonly picture: boolean;
}

let reading: Promise<unknown> = Promise.resolve();

/**
 * Reads a PDF while hearing what pdf.js tells the console; nothing of it is printed. One PDF at a time in a thread, so that
 * what is heard is about it.
 *
 * @param read gets a function that says what was heard since it was last asked
 */
export function hearing<T>(read: (heard: () => Heard) => Promise<T>): Promise<T> {
  const turn = reading.then(async () => {
    const { warn, info } = console;
    let givenUp: string | null = null;
    let picture = false;
    const listen =
      (tell: typeof console.warn): typeof console.warn =>
      (...said: unknown[]) => {
        const [message] = said;
        if (typeof message !== 'string' || !FROM_PDF_JS.test(message)) tell(...said);
        else if (GIVEN_UP.test(message))
          givenUp ??= REASON.exec(message)?.[1] ?? message.replace(FROM_PDF_JS, '');
        else if (LEFT_PICTURE.test(message)) picture = true;
      };
    console.warn = listen(warn);
    console.info = listen(info);
    try {
      return await read(() => {
        const heard: Heard = { givenUp, picture };
        givenUp = null;
        picture = false;
        return heard;
      });
    } finally {
      console.warn = warn;
      console.info = info;
    }
  });
  reading = turn.catch(() => undefined);
  return turn;
}
