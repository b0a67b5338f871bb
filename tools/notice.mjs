// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareHouse } from './bootstrap.mjs';
import { noticeText } from './noticeText.mjs';
import { parseLock } from './parseLock.mjs';

const { root } = prepareHouse();
const path = join(root, 'NOTICE');
const lock = parseLock(readFileSync(join(root, 'package-lock.json'), 'utf8'));
writeFileSync(path, noticeText(root, lock, existsSync(path) ? readFileSync(path, 'utf8') : ''));
