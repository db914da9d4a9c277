const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe inside HTML. */
export const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
