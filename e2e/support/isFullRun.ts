/** True in `npm run test:full`, which runs whole matrices; `npm test` takes a part of each, to stay within its minutes. */
export const isFullRun = process.env['OKIENKO_FULL'] === '1';
