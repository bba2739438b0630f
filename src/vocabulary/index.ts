export * from './read-header.ts';
export * from './vocabulary.ts';
