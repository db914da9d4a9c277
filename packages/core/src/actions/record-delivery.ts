import type { DeliveryReport } from '../domain/delivery-report.ts';
import { settleReport } from '../domain/settle-report.ts';
import type { Services } from '../services.ts';
import { openBreaker } from './breaker.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { revokeLinked } from './revoke-linked.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'guide' | 'meter' | 'trace'>;

const mostTries = 3;

/** Takes in one status callback; repeats and strangers change nothing (W13). */
export async function recordDelivery(services: Needs, report: DeliveryReport): Promise<void> {
  const { store, clock, ids, guide, meter, trace } = services;
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await store.find({ channel: 'sms', value: report.to });
    const settled = settleReport(person, report, guide, clock.now());
    if (settled === undefined) return meter.add({ 'delivery.ignored': 1 });
    if ((await store.save(settled.subscriber, ledgerEntries(settled.ledger, ids))) === 'stale') continue;
    trace?.(person.id, [settled.reason]);
    if (settled.revokes) await revokeLinked(services, settled.subscriber);
    if (settled.stopChannel) await openBreaker(services, 'sms', settled.reason.rule);
    return meter.add({ [`delivery.${settled.reason.rule}`]: 1, ...(settled.alert && { [`alert.${settled.alert}`]: 1 }) });
  }
  meter.add({ 'delivery.contended': 1 });
}
