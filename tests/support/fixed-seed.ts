import fc from 'fast-check';

// The gate repeats what it did before; everywhere else each run explores on.
if (process.env['CI'] !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 });
