import { recordMailEvent } from '@breathing-room/core/actions/record-mail-event';
import { readMailEvents } from '@breathing-room/core/email/read-mail-event';
import type { Services } from '@breathing-room/core/services';
import { mailRuntime } from '../mail-runtime.ts';

/** From an SNS topic or an EventBridge rule, whichever the configuration set publishes to. */
export interface SesPublished {
  Records?: { Sns: { Message: string } }[];
  detail?: unknown;
}

/** What became of our mails: bounces and complaints end them (E7). A fault makes the event come again; repeats are harmless. */
export const handler = async (published: SesPublished): Promise<void> => recordPublished(published, (await mailRuntime()).services);

export async function recordPublished({ Records: records = [], detail }: SesPublished, services: Services): Promise<void> {
  const published = [...records.map(({ Sns }) => parsed(Sns.Message)), ...(detail === undefined ? [] : [withType(detail)])];
  for (const event of published.flatMap(readMailEvents)) await recordMailEvent(services, event);
}

/** A topic also carries words that are not JSON, such as its own confirmation. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** EventBridge carries the same body; older rules name the type differently. */
const withType = (detail: unknown): unknown => {
  const { eventType, notificationType } = detail as { eventType?: string; notificationType?: string };
  return { ...(detail as object), eventType: eventType ?? notificationType };
};
