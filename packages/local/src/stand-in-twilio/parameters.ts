/**
 * The parameters Twilio's Messages resource knows. Twilio drops what it does not know; the stand-in
 * refuses it, so that a misspelt one is found. A test compares these with the installed declarations.
 */
export const createParameters = [
  'To',
  'StatusCallback',
  'ApplicationSid',
  'MaxPrice',
  'ProvideFeedback',
  'Attempt',
  'ValidityPeriod',
  'ForceDelivery',
  'ContentRetention',
  'AddressRetention',
  'SmartEncoded',
  'PersistentAction',
  'TrafficType',
  'ShortenUrls',
  'ScheduleType',
  'SendAt',
  'SendAsMms',
  'ContentVariables',
  'MessageIntent',
  'RiskCheck',
  'From',
  'FallbackFrom',
  'MessagingServiceSid',
  'Body',
  'MediaUrl',
  'ContentSid',
] as const;

/** `DateSent<` and `DateSent>` are how `DateSent<=…` and `DateSent>=…` arrive. */
export const listParameters = ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>', 'PageSize', 'Page', 'PageToken'] as const;

export const updateParameters = ['Body', 'Status'] as const;

/** The first name in the form that Twilio does not know. */
export const unknownParameter = (names: Iterable<string>, known: readonly string[]): string | undefined =>
  [...names].find((name) => !known.includes(name));
