import { type TextRef, textRef } from './text-ref.ts';

/** Texts that speak of texting, a number or GO, and what a mail says in their place. */
const inItsPlace: Record<string, readonly string[]> = {
  'join.choose': ['mail.choose'],
  'join.zone': ['mail.zone'],
  'data.summary': ['mail.data'],
  'forget.ask': ['mail.forget-ask'],
  'forget.done': ['mail.forget-done'],
  'status.on': ['status.on', 'mail.settings'],
  'status.off': ['status.off', 'mail.settings'],
};

/** The same answer in the words of a mail; a sign-up text becomes the mail with the link (E4). */
export const inMailWords = (refs: readonly TextRef[]): TextRef[] => refs.flatMap(inMail);

function inMail(ref: TextRef): TextRef[] {
  if (/^join\.(?:plain|gate|contact)/.test(ref.id))
    return [textRef('mail.confirm'), textRef(ref.id.replace('join.', 'mail.consent-'), ref.with)];
  return inItsPlace[ref.id]?.map((id) => textRef(id, ref.with)) ?? [ref];
}

/** Which link a text of a mail carries. */
export const linkIn: Record<string, 'confirm' | 'preferences' | 'data' | undefined> = {
  'mail.confirm': 'confirm',
  'mail.link-ask': 'confirm',
  'mail.settings': 'preferences',
  'mail.data': 'data',
};
