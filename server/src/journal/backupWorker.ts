import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { required } from '@okienko/shared';
import { backupOrderSchema, makeBackup } from './backupRun.ts';

// On Linux a priority belongs to a thread: this one gives way to the writer wherever the two want the same processor.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
const order: unknown = workerData;
required(parentPort, 'the thread that ordered a backup').postMessage(await makeBackup(backupOrderSchema.parse(order)));
