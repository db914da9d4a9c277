import type { Lexicon } from '../lexicon.ts';
import type { Sense } from '../meaning.ts';
import type { Wording } from './normalise.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Opts out at once: Twilio's default words, and those of other carriers and of Canada. */
export const carrierWords = list(
  'STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT REMOVE ARRET TD UNSUSCRIBE UNSUBCRIBE ALTO PARAR BAJA CANCELAR DETENER',
);
/** Lift a suppression and do nothing else (O7). */
export const startWords = list('START UNSTOP');
/** People in danger also text these numbers to us (O6). */
const emergencyNumbers = list(
  '911 999 112 000 111 988 116123 741741 85258 50808 131114 1737 105 88788 9999 9111 0800 08001111 CALL911 CALL999 EMERGENCY SOS 2222 9988',
);
/** Cannot tell who does it to whom (X17). */
const unclearDanger = list('STALK STALKING STALKED STALKER BLOCK BLOCKED');
const helpWords = list('HELP INFO AYUDA HELPME');
const yesWords = list('YES Y YEP YEAH YUP YA SI YESS YESSS YEA YEH YESPLEASE YESIDO YESIAM OFCOURSE CORRECT SURE AFFIRMATIVE');
const noWords = list('NO N NOPE NAH NOTHANKS NOTHANKYOU NEGATIVE NOO NAW');
const greetings = list(
  'HI HEY HELLO HIYA HOLA HEYA YO HOWDY HITHERE HEYTHERE HELLOTHERE GOODMORNING GOODAFTERNOON GOODEVENING MORNING EVENING HEYY HEYYY HII HIII HELLOO SUP BUENASTARDES BUENOSDIAS BUENASNOCHES GDAY HIAGAIN',
);
const courtesies = list(
  'OK OKAY K KK OKK THANKS THANKYOU TY THX TNX CHEERS TA LOL LMAO HAHA HAHAHA COOL GREAT NICE GOTIT GOTCHA THANKSSOMUCH THANKYOUSOMUCH THANKSALOT MANYTHANKS OKTHANKS OKTHANKYOU OKAYTHANKS OKAYTHANKYOU OKTHX OKTY OKCOOL ALRIGHT ALRIGHTTHANKS RIGHT FINETHANKS THANKSTHATHELPED THATHELPS THATHELPED THISHELPS GRACIAS MUCHASGRACIAS OKGRACIAS APPRECIATEIT GOODNIGHT NIGHT NIGHTNIGHT BYE GOODBYEFORNOW WELCOME YOURETHEBEST ILLTRY ILLTRYTHAT WILLDO WILLTRY HMM HM OH AH AW AWW UH UM IDK DUNNO TRUE FAIR FAIRENOUGH NOTED PERFECT AWESOME AMAZING WOW YAY UNDERSTOOD ISEE LOVETHIS LOVELY BLESSYOU GODBLESS XX X XOXO TAKECARE KTHANKS KTHX OKEY OKIE OKEYDOKEY DANKE MERCI',
);

/** Words that mean the same however they stand alone; each stage asks for its own. */
export const readCrisisWord = (whole: string, lexicon: Lexicon): Sense | undefined => {
  if (emergencyNumbers.has(whole)) return { kind: 'keyword', topic: 'crisis', match: 'exact' };
  if (unclearDanger.has(whole)) return { kind: 'unclear_danger' };
  const topic = Object.hasOwn(lexicon.keywords, whole) ? lexicon.keywords[whole] : undefined;
  return topic !== undefined && safetyTopics.has(topic) ? { kind: 'keyword', topic, match: 'exact' } : undefined;
};

/** Topics that set a flag when texted exactly. */
export const safetyTopics: ReadonlySet<string> = list('safe crisis nocontact');

/** HELP, and the start words of helplines that reached us by mistake (X10). */
export const readServiceWord = (whole: string, lexicon: Lexicon): Sense | undefined => {
  if (helpWords.has(whole)) return { kind: 'help' };
  if (startWords.has(whole)) return { kind: 'opt_in', word: whole === 'START' ? 'START' : 'UNSTOP' };
  const isTopic = Object.hasOwn(lexicon.keywords, whole);
  return lexicon.helplineWords.includes(whole) && !isTopic ? { kind: 'helpline_word', word: whole } : undefined;
};

/** Answers to the safety line and to sign-up texts. */
export const readConfirmation = (whole: string): Sense | undefined => {
  if (whole === 'GO') return { kind: 'go' };
  if (yesWords.has(whole)) return { kind: 'yes' };
  return noWords.has(whole) ? { kind: 'no' } : undefined;
};

const onlyPictures = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\s.!?❤♥♡‍])+$/u;

/** Noise that asks for nothing, and greetings, which get the menu. */
export const readCourtesy = ({ whole, text, words }: Wording): Sense | undefined => {
  if (greetings.has(whole)) return { kind: 'greeting' };
  if (courtesies.has(whole) || onlyPictures.test(text)) return { kind: 'courtesy' };
  if (words.length > 10 || !words.every((word) => politeWords.has(word))) return undefined;
  return words.some((word) => greetings.has(word.toUpperCase()))
    ? { kind: 'greeting' }
    : words.length > 0
      ? { kind: 'courtesy' }
      : undefined;
};

const politeWords = list(
  'hi hey hello hiya there good morning evening afternoon how are you doing today ok okay k thanks thank you so much a lot very for this that the it lol haha hahaha lmao great cool nice got it will do appreciate i really helpful helped helps your help message text tip advice all yes yeah yep sure alright right and again too love you guys bless god xx x xoxo wow oh ah hmm well noted perfect awesome amazing sounds makes sense true fair enough welcome bye night night goodnight see later cheers ta mate brilliant lovely kind needed to hear i im ill try useful was is gracias muchas de nada buenas dias tardes noches hola buenos que tal exactly agreed same omg just what now have day weekend',
);

/** Every word that is spoken for, so that no typing error is corrected away from it (X20). */
export const isReserved = (whole: string): boolean =>
  [carrierWords, startWords, emergencyNumbers, unclearDanger, helpWords, yesWords, noWords, greetings, courtesies].some((words) =>
    words.has(whole),
  );
