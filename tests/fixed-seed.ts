import fc from 'fast-check';

/** Properties are tried on the same cases in every run. */
fc.configureGlobal({ seed: 20_261_120 });
