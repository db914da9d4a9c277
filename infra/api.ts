import { contentFiles } from './content-files';
import { mailSettings, maySendMail } from './mail';
import { serviceSecrets } from './secrets';
import { certificate, domain, reservedForWeb, serviceSettings } from './stage';
import { onTable, table } from './table';

/** No IP address and no browser: they would say who asked for help, and thirty days long. */
const accessLogFormat = JSON.stringify({
  requestTime: '$context.requestTime',
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationStatus: '$context.integration.integrationStatus',
});

/** Everything Twilio asks, the health page, and the public pages. */
export const api = new sst.aws.ApiGatewayV2('Api', {
  cors: false,
  accessLog: { retention: '1 month' },
  ...(domain === undefined ? {} : { domain: certificate === undefined ? { name: domain } : { name: domain, dns: false as const, cert: certificate } }),
  transform: {
    stage: (args) => {
      args.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
      args.accessLogSettings = $util.output(args.accessLogSettings!).apply((settings) => ({ ...settings, format: accessLogFormat }));
    },
  },
});

export const publicBaseUrl = domain === undefined ? api.url : $interpolate`https://${domain}`;

export const web = new sst.aws.Function('Web', {
  handler: 'packages/functions/src/http.handler',
  // Twilio hangs up after 15 s and asks the fallback; our own deadline is 8 s.
  timeout: '12 seconds',
  environment: { ...serviceSettings, ...mailSettings, TABLE_NAME: table.name, PUBLIC_BASE_URL: publicBaseUrl },
  link: serviceSecrets,
  copyFiles: contentFiles,
  permissions: [onTable('GetItem', 'PutItem', 'UpdateItem', 'Query'), ...maySendMail()],
  ...(reservedForWeb > 0 ? { concurrency: { reserved: reservedForWeb } } : {}),
});
api.route('$default', web.arn);

/**
 * Twilio's fallback address: a function of its own at an address of its own, so that neither the
 * gateway, the database nor a bad setting can take it down together with the rest (W12).
 */
export const fallback = new sst.aws.Function('Fallback', {
  handler: 'packages/functions/src/fallback.handler',
  timeout: '5 seconds',
  memory: '256 MB',
  url: { authorization: 'none', cors: false },
});
