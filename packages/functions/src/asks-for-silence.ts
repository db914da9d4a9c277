const doNot =
  /^(?:\W*(?:pls|please|ok|hey|sorry)\b)*\W*(?:do not|don ?t|no) (?:reply|respond|answer|text|write|message|call|respondas|contestes|escribas)\b/;
const doNotAnywhere = /\b(?:do not|don ?t|no) (?:reply|respond|answer|text|write|message|call|respondas|contestes|escribas)\b/;
const somebodyIsThere =
  /\b(?:he|she|they|my \w+|someone|somebody) (?:is|s|are|re|can|may|might|will)? ?(?:here|home|back|watching|listening|reading|looking|see|hear|read|next to me|with me|in the room|has my phone|have my phone|checks my phone)\b|\bhe ?s (?:here|home|back)\b|\besta (?:aqui|en casa|mirando|leyendo)\b/;

/**
 * "Don't reply, he's here" (X13), for the one function that has no database, no content and no package. A
 * plain request that opens the text, or one anywhere beside somebody's presence; the service itself reads
 * it with all its rules. "They don't reply to me" is neither.
 */
export function asksForSilence(body: string): boolean {
  const plain = body
    .slice(0, 1600)
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/['’‘`´]/g, ' ')
    .replaceAll(/\s+/g, ' ');
  return doNot.test(plain) || (doNotAnywhere.test(plain) && somebodyIsThere.test(plain));
}
