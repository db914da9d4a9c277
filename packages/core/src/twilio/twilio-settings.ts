/** How we are known to Twilio, and Twilio to us. */
export interface TwilioSettings {
  accountSid: string;
  /** The current token first; a token being rotated out stays listed until Twilio stops using it (W6). */
  authTokens: readonly [string, ...string[]];
  messagingServiceSid: string;
  /** Our own senders, E.164. Empty: the messaging service and the account decide alone (W7). */
  numbers: readonly string[];
  /** `https://api.twilio.com`, or the stand-in; no slash at the end. */
  apiBaseUrl: string;
  /** The address Twilio calls us at, as typed into its console; no slash at the end (W5). */
  publicBaseUrl: string;
  optOutMode: 'none' | 'default' | 'advanced';
}
