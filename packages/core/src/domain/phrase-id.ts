/** Every system text there must be; the compiler refuses content with one missing or one more. */
export const phraseIds = [
  'optout.done', 'optout.done-self-harm', 'optout.done-abuse', 'optout.done-harm-others', 'optout.question',
  'optin.lifted', 'helpline.word',
  'service.help', 'service.human', 'service.menu', 'service.unknown',
  'status.on', 'status.off',
  'join.choose', 'join.plain', 'join.gate', 'join.contact', 'join.plain-ukie', 'join.gate-ukie', 'join.contact-ukie',
  'join.done', 'join.nothing', 'join.cancelled', 'join.zone', 'join.underage',
  'pause.days', 'pause.open', 'pause.nothing', 'resume.done', 'resume.gate', 'resume.nothing',
  'pace.slower', 'pace.faster', 'pace.daily', 'pace.nothing', 'later.done',
  'time.done', 'time.clamped', 'time.ask', 'zone.done', 'zone.ask', 'zone.unknown',
  'private.on', 'language.en', 'language.es',
  'data.summary', 'forget.ask', 'forget.done',
  'more.none', 'more.end',
  'checkin.very-low', 'checkin.low', 'checkin.mid', 'checkin.high', 'checkin.two-lows', 'checkin.again', 'checkin.gentle',
  'note.prefix', 'note.checkin', 'note.still-useful', 'note.come-back', 'note.rest', 'note.closing',
  'crisis.self-harm', 'crisis.self-harm-held', 'crisis.abuse', 'crisis.harm-others', 'crisis.other-person', 'crisis.child', 'crisis.unclear',
  'clarify.three', 'clarify.two', 'minor.line',
  'carrier.stop', 'carrier.help', 'carrier.start', 'fallback.signpost',
] as const;
export type PhraseId = (typeof phraseIds)[number];
