import type { Language } from '../../domain/region.ts';
import type { TextKind } from '../content-text.ts';

export interface WordingRule {
  rule: string;
  /** Needs the g flag. */
  pattern: RegExp;
  message: string;
  mend: string;
  languages?: readonly Language[];
  /** Text ids the rule leaves alone. */
  except?: RegExp;
  /** Words before the match, in the same sentence, that turn its sense. */
  unlessAfter?: RegExp;
  kinds?: readonly TextKind[];
}

const english: readonly Language[] = ['en'];

/** One row per kind of breach; tests hold a failing example for each. */
export const wordingRules: readonly WordingRule[] = [
  { rule: 'voice', pattern: /!/g, message: 'no exclamation marks', mend: 'end with a full stop' },
  { rule: 'voice', pattern: /\p{Extended_Pictographic}/gu, message: 'no emoji', mend: 'say it in words' },
  {
    rule: 'jargon',
    languages: english,
    except: /^topic\.avoidant\./,
    pattern: /\b(attachment|avoidant)\b/gi,
    message: 'a term of the trade',
    mend: 'say what people do, not what it is called',
  },
  {
    rule: 'jargon',
    languages: english,
    pattern:
      /\b(triggers?|triggered|gaslight\w*|toxic|narcissis\w+|co-?dependen\w+|enmesh\w+|closure|inner child|journey|hold(ing)? space|self-love|cognitive dissonance|regulate|dysregulat\w+|validat(e|es|ing|ion)|boundaried|bipolar|borderline|psychopath\w*|sociopath\w*)\b/gi,
    message: 'jargon or a label',
    mend: 'use a plain word; say "some people ..."',
  },
  {
    rule: 'gender',
    languages: english,
    pattern:
      /\b(he|she|him|his|her|hers|himself|herself|husband|wife|wives|boyfriend|girlfriend|fianc[eé]e?|lady|ladies|guys?|gentlemen|man|men|woman|women)\b/gi,
    message: 'a gender',
    mend: 'write "they", "the person you love" or "someone close"',
  },
  {
    rule: 'gender',
    languages: english,
    pattern: /\b(married|marriage|spouses?|date night|your partner)\b/gi,
    message: 'assumes one kind of bond',
    mend: 'write "someone close" or "the person you love"',
  },
  {
    rule: 'promise',
    languages: english,
    pattern:
      /\b(they|it|things|love|this|trust) (will|is going to|are going to) (come back|return|stay|change|get better|be (fine|ok|okay|all right)|work out|pass|heal|love you|open up)\b|\b(they|it|things|this|trust)['’]ll (come back|return|stay|change|get better|be (fine|ok|okay)|work out|pass|heal)\b/gi,
    unlessAfter: /\b(no|not|nobody|cannot|never|if|whether|so|hope|wish|wait|until|fear|how|when)\b/i,
    message: 'a promise',
    mend: 'write "may", "can" or "some"',
  },
  {
    rule: 'promise',
    languages: english,
    unlessAfter: /\b(no|not|nobody|cannot|never)\b/i,
    pattern: /\b(guarantee[ds]?|we promise|i promise you|for certain they|you will get them back|proven|cures?)\b/gi,
    message: 'a promise or a claim of effect',
    mend: 'say what the reader could try, with no claim',
  },
  {
    rule: 'promise',
    languages: english,
    unlessAfter: /\bnot $/i,
    pattern: /\b(always|never)\b/gi,
    message: 'too sure',
    mend: 'write "often", "some", "seldom" or leave it out',
  },
  {
    rule: 'C6 advice',
    languages: english,
    pattern:
      /\b(just be patient|(do not|don['’]t|never) give up on (them|him|her)|win (them|him|her) back|make (them|him|her) (miss|jealous)|mak(e|ing) someone jealous|no[- ]contact rule|keep trying|show(ing)? up (unasked|at their|anyway)|turn up at their)\b/gi,
    message: 'advice we do not give',
    mend: 'offer one small step for the reader alone, or respect for a no',
  },
  {
    rule: 'C6 advice',
    languages: english,
    unlessAfter: /\b(no|not|never|without|don['’]t|instead of|rather than)\b/i,
    pattern:
      /\b(track (them|their)|spy on (them|their)|follow (them|their (car|location|phone))|check (their|his|her) (phone|messages|mail|location)|test (them|their love)|read (their|his|her) (phone|messages|texts|mail))\b/gi,
    message: 'watching, testing or following',
    mend: 'take it out, or say plainly not to do it',
  },
  {
    rule: 'C6 advice',
    languages: english,
    pattern:
      /\b(confront (them|him|her)|leave (them )?tonight|couples? (therapy|counsel(l)?ing) (can|could|may) (help|fix) (you|this)\b)/gi,
    message: 'can raise danger',
    mend: 'leave plans and exits to trained people',
  },
  {
    rule: 'claims',
    languages: english,
    pattern:
      /\b(oxytocin|dopamine|hormones?|brain chemistry|studies (show|prove)|research (shows|proves)|science says|experts say|statistics|emotional whiplash|empty cup|light in the tunnel)\b|\d+ ?(%|percent)/gi,
    message: 'a claim or saying we do not repeat',
    mend: 'leave the claim out',
  },
  {
    rule: 'claims',
    languages: english,
    except: /^topic\.resources\./,
    pattern: /\b(Perel|Gottman|Orloff|Angelou|Bren[eé] Brown|Levine|Townsend)\b/g,
    message: 'no quotations and no names',
    mend: 'say the idea in our own words',
  },
  {
    rule: 'suicide words',
    languages: english,
    pattern: /\bcommit(s|ted|ting)? suicide\b|\b(overdose|hang (yourself|themsel)|slit|pills)\b/gi,
    message: 'no blame words and no methods',
    mend: 'plain words: "thoughts of dying", and human help first',
  },
  {
    rule: 'not a person',
    languages: english,
    pattern:
      /\bthank(s| you) for (telling|sharing with|trusting|letting) us( know)?\b|\bwe (hear|see|care about) you\b|\bi am here for you\b/gi,
    message: 'nobody read it (X12)',
    mend: 'acknowledge the feeling; say that the line is automated where it matters',
  },
  {
    rule: 'numbered notes',
    languages: english,
    kinds: ['note', 'check-in reply', 'subject', 'preheader'],
    pattern: /\b([Dd]ay|[Ww]eek) \d+\b|\b(yesterday|last week|tomorrow's note|tomorrow we)\b|^Note \d+/g,
    message: 'notes are numbered, not dated',
    mend: 'leave the date out; the service writes the number itself',
  },
  {
    rule: 'numbered notes',
    languages: english,
    kinds: ['mail'],
    pattern: /\b([Dd]ay|[Ww]eek) \d+\b|\b(yesterday|last week|tomorrow)'s note\b/g,
    message: 'notes are numbered, not dated',
    mend: 'leave the date out',
  },
  {
    rule: 'check-in line',
    languages: english,
    except: /^(note\.checkin|checkin\.)/,
    pattern: /\b(from )?1 (to|-) 5\b|\b1 = /g,
    message: 'the check-in line is added by the service',
    mend: 'take the question out of the text',
  },
  {
    rule: 'X15 locks',
    languages: english,
    pattern: /\b(locked for you|we (have )?locked|not allowed for you|because you texted SAFE)\b/gi,
    message: 'no text speaks of a lock',
    mend: 'offer what is open instead',
  },
  {
    rule: 'long writing',
    languages: english,
    pattern:
      /\b(write (a|your|the) (long )?(letter|story|essay|diary)|journal (about|for)|write (for|about) (\d+|ten|fifteen|twenty) minutes)\b/gi,
    message: 'long writing tasks made some people worse',
    mend: 'ask for a word, a fact or a line',
  },
  {
    rule: 'spelling',
    languages: english,
    pattern:
      /(?<!\{)\b(colour|behaviour|favour|neighbour|honour|centre|counsellor|counselling|realise|recognise|apologise|organise|practise|grey|whilst|cosy|programme|towards)\w*\b/gi,
    message: 'spelling is American',
    mend: 'write color, behavior, counselor, realize, toward …',
  },
  {
    rule: 'inclusive',
    languages: english,
    pattern: /\b(wine|beer|champagne|alcohol|spa day|restaurant|buy yourself|treat yourself to)\b/gi,
    message: 'not everybody drinks, goes out or has money to spend',
    mend: 'give a free step that works at home as well',
  },
];
