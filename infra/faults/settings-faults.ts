import type { Fault } from './fault.ts';

/** Mistakes in what the operator tells, in stages and in protection. */
export const settingsFaults: Fault[] = [
  { name: 'a secret nobody set', withoutSecret: 'AddressPepper' },
  { name: 'a setting nobody told', settings: { ALERT_EMAIL: '' } },
  { name: "Twilio's stock opt-out texts in production", settings: { OPT_OUT_MODE: 'default' } },
  { name: 'an account id with a typing error', settings: { TWILIO_ACCOUNT_SID: 'AC123' } },
  { name: 'production without protection', file: 'sst.config.ts', find: 'protect: isProduction', put: 'protect: false' },
  { name: 'production removed whole', file: 'sst.config.ts', find: "isProduction ? 'retain' : 'remove'", put: "'remove'" },
  { name: 'another SST than the one pinned', file: 'sst.config.ts', find: "version: '4.17.1'", put: "version: '4.16.0'" },
  { name: 'a branch that starts sending by itself', file: 'infra/wake.ts', find: 'enabled: isProduction', put: 'enabled: true', onBranch: true },
  { name: 'a branch without its list of phones', file: 'infra/stage.ts', find: "TEXT_ONLY_TO: mayTell('TEXT_ONLY_TO', ''), ", put: '', onBranch: true },
  { name: 'a list of phones in production', file: 'infra/stage.ts', find: "...(isProduction ? {} : { TEXT_ONLY_TO", put: "...(false ? {} : { TEXT_ONLY_TO" },
  { name: 'a secret without its types', file: 'infra/secrets.ts', find: "const linkKey = ", put: "const spare = new sst.Secret('Spare', 'x');\nconst linkKey = " },
  { name: 'an option SST does not know', file: 'infra/api.ts', find: 'cors: false,\n  accessLog', put: 'cros: false,\n  accessLog', suite: 'types' },
  { name: 'a production without a budget', file: 'infra/budget.ts', find: 'if (isProduction)', put: 'if (!isProduction)' },
];
