import { testStore, testTable } from '../support/engine.ts';
import { storeContract } from './store.contract.ts';

storeContract('DynamoDB', async () => testStore(await testTable()));
