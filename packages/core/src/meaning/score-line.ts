import type { Command, Meaning, ReadingState } from '../domain/meaning.ts';
import { topicNames } from './topic-names.ts';

/** What the scoring command answers for one text. */
export interface Scored {
  kind: 'optout' | 'optin' | 'help' | 'crisis' | 'command' | 'checkin' | 'topic' | 'clarify' | 'none';
  topic?: string;
  topics?: string[];
  command?: string;
  value?: string | number;
  crisis?: 'self_harm' | 'abuse' | 'harm_others';
  optout?: boolean;
}

/** The state named on the line, as the engine would hand it in. */
export const stateNamed = (name: unknown): ReadingState => ({
  checkInOpen: name === 'checkin',
  gateOpen: false,
  isOptedOut: name === 'optedout',
});

/** Our meaning in the words of the scoring command. */
export const scoreMeaning = (meaning: Meaning): Scored => {
  switch (meaning.kind) {
    case 'opt_out':
      return { kind: 'optout', optout: true };
    case 'opt_in':
      return { kind: 'optin' };
    case 'help':
      return { kind: 'help' };
    case 'crisis':
      return meaning.optOut ? { kind: 'crisis', crisis: meaning.concern, optout: true } : { kind: 'crisis', crisis: meaning.concern };
    case 'unclear_danger':
      return { kind: 'crisis', crisis: 'abuse' };
    case 'check_in':
      return { kind: 'checkin', value: meaning.value };
    case 'command':
      return scoreCommand(meaning.command);
    case 'keyword':
      return scoreKeyword(meaning.topic, meaning.match);
    case 'topic':
      return scoreTopics('topic', [meaning.topic, ...meaning.others]);
    case 'clarify':
      return scoreTopics('clarify', meaning.topics);
    case 'opt_out_unsure':
    case 'check_in_unclear':
      return { kind: 'clarify' };
    case 'minor':
      return meaning.topics === undefined ? { kind: 'none' } : scoreTopics('topic', meaning.topics);
    case 'quiet':
    case 'helpline_word':
    case 'yes':
    case 'no':
    case 'go':
    case 'courtesy':
    case 'greeting':
    case 'stray_number':
    case 'reaction':
    case 'unknown':
      return { kind: 'none' };
  }
};

const dangers: Readonly<Record<string, Scored['crisis']>> = { safe: 'abuse', crisis: 'self_harm' };

const scoreKeyword = (topic: string, match: string): Scored => {
  const danger = dangers[topic] ?? (topic === 'nocontact' && match !== 'in_sentence' ? 'harm_others' : undefined);
  return danger === undefined ? scoreTopics('topic', [topic]) : { kind: 'crisis', crisis: danger };
};

const scoreTopics = (kind: 'topic' | 'clarify', ours: readonly string[]): Scored => {
  const topics = [...new Set(ours.map((topic) => topicNames[topic]).filter((name) => name !== undefined))].slice(0, 3);
  const [topic] = topics;
  if (topic === undefined) return { kind: 'none' };
  return kind === 'topic' ? { kind, topic, topics } : { kind, topics };
};

const scoreCommand = (command: Command): Scored => {
  switch (command.name) {
    case 'pause':
      return command.days === undefined
        ? { kind: 'command', command: 'pause' }
        : { kind: 'command', command: 'pause', value: command.days };
    case 'later':
      return { kind: 'command', command: 'pause', value: 1 };
    case 'daily':
      return { kind: 'command', command: 'faster' };
    case 'time':
      return command.at === undefined ? { kind: 'command', command: 'time' } : { kind: 'command', command: 'time', value: command.at };
    case 'my_data':
      return { kind: 'command', command: 'export' };
    case 'forget_me':
      return { kind: 'command', command: 'delete' };
    case 'join':
      return command.programme === undefined
        ? { kind: 'command', command: 'join' }
        : { kind: 'command', command: 'join', value: command.programme };
    case 'language':
      return { kind: 'command', command: 'language', value: command.language };
    case 'human':
      return { kind: 'help' };
    case 'resume':
    case 'slower':
    case 'faster':
    case 'status':
    case 'menu':
      return { kind: 'command', command: command.name };
    case 'zone':
      return { kind: 'command', command: 'time' };
    case 'more':
    case 'private':
    case 'email':
      return { kind: 'none' };
  }
};
