import { answerCheckIn, answerCheckInUnclear } from './answer-check-in.ts';
import { answerCrisis, answerQuiet, answerSafetyWord, answerUnclearDanger, answerYesToGate } from './answer-danger.ts';
import { answerGo, answerJoin, answerNoToOffer, askedAbout } from './answer-join.ts';
import { answerOptIn, answerOptOut, answerOptOutUnsure } from './answer-opt-out.ts';
import { answerPace } from './answer-pace.ts';
import { answerLater, answerPause, answerResume } from './answer-pause.ts';
import {
  answerEmail,
  answerForgetMe,
  answerHelp,
  answerHelplineWord,
  answerHuman,
  answerMenu,
  answerMyData,
  answerStrayNumber,
  answerUnknown,
} from './answer-service.ts';
import { answerLanguage, answerPrivate, answerStatus, answerTime, answerZone } from './answer-setting.ts';
import { answerClarify, answerMore, answerTopic } from './answer-topic.ts';
import { withoutEnrolment, withoutGate, withoutOffer, withoutWaitingNote } from './change-person.ts';
import { isMinor, withFlag } from './flags.ts';
import type { Meaning } from './meaning.ts';
import { textRef } from './text-ref.ts';
import { type Answer, type Turn, type TurnOf, silence } from './turn.ts';
import { isGateOpen } from './wake-at.ts';

/** One answerer per reading. Opted-out people get direct answers of a few kinds only (O9). */
export function answerMeaning(turn: Turn): Answer {
  const { person, meaning } = turn;
  if (person.consent === 'withdrawn' && !answersOptedOut(turn))
    return silence(turn, 'opted-out', 'They are opted out; only danger, HELP, START, JOIN and their own data are answered.');
  switch (meaning.kind) {
    case 'opt_out':
      return answerOptOut({ ...turn, meaning });
    case 'opt_out_unsure':
      return answerOptOutUnsure(turn);
    case 'opt_in':
      return answerOptIn({ ...turn, meaning });
    case 'help':
      return answerHelp(turn);
    case 'crisis':
      return answerCrisis({ ...turn, meaning });
    case 'unclear_danger':
      return answerUnclearDanger(turn);
    case 'quiet':
      return answerQuiet(turn);
    case 'helpline_word':
      return answerHelplineWord({ ...turn, meaning });
    case 'minor':
      return answerMinor(turn);
    case 'check_in':
      return answerCheckIn({ ...turn, meaning });
    case 'check_in_unclear':
      return answerCheckInUnclear(turn);
    case 'yes':
      return answersSafetyLine(turn) ? answerYesToGate(turn) : silence(turn, 'yes', 'A yes proves and starts nothing.');
    case 'no':
      return isGateOpen(person, turn.now) ? answerNoToOffer(turn) : silence(turn, 'no', 'A no answers nothing that was asked.');
    case 'go':
      return answerGo(turn);
    case 'command':
      return answerCommand({ ...turn, meaning });
    case 'keyword':
      return isSafetyTopic(meaning) ? answerSafetyWord({ ...turn, meaning }) : answerTopic({ ...turn, meaning });
    case 'topic':
      return answerTopic({ ...turn, meaning });
    case 'clarify':
      return answerClarify({ ...turn, meaning });
    case 'courtesy':
      return silence(turn, 'courtesy', 'Thanks and okay need no answer.');
    case 'reaction':
      return silence(turn, 'reaction', 'A reaction to one of our texts needs no answer.');
    case 'greeting':
      return answerMenu(turn);
    case 'stray_number':
      return answerStrayNumber({ ...turn, meaning });
    case 'unknown':
      return answerUnknown(turn);
  }
}

function answerCommand(turn: TurnOf<'command'>): Answer {
  const { command } = turn.meaning;
  switch (command.name) {
    case 'pause':
      return answerPause(turn, command.days);
    case 'resume':
      return answerResume(turn);
    case 'slower':
    case 'faster':
    case 'daily':
      return answerPace(turn, command.name);
    case 'later':
      return answerLater(turn);
    case 'time':
      return answerTime(turn, command.at);
    case 'zone':
      return answerZone(turn, command.place);
    case 'status':
      return answerStatus(turn);
    case 'private':
      return answerPrivate(turn);
    case 'menu':
      return answerMenu(turn);
    case 'human':
      return answerHuman(turn);
    case 'my_data':
      return answerMyData(turn);
    case 'forget_me':
      return answerForgetMe(turn);
    case 'more':
      return answerMore(turn);
    case 'join':
      return answerJoin(turn, command.programme);
    case 'language':
      return answerLanguage(turn, command.language);
    case 'email':
      return answerEmail(turn, command.address);
  }
}

/** A stated age under 18: the child line; programmes end, other help goes on (X11). */
function answerMinor({ person, now }: Turn): Answer {
  return {
    person: withFlag(withoutWaitingNote(withoutEnrolment(withoutGate(withoutOffer(person)))), 'adultOnly', now),
    reply: [textRef('minor.line')],
    fact: 'flag_set',
    reason: {
      rule: 'minor',
      because: isMinor(person, now) ? 'They said so before.' : 'They told us an age under 18; programmes are for adults.',
    },
  };
}

function answersOptedOut({ meaning, person }: Turn): boolean {
  switch (meaning.kind) {
    case 'opt_out':
    case 'opt_in':
    case 'help':
    case 'crisis':
    case 'unclear_danger':
    case 'helpline_word':
    case 'quiet':
    case 'minor':
      return true;
    case 'keyword':
    case 'topic':
      return isSafetyTopic(meaning);
    case 'yes':
    case 'no':
    case 'go':
      return person.offer !== undefined;
    case 'command':
      // What JOIN itself asks of them first: a town, and PRIVATE on a shared phone.
      if (['zone', 'private'].includes(meaning.command.name)) return person.offer !== undefined;
      return ['join', 'my_data', 'forget_me'].includes(meaning.command.name);
    default:
      return false;
  }
}

/** SAFE, CRISIS or NOCONTACT, as a word or read from a sentence. */
export const isSafetyTopic = (meaning: Meaning): boolean =>
  (meaning.kind === 'keyword' || meaning.kind === 'topic') && ['safe', 'crisis', 'nocontact'].includes(meaning.topic);

/** A yes speaks to the safety line alone: a sign-up text without one, or one long past, was no such question. */
export function answersSafetyLine({ person, now }: Pick<Turn, 'person' | 'now'>): boolean {
  const { offer: _, ...unoffered } = person;
  const isOffered = person.offer !== undefined && askedAbout(person.offer).length > 0;
  return isGateOpen(isOffered ? person : unoffered, now);
}
