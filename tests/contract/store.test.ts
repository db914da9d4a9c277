import type { Store } from '@breathing-room/core/ports';
import { testStore, testTable } from '../support/engine.ts';
import { accountsContract } from './accounts.contract.ts';
import { storeContract } from './store.contract.ts';

const make = async (): Promise<Store> => testStore(await testTable());

storeContract('DynamoDB', make);
accountsContract('DynamoDB', make);
