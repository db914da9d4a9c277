import type { InboundText } from '../domain/inbound-text.ts';
import type { TwilioSettings } from './twilio-settings.ts';

/**
 * Twilio has answered this text itself, so our answer must be empty; another one would be charged, or
 * refused with 21610. Advanced opt-out says so in `OptOutType`; the default handling says nothing and
 * goes by whole words. YES is on Twilio's default list, yet to us it may answer the safety line, so
 * it is answered all the same.
 * @see https://help.twilio.com/articles/223134027
 */
export function providerAnswered(inbound: Pick<InboundText, 'body' | 'optOutType'>, mode: TwilioSettings['optOutMode']): boolean {
  switch (mode) {
    case 'none':
      return false;
    case 'advanced':
      return inbound.optOutType !== undefined;
    case 'default':
      return inbound.optOutType !== undefined || defaultWords.has(inbound.body.trim().toUpperCase());
  }
}

const defaultWords = new Set('STOP STOPALL UNSUBSCRIBE CANCEL END QUIT OPTOUT REVOKE START UNSTOP HELP INFO'.split(' '));
