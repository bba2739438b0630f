/** The command line is wrong; the message says how, in the person's language. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}
