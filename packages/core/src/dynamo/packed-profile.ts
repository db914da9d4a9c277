import type { Channel } from '../domain/address.ts';
import type { Pace, Subscriber } from '../domain/subscriber.ts';
import { codeTable } from './code-table.ts';
import {
  packCount,
  packLine,
  packOptionalTime,
  packTime,
  packYes,
  type Part,
  readCount,
  readLine,
  readOptionalTime,
  readYes,
} from './packed-line.ts';

type LinkAsked = NonNullable<Subscriber['linkAsked']>;

const channels = codeTable<Channel>({ sms: 's', email: 'e' });
const paces = codeTable<Pace>({ daily: 'd', taper: 't', twice_a_week: 'a', weekly: 'w' });
const consents = codeTable<Subscriber['consent']>({ none: 'n', given: 'g', withdrawn: 'w' });
const sides = codeTable<LinkAsked['from']>({ here: 'h', there: 't' });

/**
 * Channel, region, language, pace, private, consent and its time, zone, hour, unanswered offers,
 * blocks in a row, the two questions that wait, the last note, the purge, the linked address, the link asked for, the PIN key.
 */
export const packProfile = (subscriber: Subscriber): string => {
  const { address, region, language, pace, isPrivate, consent, consentAt, zone, hour } = subscriber;
  return packLine([
    channels.codeOf(address.channel),
    region,
    language,
    paces.codeOf(pace),
    packYes(isPrivate),
    consents.codeOf(consent),
    packOptionalTime(consentAt),
    zone,
    packCount(hour),
    packCount(subscriber.unansweredOffers || undefined),
    packCount(subscriber.blockedCount || undefined),
    packOptionalTime(subscriber.gateAskedAt),
    packOptionalTime(subscriber.forgetAskedAt),
    packOptionalTime(subscriber.lastNoteAt),
    packOptionalTime(subscriber.purgeAt),
    subscriber.linkedId,
    ...packLinkAsked(subscriber.linkAsked),
    subscriber.pinKey,
  ]);
};

export const readProfile = (line: string): Record<string, unknown> & { channel: Channel | undefined } => {
  const [
    channel,
    region,
    language,
    pace,
    isPrivate,
    consent,
    consentAt,
    zone,
    hour,
    offers,
    blocks,
    gate,
    forget,
    lastNote,
    purge,
    linkedId,
    ...more
  ] = readLine(line);
  const [otherId, linkAskedAt, from, pinKey] = more;
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
    linkAsked: otherId === undefined ? undefined : { otherId, at: readOptionalTime(linkAskedAt), from: sides.wordOf(from) },
    pinKey,
  };
};

const packLinkAsked = (asked: LinkAsked | undefined): Part[] =>
  asked === undefined ? [undefined, undefined, undefined] : [asked.otherId, packTime(asked.at), sides.codeOf(asked.from)];
