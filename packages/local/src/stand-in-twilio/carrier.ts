export type OptOutMode = 'none' | 'default' | 'advanced';
export type OptOutType = 'STOP' | 'START' | 'HELP';

export interface CarrierTexts {
  stop: string;
  start: string;
  help: string;
}

export interface Hearing {
  /** Which word Twilio recognised; only advanced opt-out tells the webhook. */
  optOutType?: OptOutType;
  /** What Twilio answers by itself. */
  autoReply?: string;
}

/** Twilio's stock answers, in our own words; advanced opt-out replaces them by the operator's. */
export const stockTexts: CarrierTexts = {
  stop: 'You are unsubscribed and will get no more messages from this number. Reply START to subscribe again.',
  start: 'You are subscribed to messages from this number again. Reply STOP to unsubscribe.',
  help: 'Reply STOP to unsubscribe. Msg & data rates may apply.',
};

/**
 * Twilio's opt-out handling before a text reaches us: who is blocked, and what is answered for us.
 * With `none` nothing is watched. YES subscribes again by default; advanced opt-out, as we ask
 * operators to set it up, leaves YES alone because it may answer the safety line.
 */
export function carrier(mode: OptOutMode, texts: CarrierTexts = stockTexts) {
  const blocked = new Set<string>();
  const hear = (number: string, body: string): Hearing => {
    const optOutType = mode === 'none' ? undefined : recognise(body, mode);
    if (optOutType === undefined) return {};
    const wasBlocked = blocked.has(number);
    if (optOutType === 'STOP') blocked.add(number);
    if (optOutType === 'START') blocked.delete(number);
    // A second STOP gets no second answer.
    const isSilent = optOutType === 'STOP' && wasBlocked;
    return { optOutType, ...(isSilent ? {} : { autoReply: texts[textOf[optOutType]] }) };
  };
  return { hear, blocked, isBlocked: (number: string): boolean => blocked.has(number) };
}

export type Carrier = ReturnType<typeof carrier>;

const textOf = { STOP: 'stop', START: 'start', HELP: 'help' } as const;

const words: Record<OptOutType, readonly string[]> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'],
  START: ['START', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
};

function recognise(body: string, mode: OptOutMode): OptOutType | undefined {
  const word = body.trim().toUpperCase();
  if (mode === 'default' && word === 'YES') return 'START';
  return (['STOP', 'START', 'HELP'] as const).find((type) => words[type].includes(word));
}
