// What every function of ours has in common. Imported first: $transform sees only what is made after it.
$transform(sst.aws.Function, (args) => {
  args.runtime ??= 'nodejs24.x';
  args.architecture ??= 'arm64';
  args.memory ??= '512 MB';
  args.logging ??= { format: 'json', retention: '1 month' };
  // SST minifies only when told to. Source maps keep a stack readable in the log.
  args.nodejs ??= { minify: true, splitting: true, sourcemap: true, esbuild: { keepNames: false } };
  args.environment = $util.output(args.environment ?? {}).apply((own) => ({ NODE_OPTIONS: '--enable-source-maps', ...own }));
});
