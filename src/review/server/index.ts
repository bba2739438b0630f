export { ReviewError } from './review-error.ts';
export { type ReviewOptions, type RunningReview, startReview } from './serve.ts';
export type { Teacher } from './words.ts';
