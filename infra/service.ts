import './defaults';
import { fallback, publicBaseUrl } from './api';
import './wake';
import './replay';
import './alarms';
import './dashboard';
import './budget';

/** Printed after a deployment; what to paste into Twilio's console. */
export const addresses = {
  inboundWebhook: $interpolate`${publicBaseUrl}/sms/inbound`,
  fallbackUrl: fallback.url,
  health: $interpolate`${publicBaseUrl}/health`,
};
