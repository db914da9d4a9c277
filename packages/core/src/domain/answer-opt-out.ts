import { helplineTexts } from './answer-service.ts';
import { held, suppressed } from './change-person.ts';
import { type Answer, type Turn, type TurnOf, ledgerLine, silence } from './turn.ts';
import { textRef } from './text-ref.ts';

/** STOP and its kin, or a plain wish for silence: one confirmation, then nothing (O1–O4). */
export function answerOptOut(turn: TurnOf<'opt_out'>): Answer {
  if (turn.person.consent === 'withdrawn')
    return silence(turn, 'opt-out.again', 'They are opted out already; a second confirmation would be one text too many.');
  return {
    person: suppressed(turn.person, turn.now),
    reply: [textRef('optout.done')],
    fact: 'consent_withdrawn',
    ledger: [ledgerLine(turn, 'withdrawn', methodOf(turn))],
    reason: { rule: `opt-out.${turn.meaning.how}`, because: 'They asked us to stop, so everything stops and we say so once.' },
  };
}

function methodOf({ meaning, message }: TurnOf<'opt_out'>) {
  if (message.optOutType === 'STOP') return 'carrier';
  return meaning.how === 'word' ? 'opt_out_word' : 'plain_words';
}

/** Perhaps a wish for silence: one question, notes rest; no answer within 72 h is a yes (O5). */
export function answerOptOutUnsure(turn: Turn): Answer {
  const { person, now } = turn;
  if (person.consent === 'withdrawn') return silence(turn, 'opt-out.unsure-again', 'They are opted out already.');
  if (person.hold?.reason === 'question') return silence(turn, 'opt-out.asked', 'The question was asked once and is not repeated.');
  return {
    person: held(person, 'question', now),
    reply: [textRef('optout.question')],
    fact: 'notes_held',
    reason: { rule: 'opt-out.unsure', because: 'It may be a wish for us to stop, so we ask once and rest meanwhile.' },
  };
}

/** START and UNSTOP lift a suppression; they enrol nobody (O7). START may be meant for a helpline (X10). */
export function answerOptIn(turn: TurnOf<'opt_in'>): Answer {
  const { person, meaning, now } = turn;
  if (person.consent === 'withdrawn')
    return {
      person: { ...person, consent: 'none', consentAt: now },
      reply: [textRef('optin.lifted')],
      fact: 'suppression_lifted',
      ledger: [ledgerLine(turn, 'lifted', 'start_word')],
      reason: { rule: 'opt-in.lift', because: 'The suppression is lifted and nothing else: joining needs JOIN and GO.' },
    };
  if (meaning.word === 'UNSTOP') return silence(turn, 'opt-in.nothing', 'There is nothing to lift.');
  return {
    person,
    reply: helplineTexts(turn, meaning.word),
    fact: 'text_answered',
    reason: { rule: 'opt-in.helpline', because: 'Helplines ask people to text START; it may have been meant for them.' },
  };
}
