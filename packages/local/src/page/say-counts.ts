/** What ran while the clock moved: `1 × sent, 2 × note.shift`; job counts by their own names. */
export function sayCounts(counts: Record<string, number>): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${count} × ${name}`);
  return parts.length === 0 ? 'Nothing was due.' : `Ran: ${parts.join(', ')}.`;
}
