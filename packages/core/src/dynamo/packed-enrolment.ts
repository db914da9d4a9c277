import type { Enrolment, Offer } from '../domain/subscriber.ts';
import {
  packCount,
  packLine,
  packOptionalTime,
  packTime,
  packYes,
  readCount,
  readLine,
  readOptionalTime,
  readYes,
  type Part,
} from './packed-line.ts';
import { present } from './present.ts';

/** Programme, when asked, wording; then zone, region, language, private and PIN key of a form. */
export const packOffer = ({ programme, askedAt, wording, settings }: Offer): string =>
  packLine([programme, packTime(askedAt), wording, ...packSettings(settings)]);

export const readOffer = (line: string): unknown => {
  const [programme, askedAt, wording, ...settings] = readLine(line);
  return present({ programme, askedAt: readOptionalTime(askedAt), wording, settings: readSettings(settings) });
};

const packSettings = (settings: Offer['settings']): Part[] =>
  settings === undefined ? [] : [settings.zone, settings.region, settings.language, packYes(settings.isPrivate), settings.pinKey];

const readSettings = ([zone, region, language, isPrivate, pinKey]: readonly Part[]): unknown =>
  zone === undefined ? undefined : present({ zone, region, language, isPrivate: readYes(isPrivate), pinKey });

/** Programme, next note, start, due, soft notes, gap hours, missed, contact, then the check-in. */
export const packEnrolment = (enrolment: Enrolment): string => {
  const { programme, nextNote, startedAt, dueAt, softNotes, gapHours, missed, contactAsked } = enrolment;
  return packLine([
    programme,
    packCount(nextNote),
    packTime(startedAt),
    packOptionalTime(dueAt),
    packCount(softNotes),
    packCount(gapHours),
    packCount(missed),
    packYes(contactAsked),
    ...packCheckIn(enrolment.checkIn),
  ]);
};

export const readEnrolment = (line: string): unknown => {
  const [programme, nextNote, startedAt, dueAt, softNotes, gapHours, missed, contactAsked, ...checkIn] = readLine(line);
  return present({
    programme,
    nextNote: readCount(nextNote),
    startedAt: readOptionalTime(startedAt),
    dueAt: readOptionalTime(dueAt),
    softNotes: readCount(softNotes),
    gapHours: readCount(gapHours),
    missed: readCount(missed),
    contactAsked: readYes(contactAsked),
    checkIn: readCheckIn(checkIn),
  });
};

const packCheckIn = (checkIn: Enrolment['checkIn']): Part[] =>
  checkIn === undefined
    ? []
    : [packCount(checkIn.note), packTime(checkIn.askedAt), packYes(checkIn.answered) + packYes(checkIn.askedAgain)];

const readCheckIn = ([note, askedAt, answers]: readonly Part[]): unknown =>
  note === undefined
    ? undefined
    : { note: readCount(note), askedAt: readOptionalTime(askedAt), answered: readYes(answers?.[0]), askedAgain: readYes(answers?.[1]) };
