import type { Channel } from '../domain/address.ts';
import type { Pace, Subscriber } from '../domain/subscriber.ts';
import { codeTable } from './code-table.ts';
import { packCount, packLine, packOptionalTime, packYes, readCount, readLine, readOptionalTime, readYes } from './packed-line.ts';

const channels = codeTable<Channel>({ sms: 's', email: 'e' });
const paces = codeTable<Pace>({ daily: 'd', taper: 't', twice_a_week: 'a', weekly: 'w' });
const consents = codeTable<Subscriber['consent']>({ none: 'n', given: 'g', withdrawn: 'w' });

/**
 * Channel, region, language, pace, private, consent and its time, zone, hour, unanswered offers,
 * blocks in a row, the two questions that wait, the last note, the purge, and the linked address.
 */
export const packProfile = (subscriber: Subscriber): string => {
  const { address, region, language, pace, isPrivate, consent, consentAt, zone, hour } = subscriber;
  return packLine([
    channels.codeOf(address.channel), region, language, paces.codeOf(pace), packYes(isPrivate), consents.codeOf(consent),
    packOptionalTime(consentAt), zone, packCount(hour),
    packCount(subscriber.unansweredOffers || undefined), packCount(subscriber.blockedCount || undefined),
    packOptionalTime(subscriber.gateAskedAt), packOptionalTime(subscriber.forgetAskedAt),
    packOptionalTime(subscriber.lastNoteAt), packOptionalTime(subscriber.purgeAt), subscriber.linkedId,
  ]);
};

export const readProfile = (line: string): Record<string, unknown> & { channel: Channel | undefined } => {
  const [channel, region, language, pace, isPrivate, consent, consentAt, zone, hour, offers, blocks, gate, forget, lastNote, purge, linkedId] = readLine(line);
  return {
    channel: channels.wordOf(channel),
    region,
    language,
    pace: paces.wordOf(pace),
    isPrivate: readYes(isPrivate),
    consent: consents.wordOf(consent),
    consentAt: readOptionalTime(consentAt),
    zone,
    hour: readCount(hour),
    unansweredOffers: readCount(offers) ?? 0,
    blockedCount: readCount(blocks) ?? 0,
    gateAskedAt: readOptionalTime(gate),
    forgetAskedAt: readOptionalTime(forget),
    lastNoteAt: readOptionalTime(lastNote),
    purgeAt: readOptionalTime(purge),
    linkedId,
  };
};
