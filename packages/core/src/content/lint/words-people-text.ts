import type { ContentDraft } from '../compile-content.ts';
import { inText, type ContentText } from '../content-text.ts';
import { problemAt, type Problem } from '../problem.ts';
import type { TopicDraft } from '../read/topic.ts';

/** Words carriers or the law reserve; none may be a keyword, a synonym or a suggested reply. */
export const reserved = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'REMOVE',
  'ARRET',
  'TD',
  'START',
  'UNSTOP',
  'YES',
  'Y',
  'NO',
  'HELP',
  'INFO',
  'GO',
  'ALTO',
  'PARAR',
  'CANCELAR',
  'BAJA',
  'FIN',
  'TERMINAR',
  'AYUDA',
];
/** Reserved, and yet ours to name. */
const mayBeNamed = ['STOP', 'HELP', 'GO'];
/** Words of the service that are no topics. */
export const systemWords = [
  'MENU',
  'MORE',
  'JOIN',
  'PAUSE',
  'RESUME',
  'SLOWER',
  'LESS',
  'FASTER',
  'DAILY',
  'LATER',
  'TIME',
  'ZONE',
  'STATUS',
  'PRIVATE',
  'HUMAN',
  'MYDATA',
  'FORGETME',
  'DELETE',
  'ESPANOL',
  'ENGLISH',
];
/** Capitals that are no words to text: shown as examples, or names. */
const otherCapitals = ['MY', 'DATA', 'FORGET', 'ME', 'DENVER', 'EMAIL', 'PIN', 'SMS', 'OK', 'TV', 'ID', 'NHS'];

/** Keywords are unique and free, every word we suggest exists, and capitals mean a word to text. */
export const lintWordsPeopleText = (draft: ContentDraft): Problem[] => {
  const known = knownWords(draft);
  return [
    ...keywordProblems(draft.topics),
    ...nextProblems(draft.topics, known),
    ...programmeWords(draft),
    ...draft.texts.flatMap((text) => capitals(text, known)),
    ...draft.texts.flatMap(manyNextWords),
  ];
};

function knownWords({ plan, topics, content }: ContentDraft): Set<string> {
  const programmes = Object.values(content.programmes).flatMap(({ id, word, also }) => [word, id.toUpperCase(), ...also]);
  const planned = [...Object.keys(plan.topics), ...Object.keys(plan.programmes)].map((id) => id.toUpperCase());
  const programmeAliases = ['WEEK', 'BALANCE', 'BOUNDARY', 'HARDTALK'];
  return new Set([
    ...topics.flatMap(({ topic }) => [topic.keyword, ...topic.also]),
    ...programmes,
    ...planned,
    ...programmeAliases,
    ...systemWords,
    ...mayBeNamed,
    ...otherCapitals,
  ]);
}

function keywordProblems(topics: readonly TopicDraft[]): Problem[] {
  const owner = new Map<string, string>();
  return topics.flatMap(({ topic, source, place }) =>
    [[topic.keyword, ['keyword']] as const, ...topic.also.map((word, index) => [word, ['also', index]] as const)].flatMap(
      ([word, path]) => {
        const taken = owner.get(word);
        owner.set(word, topic.id);
        const wrong = (message: string, mend: string): Problem[] => [
          problemAt(source, place(path), { rule: 'keywords', message, mend, width: word.length }),
        ];
        if (reserved.includes(word)) return wrong(`${word} is reserved by carriers or by law`, 'choose another word');
        if (systemWords.includes(word)) return wrong(`${word} already is a word of the service`, 'choose another word');
        return taken === undefined ? [] : wrong(`${word} already belongs to "${taken}"`, 'keep it in one topic only');
      },
    ),
  );
}

const nextProblems = (topics: readonly TopicDraft[], known: ReadonlySet<string>): Problem[] =>
  topics.flatMap(({ topic, source, place }) =>
    topic.next.flatMap((word, index) =>
      known.has(word) && !otherCapitals.includes(word)
        ? []
        : [
            problemAt(source, place(['next', index]), {
              rule: 'next words',
              message: `no topic answers to ${word}`,
              mend: 'name the keyword of a topic, or MENU or PAUSE',
              width: word.length,
            }),
          ],
    ),
  );

function programmeWords({ programmes }: ContentDraft): Problem[] {
  const owner = new Map<string, string>();
  return programmes.flatMap(({ programme, source, place }) =>
    [programme.word, ...programme.also].flatMap((word) => {
      const taken = owner.get(word);
      owner.set(word, programme.id);
      return taken === undefined && !reserved.includes(word)
        ? []
        : [
            problemAt(source, place(['word']), {
              rule: 'keywords',
              message: `JOIN ${word} is ${taken === undefined ? 'reserved' : `already "${taken}"`}`,
              mend: 'choose another word',
              width: word.length,
            }),
          ];
    }),
  );
}

const capital = /(?<![\p{L}\p{N}{])[A-Z]{2,}(?![\p{L}\p{N}])/gu;

/** C5 and the rule against capitals for stress. */
const capitals = (text: ContentText, known: ReadonlySet<string>): Problem[] =>
  [...text.typed.matchAll(capital)]
    .filter(([word]) => !known.has(word))
    .map(({ 0: word, index }) =>
      inText(text, index, {
        width: word.length,
        ...(reserved.includes(word)
          ? {
              rule: 'C5 reserved',
              message: `${word} would be taken by the carrier or mean something else`,
              mend: 'never invite this word back to us',
            }
          : { rule: 'capitals', message: `${word} is no word people can text here`, mend: 'small letters, or a word that exists' }),
      }),
    );

const alwaysFine = new Set([
  'SAFE',
  'CRISIS',
  'NOCONTACT',
  'MORE',
  'PAUSE',
  'RESUME',
  'STOP',
  'HELP',
  'GO',
  'MENU',
  'JOIN',
  'SLOWER',
  ...otherCapitals,
]);

/** A card ends with one next word at most. Menus of choices (WHY, a last note) are told, not refused. */
function manyNextWords(text: ContentText): Problem[] {
  if (text.kind !== 'card' || text.language === 'es') return [];
  const words = [...new Set([...text.typed.replace(/\bJOIN [A-Z]+/g, '').matchAll(capital)].map(([word]) => word))].filter(
    (word) => !alwaysFine.has(word),
  );
  return words.length <= 1
    ? []
    : [
        inText(text, text.typed.indexOf(words[1]!), {
          rule: 'next words',
          message: `${words.length} words to choose from: ${words.join(', ')}`,
          mend: 'keep one next word',
          width: words[1]!.length,
          level: 'note',
        }),
      ];
}
