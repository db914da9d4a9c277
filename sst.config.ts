/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const isProduction = input.stage === 'production';
    return {
      name: 'breathing-room',
      home: 'aws',
      // Another CLI lays out other resources; it is refused.
      version: '4.17.1',
      removal: isProduction ? 'retain' : 'remove',
      protect: isProduction,
      providers: { aws: { version: '7.20.0', region: (process.env.AWS_REGION ?? 'us-east-1') as 'us-east-1' } },
    };
  },
  async run() {
    const { addresses } = await import('./infra/service');
    return addresses;
  },
});
