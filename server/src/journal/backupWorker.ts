import { parentPort, workerData } from 'node:worker_threads';
import { required } from '@okienko/shared';
import { backupOrderSchema, makeBackup } from './backupRun.ts';

const order: unknown = workerData;
required(parentPort, 'the thread that ordered a backup').postMessage(await makeBackup(backupOrderSchema.parse(order)));
