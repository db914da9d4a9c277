import type { Fault } from './fault.ts';
import { functionFaults } from './function-faults.ts';
import { mailFaults } from './mail-faults.ts';
import { resourceFaults } from './resource-faults.ts';
import { settingsFaults } from './settings-faults.ts';

/** Every mistake that is planted. */
export const faults: Fault[] = [...settingsFaults, ...resourceFaults, ...functionFaults, ...mailFaults];
