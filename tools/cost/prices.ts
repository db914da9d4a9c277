/**
 * Dollars, us-east-1, before any free tier, as listed in November 2026. Prices change: compare them with the
 * pages named here before a budget rests on them.
 * @see https://aws.amazon.com/dynamodb/pricing/on-demand/ https://aws.amazon.com/lambda/pricing/
 * @see https://aws.amazon.com/cloudwatch/pricing/ https://www.twilio.com/en-us/sms/pricing/us
 * @see https://aws.amazon.com/ses/pricing/ https://aws.amazon.com/s3/pricing/ https://aws.amazon.com/sns/pricing/
 */
export const prices = {
  millionWriteUnits: 0.625,
  millionReadUnits: 0.125,
  gigabyteStored: 0.25,
  gigabyteRecoverable: 0.2,
  millionRequests: 0.2,
  gigabyteSecond: 0.000_013_333_4,
  millionGatewayCalls: 1,
  millionQueueCalls: 0.4,
  millionSchedules: 1,
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  gigabyteLogged: 0.5,
  hostedZone: 0.5,
  thousandMails: 0.1,
  /** Taken in, with one piece of 256 KB looked at. */
  thousandMailsIn: 0.19,
  thousandMailsStored: 0.005,
  millionEventsTold: 0.5,
  /** With the carriers' own fees, which differ from 0.003 to 0.005. */
  segmentSent: 0.0118,
  segmentReceived: 0.0113,
  number: 1.15,
  campaign: 1.5,
} as const;
