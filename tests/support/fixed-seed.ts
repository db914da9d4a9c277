import { configureGlobal, readConfigureGlobal } from 'fast-check';

// The gate repeats what it did before; everywhere else each run explores on.
if (process.env['CI'] !== undefined) configureGlobal({ ...readConfigureGlobal(), seed: 20_261_122 });
