import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { stage } from './stage.ts';

const production = stage('production');
const branch = stage('pr-12');

describe('production', () => {
  it('is planned without a complaint, kept and protected', () => {
    expect([production.graph.problems, branch.graph.problems]).toEqual([[], []]);
    expect([production.isProtected, branch.isProtected]).toEqual([true, false]);
  });

  it('runs on values of its own: no default of this machine, real Twilio, everybody may be texted', () => {
    for (const id of ['Web', 'Wake', 'Replay', 'InboundMail', 'MailEvents']) {
      const { variables } = production.fn(id).environment;
      expect(variables).toMatchObject({ STAGE: 'production', OPT_OUT_MODE: 'advanced', TWILIO_BASE_URL: 'https://api.twilio.com', WAKE_SHARDS: '64' });
      expect(variables).not.toHaveProperty('TEXT_ONLY_TO');
      expect(variables).not.toHaveProperty('DYNAMODB_ENDPOINT');
    }
    expect(production.fn('Tick').environment.variables.WAKE_SHARDS).toBe('64');
  });
});

describe('a branch stage', () => {
  it('starts nothing by itself', () => {
    for (const { inputs, name } of branch.all('aws:scheduler/schedule:Schedule')) expect(inputs.state, name).toBe('DISABLED');
    expect(branch.all('aws:scheduler/schedule:Schedule')).toHaveLength(3);
  });

  it('carries a list of the only numbers it may text, empty unless told', () => {
    for (const id of ['Web', 'Wake', 'Replay', 'InboundMail', 'MailEvents']) expect(branch.fn(id).environment.variables).toMatchObject({ STAGE: 'pr-12', TEXT_ONLY_TO: '' });
  });

  it('is cleaned away whole, and takes no domain and no budget', () => {
    expect(branch.one('aws:dynamodb/table:Table', 'TableTable')).toMatchObject({ retainOnDelete: false, inputs: { deletionProtectionEnabled: false } });
    expect(branch.all('aws:apigatewayv2/domainName:DomainName')).toEqual([]);
    expect(branch.all('aws:budgets/budget:Budget')).toEqual([]);
  });
});

describe('the types', () => {
  it.each(['.', 'infra', ...readdirSync('packages').map((name) => `packages/${name}`)].map((place) => join(place, 'sst-env.d.ts')))('%s is what SST writes', (file) => {
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(inject('project'), file), 'utf8'));
  });
});
