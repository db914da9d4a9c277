/** Job counts that have a plain name; others are shown by their own. */
const plainNames: Record<string, string> = {
  'post.sent': 'sent',
  'post.unknown': 'sent without an answer',
  'note.shift': 'moved to an allowed time',
  'note.skip': 'left out',
  'pause.over': 'pause over',
  'offer.lapsed': 'sign-up lapsed',
  'question.unanswered': 'question unanswered',
  'forget.purged': 'forgotten',
  deferred: 'put off by a limit',
  failed: 'failed',
};

/** Looked at and found in order; nobody needs to read of it. */
const quietNames = new Set(['left-alone', 'wake.corrected']);

/** What ran while the clock moved: `Ran: 1 sent, 2 moved to an allowed time.` */
export function sayCounts(counts: Record<string, number>): string {
  const parts = Object.entries(counts)
    .filter(([name, count]) => count > 0 && !quietNames.has(name))
    .map(([name, count]) => `${count} ${plainNames[name] ?? name}`);
  return parts.length === 0 ? 'Nothing was due.' : `Ran: ${parts.join(', ')}.`;
}
