import type { HouseRule } from './houseRule.ts';

/** Written in pieces, so that this file does not find itself. */
const privateText = new RegExp(
  [
    ['/work', '/(main|shared)\\b'],
    ['/home', '/\\w+/'],
    ['/Users', '/\\w+/'],
    ['/root', '/\\.?\\w+'],
    ['/tmp', '/(brief|bash_jobs)'],
    ['https?://[\\w.-]*(registry|artifactory|nexus|verdaccio)', '[\\w.-]*\\.[\\w-]+'],
    ['\\bregistry\\.', '(npmjs|yarnpkg)\\.'],
    ['(npm|ghcr)\\.', '(pkg\\.github\\.com|io/)'],
    ['_auth', 'Token'],
  ]
    .map((pieces) => pieces.join(''))
    .join('|'),
);

/** No path of one person's machine and no registry's address stands in a file that others get. */
export const privatePaths: HouseRule = {
  name: 'private paths',
  find: ({ files }) =>
    [...files].flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => {
        const found = privateText.exec(line)?.[0];
        return found === undefined ? [] : [{ path: `${path}:${index + 1}`, message: `names ${found}` }];
      }),
    ),
};
