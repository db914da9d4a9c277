import * as z from 'zod';
import { type Finding, finding } from './finding.ts';

export interface TwilioAccess {
  accountSid: string;
  authToken: string;
  messagingServiceSid: string;
  /** Elsewhere in tests. */
  apiUrl?: string;
  messagingUrl?: string;
}

/** Where Twilio is to call us. */
export interface OurAddresses {
  inbound: string;
  /** Printed by the deployment; unknown before it. */
  fallback?: string;
}

const Account = z.object({ status: z.string(), type: z.string() });
const Service = z.object({
  inbound_request_url: z.string().nullable(),
  fallback_url: z.string().nullable(),
  smart_encoding: z.boolean(),
  use_inbound_webhook_on_number: z.boolean(),
});
const Numbers = z.object({ phone_numbers: z.array(z.object({ phone_number: z.string() })) });
const Campaigns = z.object({ compliance: z.array(z.object({ campaign_status: z.string() })) });

/** What can be read of the account, the messaging service, its numbers and its campaign. Changes nothing. */
export async function lookAtTwilio(access: TwilioAccess, ours: OurAddresses): Promise<Finding[]> {
  const { accountSid, messagingServiceSid, apiUrl = 'https://api.twilio.com', messagingUrl = 'https://messaging.twilio.com' } = access;
  const service = `${messagingUrl}/v1/Services/${messagingServiceSid}`;
  const [account, settings, numbers, campaigns] = await Promise.all([
    read(Account, `${apiUrl}/2010-04-01/Accounts/${accountSid}.json`, access),
    read(Service, service, access),
    read(Numbers, `${service}/PhoneNumbers`, access),
    read(Campaigns, `${service}/Compliance/Usa2p`, access),
  ]);
  if (account === undefined)
    return [finding(false, 'Twilio: the account can be read', 'Check TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and the network.')];
  return [
    finding(
      account.status === 'active' && account.type === 'Full',
      'Twilio: the account is active and not on trial',
      `It is "${account.status}", "${account.type}": upgrade it in the console.`,
    ),
    ...(settings === undefined
      ? [finding(false, 'Twilio: the messaging service can be read', 'Check TWILIO_MESSAGING_SERVICE_SID.')]
      : serviceFindings(settings, ours)),
    ...(numbers === undefined
      ? [finding(false, 'Twilio: the numbers can be read', 'Check TWILIO_MESSAGING_SERVICE_SID.')]
      : numberFindings(numbers.phone_numbers.map(({ phone_number }) => phone_number))),
    finding(
      campaigns?.compliance.some(({ campaign_status }) => campaign_status === 'VERIFIED') === true,
      'Twilio: a 10DLC campaign is verified',
      'Register it with the fields below; carriers refuse every text until then (30034).',
    ),
  ];
}

function serviceFindings(service: z.infer<typeof Service>, { inbound, fallback }: OurAddresses): Finding[] {
  const isFallbackRight =
    fallback === undefined
      ? service.fallback_url?.startsWith('https:') === true && service.fallback_url !== inbound
      : service.fallback_url === fallback;
  return [
    finding(
      service.inbound_request_url === inbound && !service.use_inbound_webhook_on_number,
      'Twilio: incoming texts come to us',
      `Integration: Send a webhook, request URL ${inbound}, POST.`,
    ),
    finding(
      isFallbackRight,
      'Twilio: the fallback URL is the fallback function',
      `Integration: fallback URL ${fallback ?? '= the fallbackUrl the deployment printed'}, POST.`,
    ),
    finding(
      !service.smart_encoding,
      'Twilio: Smart Encoding is off',
      'Content Settings: Smart Encoding off; a changed body is not found when a note of unknown fate is looked up.',
    ),
  ];
}

const tollFree = /^\+1(800|833|844|855|866|877|888)/;

function numberFindings(numbers: readonly string[]): Finding[] {
  return [
    finding(numbers.length > 0, 'Twilio: the messaging service has a number', 'Add a 10DLC number or a short code under Sender Pool.'),
    // After STOP the carrier blocks a toll-free number whole, and crisis answers with it (N6).
    finding(
      !numbers.some((number) => tollFree.test(number)),
      'Twilio: no number is toll-free',
      'Take the toll-free number out: after STOP it could not even carry a crisis answer.',
    ),
  ];
}

/** Writes the two addresses and turns Smart Encoding off; what `--apply` does. @throws when Twilio refuses. */
export async function applyToTwilio(access: TwilioAccess, { inbound, fallback }: OurAddresses): Promise<void> {
  const { messagingServiceSid, messagingUrl = 'https://messaging.twilio.com' } = access;
  const form = new URLSearchParams({
    InboundRequestUrl: inbound,
    InboundMethod: 'POST',
    SmartEncoding: 'false',
    UseInboundWebhookOnNumber: 'false',
    ...(fallback !== undefined && { FallbackUrl: fallback, FallbackMethod: 'POST' }),
  });
  const answer = await fetch(`${messagingUrl}/v1/Services/${messagingServiceSid}`, {
    method: 'POST',
    headers: headersOf(access),
    body: form,
  });
  if (!answer.ok) throw new Error(`Twilio refused the change with ${answer.status}`);
}

async function read<Shape extends z.ZodType>(shape: Shape, url: string, access: TwilioAccess): Promise<z.infer<Shape> | undefined> {
  try {
    const answer = await fetch(url, { headers: headersOf(access), signal: AbortSignal.timeout(10_000) });
    return answer.ok ? shape.parse(await answer.json()) : undefined;
  } catch {
    return undefined;
  }
}

const headersOf = ({ accountSid, authToken }: TwilioAccess) => ({
  authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
});
