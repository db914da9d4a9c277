// Lambda hands credentials over in the environment, which the SDK asks first; the rest of its search for
// them, its browser part and its event streams are loaded on demand only and would be carried for nothing.
const neverLoaded = [
  ...['http', 'ini', 'login', 'process', 'sso', 'web-identity'].map((kind) => `@aws-sdk/credential-provider-${kind}`),
  '@smithy/credential-provider-imds',
  'bowser',
  '@smithy/core/event-streams',
];

// What every function of ours has in common. Imported first: $transform sees only what is made after it.
$transform(sst.aws.Function, (args) => {
  args.runtime ??= 'nodejs24.x';
  args.architecture ??= 'arm64';
  args.memory ??= '512 MB';
  args.logging ??= { format: 'json', retention: '1 month' };
  // SST minifies only when told to. Source maps lie beside the code and are read once something broke
  // (source-place.ts): told by NODE_OPTIONS, Node would read all of them at each start.
  args.nodejs ??= { minify: true, splitting: true, sourcemap: true, esbuild: { keepNames: false, external: neverLoaded } };
});
