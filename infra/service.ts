import './defaults';
import { fallback, publicBaseUrl } from './api';
import './wake';
import './replay';
import './mail-events';
import './inbound-mail';
import { mailRecords } from './mail-records';
import './alarms';
import './dashboard';
import './budget';

/** Printed after a deployment; what to paste into Twilio's console, and what DNS must say of our mails. */
export const addresses = {
  inboundWebhook: $interpolate`${publicBaseUrl}/sms/inbound`,
  fallbackUrl: fallback.url,
  health: $interpolate`${publicBaseUrl}/health`,
  mailRecords,
};
