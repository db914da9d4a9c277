/**
 * Turns the wording of a text into that of a mail: "Text SAFE" becomes "Reply with SAFE".
 * Help lines stay as they are: "text HOME to 741741" goes to somebody else.
 */
export const sayByMail = (text: string): string =>
  text
    .replaceAll(/\b([Tt])ext (?=(?:[A-Z]{2,}\b(?! to \+?\d)|(?:just )?one\b|a word\b|1 to 5))/g, (_, first: string) =>
      first === 'T' ? 'Reply with ' : 'reply with ',
    )
    .replaceAll(/\s*Msg & data rates may apply\./g, '')
    .replace(/\s*More: MORE\.?$/, '');
